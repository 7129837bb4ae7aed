import Archiving
import Correspondence
import Definitions
import Foundation
import Planning

/// How a night that ended well left things. While all this stands, originals that nobody touched need not be looked at.
///
/// A night takes it away before it changes anything and leaves its own at its end: after one that was cut off, or that
/// was asked for a part of the work, the next looks at everything.
struct Settlement: Codable, Hashable {
    /// Of the stages' fingerprints and the limits that decide whether a failure is tried again.
    var definitions: String
    /// What people decided about originals' letters, by the first digits of their SHA-256.
    var circumstances: [String: String]
    /// The archive's stamp, and that of the ledger of tombstones.
    var archive: String
    var tombstones: String
}

extension Desk {
    private static let key = "settlement"

    /// What tonight has to look at.
    func scope(_ survey: Survey, settings: NightSettings) throws -> Scope {
        guard !settings.looksAtEverything,
            let settled = try memory.state(Self.key, as: Settlement.self),
            settled.definitions == definitionsHash, settled.archive == (try archive.stamp().digest),
            settled.tombstones == tombstones.stamp
        else { return .everything }
        var touched = survey.touched
        touched.formUnion(try memory.failures())
        let now = definitions.corrections.all
        for prefix in Set(now.keys).union(settled.circumstances.keys)
        where now[prefix] != settled.circumstances[prefix] {
            touched.formUnion(try memory.contents(beginningWith: prefix))
        }
        return .touched(touched)
    }

    /// From now on things are not as the last night left them.
    func unsettle() throws { try memory.setState(Self.key, to: Settlement?.none) }

    /// Everything that was planned is done, and all that follows from it.
    func settle() throws {
        var stamp = try archive.stamp()
        let now = { Int64(Date().timeIntervalSince1970 * 1e9) }
        // Later changes must show in the stamp.
        let tick: Int64 = 20_000_000
        if now() - stamp.lastChange < tick {
            usleep(UInt32(tick / 1_000))
            stamp = try archive.stamp()
        }
        try memory.setState(
            Self.key,
            to: Settlement(
                definitions: definitionsHash, circumstances: definitions.corrections.all,
                archive: stamp.digest, tombstones: tombstones.stamp))
    }

    private var definitionsHash: String {
        let stages = definitions.fingerprints
        return fingerprint(of: ["scope 1", stages.extract, stages.describe, stages.tag, limits])
    }
}

extension NightSettings {
    /// What was asked for cannot be told by what changed.
    var looksAtEverything: Bool { retryingFailures || letter != nil || limit != nil }
}
