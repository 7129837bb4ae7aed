import Collecting
import Correspondence
import Definitions
import Foundation

/// Tries the sources of a workspace, one after the other, and keeps nothing.
///
/// - Parameters:
///   - id: only this one, even where it is not active; nil: all that are.
///   - lists: how many lists of each are read at most.
///   - told: called with each when it is tried.
/// - Throws: `DefinitionError`, `NightError.noSuchSource`, `CollectError`.
public func checkSources(
    _ workspace: Workspace, only id: String?, lists: Int, told: (SourceCheck) throws -> Void
) async throws {
    let all = try Source.loadAll(in: workspace.pipeline.appendingPathComponent("sources"))
    let sources = all.filter { id == nil ? $0.isActive : $0.id == id }
    if let id, sources.isEmpty { throw NightError.noSuchSource(id, known: all.map(\.id)) }
    var settings = CollectSettings(workspace)
    settings.isDryRun = true
    for source in sources { try told(try await checkSource(source, lists: lists, settings: settings)) }
}

/// Looks at an address and writes a draft of a source to `Pipeline/sources`, where none of its name is yet.
///
/// - Returns: the draft and its file.
/// - Throws: `DraftError`; `DefinitionError` where there is such a source, or its name cannot be one.
public func addSource(
    _ url: String, id: String?, allowsPrivateAddresses: Bool, to workspace: Workspace
) async throws -> (draft: SourceDraft, file: URL) {
    var settings = CollectSettings(workspace)
    settings.isDryRun = true
    let draft = try await draftSource(
        of: url, id: id, allowsPrivateAddresses: allowsPrivateAddresses, settings: settings)
    let name = "Pipeline/sources/\(draft.source.id).yaml"
    // What was drafted must be readable, whatever words the page put into it.
    _ = try Source.parse(draft.yaml, id: draft.source.id, named: name)
    let folder = workspace.pipeline.appendingPathComponent("sources", isDirectory: true)
    let file = folder.appendingPathComponent("\(draft.source.id).yaml")
    guard !FileManager.default.fileExists(atPath: file.path) else {
        throw DefinitionError(
            file: name, problem: "is there already, and stays as it is", remedy: "give another name with --id"
        )
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(draft.yaml.utf8).write(to: file, options: .withoutOverwriting)
    return (draft, file)
}
