import ArgumentParser
import Definitions
import Foundation

/// Where to work: the flags that every command shares.
struct WorkspaceOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The settings file. (default: Pipeline/letterbook.yaml here or above)", valueName: "file"))
    var config: String?

    @Option(
        name: .long, help: ArgumentHelp("Folder of originals. (default: as configured)", valueName: "dir"))
    var corpus: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Folder of the archive and all else derived. (default: as configured)", valueName: "dir"))
    var output: String?

    /// Flag beats file beats default.
    func workspace() throws -> Workspace {
        try Workspace.locate(
            from: URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true),
            overrides: Workspace.Overrides(
                configuration: config.map { URL(fileURLWithPath: $0) },
                corpus: corpus.map { URL(fileURLWithPath: $0, isDirectory: true) },
                output: output.map { URL(fileURLWithPath: $0, isDirectory: true) }))
    }
}
