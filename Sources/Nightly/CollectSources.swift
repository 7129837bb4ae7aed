import Collecting
import Correspondence
import Definitions
import Foundation

/// Collects the sources of `Pipeline/sources` into `Corpus/collected`.
///
/// - Parameters:
///   - id: only this source, even where it is not active. Nil: all that are active.
///   - change: of the settings, as tests and flags need.
/// - Throws: `DefinitionError`, `NightError.noSuchSource`, `.locked`, `.unwritable`; `CollectError`.
public func collectSources(
    _ workspace: Workspace, only id: String? = nil, _ change: (inout CollectSettings) -> Void = { _ in }
) async throws -> CollectReport {
    var sources = try Source.loadAll(in: workspace.pipeline.appendingPathComponent("sources"))
    if let id {
        let known = sources.map(\.id)
        sources = sources.filter { $0.id == id }
        guard !sources.isEmpty else { throw NightError.noSuchSource(id, known: known) }
        sources[0].isActive = true
    }
    guard sources.contains(where: \.isActive) else { return CollectReport() }
    var settings = CollectSettings(workspace)
    change(&settings)
    guard !settings.isDryRun else { return try await collect(sources, settings) }
    let lock = try Lock(in: workspace.output)
    defer { withExtendedLifetime(lock) {} }
    return try await collect(sources, settings)
}

/// Takes a letter that came by hand, with its custody: into `Corpus/collected/by-hand`.
///
/// - Throws: `NightError.locked`, `.unwritable`; `CollectError`, `OriginalError`.
public func receiveLetter(_ letter: ReceivedLetter, into workspace: Workspace) throws -> ReceivedLetter.Kept {
    let lock = try Lock(in: workspace.output)
    defer { withExtendedLifetime(lock) {} }
    return try receive(letter, CollectSettings(workspace))
}

extension CollectSettings {
    /// As `letterbook.yaml` says.
    init(_ workspace: Workspace) {
        self.init(root: workspace.root, corpus: workspace.corpus, output: workspace.output)
        let configuration = workspace.configuration
        contact = configuration.contact
        proxy = configuration.proxy
        sizeLimit = configuration.sizeLimit << 20
        environment = ProcessInfo.processInfo.environment
    }
}

extension Lock {
    /// One night, or one collecting, at a time for an output folder.
    convenience init(in output: URL) throws(NightError) {
        let folder = output.appendingPathComponent("cache")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(output.path, error.localizedDescription)
        }
        try self.init(at: folder.appendingPathComponent("night.lock"))
    }
}
