import Correspondence
import Dice
import Foundation
import Testing

@testable import Definitions

/// What the program writes into `Pipeline` it can read again, whatever people and documents put into it.
@Suite("Definitions that the program writes, from a generator")
struct WrittenDefinitionsTests {
    @Test("a file of corrections is read as it was written, and no person's comment is lost")
    func corrections() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        var dice = Dice(seed: 31)
        for number in 0..<DefinitionPropertyTests.cases {
            let first = RandomDefinitions.correction(&dice).value
            var second = RandomDefinitions.correction(&dice).value
            second.id = first.id
            // Some of what stood there stays, with the comments at it.
            second.values += first.values.filter { old in !second.values.contains { $0.field == old.field } }
            try CorrectionDefinitions.save(first, in: folder)
            let file = folder.appendingPathComponent("\(first.id).yaml")
            let commented = Self.commented(try String(contentsOf: file, encoding: .utf8), &dice)
            try Data(commented.text.utf8).write(to: file)
            let kept = try CorrectionDefinitions.load(file, named: "x.yaml")
            #expect(kept == first, "case \(number)\n\(commented.text)")
            try CorrectionDefinitions.save(second, in: folder)
            let saved = try String(contentsOf: file, encoding: .utf8)
            for comment in commented.comments {
                #expect(saved.contains(comment), "case \(number): \(comment)\n\(commented.text)\n\(saved)")
            }
            let found = try CorrectionDefinitions.load(file, named: "x.yaml")
            #expect(found == second, "case \(number)\n\(saved)")
        }
    }

    @Test("a topic's file, begun for a person to go on with, is read as it was written")
    func topics() throws {
        var dice = Dice(seed: 32)
        for number in 0..<DefinitionPropertyTests.cases {
            let topic = Self.imported(RandomDefinitions.topic(&dice).value)
            let yaml = topic.yaml(from: dice.text())
            do {
                let found = try Topic.parse(yaml, id: "x", named: "x.yaml")
                #expect(found == topic, "case \(number)\n\(yaml)")
            } catch {
                Issue.record("case \(number): \(error)\n\(yaml)")
            }
        }
    }

    private static func commented(
        _ yaml: String, _ dice: inout Dice
    ) -> (text: String, comments: [String]) {
        var comments: [String] = []
        var lines: [String] = []
        for line in yaml.split(separator: "\n").map(String.init) {
            let comment = "# comment \(comments.count) it's \"so\""
            switch dice.roll(6) {
            case 0: lines += ["    \(comment)", line]
            case 1 where !line.hasPrefix("#"): lines.append("\(line) \(comment)")
            default:
                lines.append(line)
                continue
            }
            comments.append(comment)
        }
        return (lines.joined(separator: "\n") + "\n", comments)
    }

    /// What an import knows of a topic, each text on one line.
    private static func imported(_ topic: Topic) -> Topic {
        func line(_ text: String) -> String {
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        var imported = Topic(id: topic.id, label: line(topic.label))
        imported.scopeNote = topic.scopeNote.map(line)
        (imported.broader, imported.narrower, imported.related) = (
            topic.broader, topic.narrower, topic.related
        )
        imported.exactMatch = topic.exactMatch.map { Topic.MeSHConcept(id: $0.id, label: line($0.label)) }
        imported.isActive = topic.isActive
        imported.terms = topic.terms.map { Topic.Term(line($0.text), variants: $0.variants.map(line)) }
        return imported
    }
}
