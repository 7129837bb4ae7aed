import Collecting
import Correspondence
import Definitions
import Foundation

/// The policy events of a workspace, in order of their dates: those that people wrote into `Pipeline/events`, and those that
/// sources gave, `Corpus/collected/<source>/events.jsonl`. Where both have an id, the people's stands.
///
/// - Parameter agencies: what sources call an agency by its name in the Federal Register's addresses is its id here; one
///   that is not in the register is left out.
/// - Throws: `DefinitionError`, or `CollectError` for a file that cannot be read.
public func policyEvents(in workspace: Workspace, agencies: AgencyRegistry) throws -> [RecordedEvent] {
    let written = try EventDefinitions.loadAll(in: workspace.pipeline.appendingPathComponent("events"))
    let folder = workspace.corpus.appendingPathComponent("collected")
    guard FileManager.default.fileExists(atPath: folder.path) else { return written }
    let ids = agencyIDs(agencies)
    var known = Set(written.map(\.id))
    var events = written
    for source in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
        for var event in try collectedEvents(in: folder.appendingPathComponent(source).path)
        where known.insert(event.id).inserted {
            var seen: Set<String> = []
            event.agencies = event.agencies.compactMap { ids[$0] }.filter { seen.insert($0).inserted }
            events.append(event)
        }
    }
    return events.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
}

/// Ids by themselves and by the Federal Register's names.
private func agencyIDs(_ registry: AgencyRegistry) -> [String: String] {
    var ids: [String: String] = [:]
    for agency in registry.agencies {
        if let slug = agency.slug { ids[slug] = agency.id }
    }
    for agency in registry.agencies { ids[agency.id] = agency.id }
    return ids
}
