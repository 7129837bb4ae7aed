import Collecting
import Correspondence
import Definitions
import Foundation
import Planning

extension NightSettings {
    /// Asks the sources, where the night is to.
    ///
    /// - Returns: nil where there are none, or the night is offline.
    func collect(_ workspace: Workspace) async throws -> CollectReport? {
        guard isCollecting else { return nil }
        let report = try await collectSources(workspace, collecting)
        return report.sources.isEmpty ? nil : report
    }
}

extension NightDefinitions {
    /// Takes in the policy events that sources gave tonight.
    mutating func addEvents(_ collected: CollectReport?, in workspace: Workspace) throws {
        guard collected?.sources.contains(where: { $0.events > 0 }) == true else { return }
        events = try policyEvents(in: workspace, agencies: agencies)
    }
}

extension NightReport {
    /// Adds what the sources give reason to look at.
    mutating func raiseAlarmForSources() {
        let told = [alarm].compactMap(\.self) + (collected?.alarms ?? [])
        alarm = told.isEmpty ? nil : told.joined(separator: "; ")
    }
}

/// Why a letter is withdrawn whose file is still there.
let withdrawnBySource = "the source says that it is withdrawn"

extension CustodyBook {
    /// Originals without the files of sources that have withdrawn them. What lies elsewhere too stays.
    func standing(_ originals: [PresentOriginal]) throws -> [PresentOriginal] {
        let withdrawn = try withdrawn()
        guard !withdrawn.isEmpty else { return originals }
        return originals.compactMap { original in
            guard let sources = withdrawn[original.sha256] else { return original }
            var left = original
            left.paths = original.paths.filter { path in
                !sources.contains { path.hasPrefix("collected/\($0)/") }
            }
            return left.paths.isEmpty ? nil : left
        }
    }
}

/// Which letters are new versions of others, by the id of the later one: the same address gave both.
func versionRelations(in custody: CustodyBook, holds: (String) throws -> Bool) throws -> [String: [Relation]]
{
    var byLetter: [String: [Relation]] = [:]
    for (later, earlier) in try custody.successions() {
        let id = String(later.prefix(16))
        guard try holds(id) else { continue }
        for sha256 in earlier where try holds(String(sha256.prefix(16))) {
            byLetter[id, default: []].append(Relation(kind: .supersedes, id: String(sha256.prefix(16))))
        }
    }
    return byLetter
}
