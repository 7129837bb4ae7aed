import Correspondence
import Foundation
import Testing

@testable import Definitions

struct TopicDefinitionsTests {
    private func parse(_ yaml: String, id: String = "roads") throws -> Topic {
        try Topic.parse(yaml, id: id, named: "Pipeline/topics/\(id).yaml")
    }

    private func message(_ yaml: String, id: String = "roads") -> String {
        do {
            _ = try parse(yaml, id: id)
            return "no error"
        } catch {
            return "\(error)"
        }
    }

    @Test func `reads every field`() throws {
        let topic = try parse(
            """
            label: Roads
            scopeNote: Streets and ways.
            exactMatch: [{mesh: D011247, label: Pregnancy}]
            active: false
            pointsNeeded: 5
            terms:
              - road
              - term: highway
                variants: [motorway]
                weight: 2
                needs: [traffic]
            hints: [car]
            companions:
              - {name: both, within: sentence, groups: [[a], [b, c]]}
            bills:
              - {titles: Road Act, ids: [hr1-116]}
            negatives:
              - road rage
              - {phrases: [railroad], within: paragraph, reason: rails}
            zones: {title: 4}
            examples: {match: [Roads], noMatch: Rails}
            """)
        #expect(topic.terms.map(\.weight) == [3, 2])
        #expect(topic.terms[1].needs == ["traffic"])
        #expect(topic.hints == [Topic.Term("car", weight: 1)])
        #expect(topic.companions[0].groups == [["a"], ["b", "c"]])
        #expect(topic.bills == [Topic.Bill(titles: ["Road Act"], ids: ["hr1-116"])])
        #expect(topic.negatives.map(\.within) == [.phrase, .paragraph])
        #expect(topic.zones.title == 4 && topic.zones.heading == Topic.ZoneWeights().heading)
        #expect(topic.examples.noMatch == ["Rails"])
        #expect(!topic.isActive && topic.pointsNeeded == 5 && topic.exactMatch.map(\.id) == ["D011247"])
    }

    @Test func `errors name file, line and remedy`() {
        #expect(
            message("label: R\nterms:\n  - term: road\n    weight: high\n")
                == "Pipeline/topics/roads.yaml:4: weight must be a number from 0 to 10, found \"high\"")
        #expect(
            message("label: R\ntrems: [road]\n").hasPrefix(
                "Pipeline/topics/roads.yaml:2: unknown key \"trems\"; did you mean \"terms\""))
        #expect(
            message("label: R\nbills:\n  - titles: X\n    ids: [HR 1]\n")
                == "Pipeline/topics/roads.yaml:4: a bill's id must be chamber and number, hyphen, Congress, "
                + "found \"HR 1\"; write it like hr4995-116")
        #expect(message("label: R\n").contains("nothing that could give a letter this topic"))
        #expect(message("terms: [road]\n").contains("label is missing"))
        #expect(message("label: R\nterms: [road]\n", id: "Roads").contains("small letters"))
        #expect(
            message("label: R\ncompanions:\n  - {name: x, within: sentence, groups: [[a]]}\n")
                .contains("roads.yaml:3: groups must be two or more lists of phrases"))
    }

    @Test func `a folder is read in order, and a missing neighbour is an error`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("topics-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for id in ["zoo", "ark"] {
            try "label: \(id)\nterms: [\(id)]\nrelated: [ark]\n".write(
                to: folder.appendingPathComponent("\(id).yaml"), atomically: true, encoding: .utf8)
        }
        #expect(try Topic.loadAll(in: folder).map(\.id) == ["ark", "zoo"])
        try "label: bus\nterms: [bus]\nbroader: [arc]\n".write(
            to: folder.appendingPathComponent("bus.yaml"), atomically: true, encoding: .utf8)
        let error = #expect(throws: DefinitionError.self) { try Topic.loadAll(in: folder) }
        #expect(
            error?.description
                == "Pipeline/topics/bus.yaml: names the topic \"arc\", which has no file; did you mean \"ark\"?"
        )
    }

    @Test func `the published schema knows the same keys and zones as the program`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let data = try Data(contentsOf: root.appendingPathComponent("Pipeline/topics/topic.schema.json"))
        let schema = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(properties.keys.sorted() == TopicReader.keys.sorted())
        let zones = try #require(properties["zones"]?["properties"] as? [String: Any])
        #expect(zones.keys.sorted() == Topic.Zone.allCases.map(\.rawValue).sorted())
    }
}
