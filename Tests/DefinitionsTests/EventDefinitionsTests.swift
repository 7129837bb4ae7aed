import Correspondence
import Foundation
import Testing

@testable import Definitions

struct EventDefinitionsTests {
    private let yaml = """
        events:
          - id: sample-rule-comments
            kind: commentCloses
            date: 2021-06-28
            opens: 2021-05-10
            title: Comment period on the sample payment rule
            about: [CMS-1752-P]
            agencies: [cms]
            topics: [graduate-medical-education]
            source: 86 FR 25070
        """

    @Test func anEventIsReadWithAllThatItSays() throws {
        let event = try #require(try EventDefinitions.parse(yaml, named: "Pipeline/events/rules.yaml").first)
        #expect(event.id == "sample-rule-comments" && event.kind == .commentCloses)
        #expect(event.date.description == "2021-06-28" && event.opens?.description == "2021-05-10")
        #expect(event.about == ["CMS-1752-P"] && event.agencies == ["cms"])
        #expect(event.file == "Pipeline/events/rules.yaml" && event.source == "86 FR 25070")
    }

    @Test(arguments: [
        ("date: 2021-06-28", "date: June 28", "\"June 28\" is no date"),
        ("kind: commentCloses", "kind: closing", "closing"),
        ("    source: 86 FR 25070", "", "source"),
        ("kind: commentCloses", "kind: hearing", "only a commentCloses event opens"),
        ("agencies: [cms]", "agency: cms", "agency"),
    ])
    func aMistakeIsNamedWithItsFile(old: String, new: String, message: String) throws {
        let error = #expect(throws: DefinitionError.self) {
            try EventDefinitions.parse(yaml.replacing(old, with: new), named: "Pipeline/events/rules.yaml")
        }
        let text = try #require(error).description
        #expect(text.contains("Pipeline/events/rules.yaml") && text.contains(message), "\(text)")
    }

    @Test func idsAreUniqueOverAllFilesAndNoFolderMeansNoEvents() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        #expect(try EventDefinitions.loadAll(in: folder).isEmpty)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(yaml.utf8).write(to: folder.appendingPathComponent("a.yaml"))
        #expect(try EventDefinitions.loadAll(in: folder).count == 1)
        try Data(yaml.utf8).write(to: folder.appendingPathComponent("b.yaml"))
        #expect(throws: DefinitionError.self) { try EventDefinitions.loadAll(in: folder) }
    }
}
