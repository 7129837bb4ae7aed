import Foundation
import Testing

@testable import Definitions

@Suite("Settings")
struct ConfigurationTests {
    private func configuration(_ yaml: String) throws -> Configuration {
        try Configuration(DefinitionFile.parse(yaml, named: "Pipeline/letterbook.yaml"))
    }

    @Test("The file beats the defaults; what it leaves out keeps them")
    func fileBeatsDefault() throws {
        let configuration = try configuration("corpus: inbox\njobs: 3\nignore: ['*.bak']\n")
        #expect(configuration.corpus == "inbox")
        #expect(configuration.jobs == 3)
        #expect(configuration.ignore == ["*.bak"])
        #expect(configuration.output == Configuration().output)
    }

    @Test(
        "A malformed setting is an error with its line and what was expected",
        arguments: [
            (
                "jobs: 1\nmemory-limit: high\n",
                "Pipeline/letterbook.yaml:2: memory-limit must be a whole number"
            ),
            ("corpsu: x\n", "Pipeline/letterbook.yaml:1: unknown key \"corpsu\"; did you mean \"corpus\"?"),
            ("locale: fr\n", "Pipeline/letterbook.yaml:1: locale must be one of en-GB, en-US"),
            ("jobs: [1\n", "Pipeline/letterbook.yaml:"),
        ])
    func malformed(yaml: String, message: String) throws {
        let error = try #require(throws: DefinitionError.self) { try configuration(yaml) }
        #expect(error.description.hasPrefix(message), "\(error)")
    }

    @Test("The project's own settings file is read, and says nothing but defaults")
    func shippedFile() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let shipped = try Configuration.load(root.appendingPathComponent("Pipeline/letterbook.yaml"))
        #expect(shipped == Configuration())
    }

    @Test("Flags beat the file, and a missing workspace is said with its remedy")
    func workspace() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let pipeline = folder.appendingPathComponent("Pipeline")
        try FileManager.default.createDirectory(at: pipeline, withIntermediateDirectories: true)
        try Data("corpus: inbox\n".utf8).write(to: pipeline.appendingPathComponent("letterbook.yaml"))
        let inner = folder.appendingPathComponent("a/b")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        let found = try Workspace.locate(
            from: inner, overrides: Workspace.Overrides(output: URL(fileURLWithPath: "/elsewhere")))
        #expect(found.corpus.path == folder.appendingPathComponent("inbox").standardizedFileURL.path)
        #expect(found.output.path == "/elsewhere")
        #expect(throws: Workspace.NotFound.self) { try Workspace.locate(from: URL(fileURLWithPath: "/")) }
    }
}
