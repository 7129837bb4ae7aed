import Correspondence
import Foundation
import Testing

@testable import Definitions

struct SourceExamplesTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: root.appendingPathComponent("Package.swift").path)))
    func everyExampleOfTheDocumentationIsADefinition() throws {
        let page = try String(
            contentsOf: Self.root.appendingPathComponent("Sources/letterbook/Letterbook.docc/Sources.md"),
            encoding: .utf8)
        let examples = page.components(separatedBy: "```yaml\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
        let kinds = try examples.map { try Source.parse($0, id: "example", named: "Sources.md").kind }
        #expect(Set(kinds) == Set(Source.Kind.allCases))
    }

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: root.appendingPathComponent("Pipeline/sources").path)))
    func whatIsShippedAsksNobody() throws {
        let sources = try Source.loadAll(in: Self.root.appendingPathComponent("Pipeline/sources"))
        #expect(!sources.isEmpty && sources.allSatisfy { !$0.isActive })
    }
}
