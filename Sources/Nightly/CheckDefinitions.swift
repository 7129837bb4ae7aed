import Correspondence
import Definitions
import Foundation

/// Reads what stands under `Pipeline/` as a night reads it.
///
/// - Returns: how much there is of each: `7 topics`.
/// - Throws: `DefinitionError` with file, line and remedy.
public func checkDefinitions(of workspace: Workspace) throws -> [String] {
    let definitions = try NightDefinitions.load(workspace)
    let queries = try SavedQuery.loadAll(in: workspace.pipeline.appendingPathComponent("queries"))
    let sources = try Source.loadAll(in: workspace.pipeline.appendingPathComponent("sources"))
    return [
        "\(definitions.vocabulary.topics.count) topics", "\(definitions.agencies.agencies.count) agencies",
        "\(definitions.events.count) events", "\(queries.count) saved queries", "\(sources.count) sources",
    ]
}
