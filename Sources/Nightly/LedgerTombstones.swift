import Archiving
import Correspondence
import Definitions
import Foundation

/// The ledger's tombstones as `verify` holds them against the archive.
public struct LedgerTombstones: Sendable {
    private static let path = "ledger/tombstones.jsonl"

    private let file: URL
    private let tombstones: Tombstones

    public init(_ workspace: Workspace) {
        file = workspace.output.appendingPathComponent(Self.path)
        tombstones = Tombstones(in: workspace.output)
    }

    /// Ids of the letters that are withdrawn, and what is wrong with the ledger itself.
    public func survey() throws -> (ids: Set<String>, damage: [Damage]) {
        let (standing, damaged) = try tombstones.survey()
        let damage = damaged.map {
            Damage(
                .ledgerDamaged, path: Self.path, message: "line \($0) is no tombstone",
                remedy:
                    "restore the file from a backup; 'letterbook verify --repair' keeps its sound lines and "
                    + "enters what the archive knows")
        }
        return (Set(standing.keys), damage)
    }

    /// Sound lines stay; letters that only the archive knows to be withdrawn are entered; letters that stand again
    /// are lifted.
    func mend(_ damage: [Damage], from archive: Archive, settingAside folder: URL, on day: String) throws {
        let kinds = Set(damage.map(\.kind))
        guard !kinds.isDisjoint(with: [.ledgerDamaged, .tombstoneMissing, .tombstoneUnknown]) else { return }
        if kinds.contains(.ledgerDamaged) {
            let copy = folder.appendingPathComponent(Self.path)
            try makeFolder(copy.deletingLastPathComponent())
            try Data(contentsOf: file).write(to: copy)
            try tombstones.keepSoundLines()
        }
        let standing = try tombstones.standing()
        var unknown: [Letter] = []
        var lifted: [String] = []
        var manifest = try archive.manifest()
        while let entry = try manifest.next() {
            switch (entry.withdrawn != nil, standing[entry.id] != nil) {
            case (true, false): unknown.append(try archive.read(entry.id))
            case (false, true): lifted.append(entry.id)
            default: continue
            }
        }
        try tombstones.append(unknown)
        try tombstones.lift(lifted, on: day)
    }
}
