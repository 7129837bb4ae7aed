import Foundation

/// Where a user's files are: `Pipeline/`, `Corpus/` and `Output/`, normally side by side.
public struct Workspace: Sendable, Hashable {
    /// The folder that holds them; relative paths in `letterbook.yaml` start here.
    public var root: URL
    public var pipeline: URL
    public var corpus: URL
    public var output: URL
    public var configuration: Configuration

    /// What a command line may say instead of the file.
    public struct Overrides: Sendable, Hashable {
        public var configuration: URL?
        public var corpus: URL?
        public var output: URL?

        public init(configuration: URL? = nil, corpus: URL? = nil, output: URL? = nil) {
            self.configuration = configuration
            self.corpus = corpus
            self.output = output
        }
    }

    public enum NotFound: Error, CustomStringConvertible {
        case noWorkspace(near: URL)
        case noConfiguration(URL)

        public var description: String {
            switch self {
            case .noWorkspace(let place):
                """
                no Pipeline/letterbook.yaml in \(place.path) or above it: go to a workspace, name one with \
                --config, or make one with 'letterbook init DIR'
                """
            case .noConfiguration(let file):
                "no such file: \(file.path): name an existing letterbook.yaml with --config"
            }
        }
    }

    /// Finds the workspace around a folder and reads its configuration. Flag beats file beats default.
    ///
    /// - Throws: `NotFound`, or `DefinitionError` for a malformed `letterbook.yaml`.
    public static func locate(from folder: URL, overrides: Overrides = Overrides()) throws -> Workspace {
        let file = try configurationFile(from: folder, override: overrides.configuration)
        let configuration = try Configuration.load(file)
        let pipeline = file.deletingLastPathComponent()
        let root = pipeline.deletingLastPathComponent()
        return Workspace(
            root: root, pipeline: pipeline,
            corpus: overrides.corpus ?? resolve(configuration.corpus, in: root),
            output: overrides.output ?? resolve(configuration.output, in: root),
            configuration: configuration)
    }

    private static func configurationFile(from folder: URL, override: URL?) throws(NotFound) -> URL {
        if let override {
            guard FileManager.default.fileExists(atPath: override.path) else {
                throw .noConfiguration(override)
            }
            return override.standardizedFileURL
        }
        var place = folder.standardizedFileURL
        while true {
            let file = place.appendingPathComponent("Pipeline/letterbook.yaml")
            if FileManager.default.fileExists(atPath: file.path) { return file }
            let above = place.deletingLastPathComponent()
            guard above.path != place.path else { throw .noWorkspace(near: folder) }
            place = above
        }
    }

    private static func resolve(_ path: String, in root: URL) -> URL {
        path.hasPrefix("/")
            ? URL(fileURLWithPath: path).standardizedFileURL
            : root.appendingPathComponent(path).standardizedFileURL
    }
}
