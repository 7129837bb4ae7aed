import Correspondence
import Definitions
import Foundation
import Testing

@testable import Tagging

struct CheckExamplesTests {
    private static func shipped() throws -> [Topic] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try Topic.loadAll(in: root.appendingPathComponent("Pipeline/topics"))
    }

    @Test func `every shipped topic agrees with its own examples and has some of each kind`() throws {
        let topics = try Self.shipped()
        #expect(topics.count >= 12)
        for topic in topics {
            #expect(!topic.examples.match.isEmpty && !topic.examples.noMatch.isEmpty, "\(topic.id)")
            let failures = try checkExamples(of: topic)
            #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
        }
    }

    @Test func `the topics of the mission are active`() throws {
        let active = try Self.shipped().filter(\.isActive).map(\.id)
        #expect(active == ["covid-19-equity", "ctsa", "maternal-health"])
    }

    @Test func `tells which example fails and why`() throws {
        var topic = Topic(id: "roads", label: "Roads")
        topic.terms = [Topic.Term("road")]
        topic.examples.match = ["Roads\n\nText.", "Rails\n\nText."]
        topic.examples.noMatch = ["The road\n\nText."]
        let failures = try checkExamples(of: topic)
        #expect(failures.map { "\($0.list) \($0.number)" } == ["match 2", "noMatch 1"])
        #expect(
            failures.last?.description
                == "roads: examples.noMatch 1 must not match and does: 6.0 of 6.0 points (road in title 6.0)")
    }
}
