import Correspondence
import Foundation
import Testing

@testable import Definitions

@Suite("Files of corrections")
struct CorrectionDefinitionsTests {
    private static let id = "3f9a1c20d4e5b6a7"

    private func parse(_ yaml: String, id: String = CorrectionDefinitionsTests.id) throws -> Correction {
        try CorrectionDefinitions.parse(yaml, id: id, named: "Pipeline/corrections/\(id).yaml")
    }

    @Test("Values, topics and withheld words are read with who, when and why")
    func reading() throws {
        let correction = try parse(
            """
            values:
              - {field: sender, old: Riverbend, new: Riverbend Alliance, who: Jane Doe, when: 2026-11-21}
              - {field: addressees.0.title, old: Director, who: Jane Doe, when: 2026-11-22, why: misread}
            topics:
              - {add: ctsa, who: Jane Doe, when: 2026-11-21}
              - {remove: maternal-health, who: John Roe, when: 2026-11-21, why: in passing}
            """)
        #expect(correction.values.map(\.field.description) == ["sender.organization", "addressees.0.title"])
        #expect(correction.values.map(\.new) == ["Riverbend Alliance", nil])
        #expect(correction.values.map(\.decision.why) == [nil, "misread"])
        #expect(correction.topics.map(\.isTagged) == [true, false])
        #expect(correction.topics.map(\.decision.who) == ["Jane Doe", "John Roe"])
    }

    @Test("What is written is read again, quotes and line breaks too")
    func writing() throws {
        let decision = Decision(who: "J. \"Jo\" Döe", when: "2026-11-21", why: "a: b # c\n- d \\ e")
        let correction = Correction(
            id: Self.id,
            values: [
                ValueCorrection(
                    field: try #require(FieldPath("addressees.1.address")), old: "1 Mill Lane\nSpringfield",
                    new: "'2' Mill Lane", decision: decision),
                ValueCorrection(
                    field: try #require(FieldPath("signOn.count")), new: "115", decision: decision),
            ],
            topics: [TopicDecision(topic: "ctsa", isTagged: false, decision: decision)],
            withheld: [
                Withholding(
                    field: nil,
                    words: [Withholding.Words(count: 3, sha256: String(repeating: "0a", count: 32))],
                    decision: decision)
            ])
        #expect(try parse(CorrectionWriter.yaml(correction)) == correction)
    }

    @Test(
        "A mistake is told with its line",
        arguments: [
            ("values:\n  - {field: sendr, new: X, who: J, when: 2026-11-21}", 2, "no field"),
            ("values:\n  - field: date\n    new: 2020-13-01\n    who: J\n    when: 2026-11-21", 3, "a date"),
            ("values:\n  - {field: sender, new: X, when: 2026-11-21}", 2, "who is missing"),
            ("values:\n  - {field: sender, new: X, who: J, when: yesterday}", 2, "a day"),
            ("values:\n  - {field: kind, new: lettre, who: J, when: 2026-11-21}", 2, "one of letter"),
            ("values:\n  - {field: kind, who: J, when: 2026-11-21}", 2, "new is missing"),
            ("topics:\n  - {add: a, remove: b, who: J, when: 2026-11-21}", 2, "one of them"),
            (
                "topics:\n  - {add: a, who: J, when: 2026-11-21}\n  - {remove: a, who: J, when: 2026-11-21}",
                3, "stands twice"
            ),
            ("withheld:\n  - {field: title, who: J, when: 2026-11-21}", 2, "words is missing"),
            ("value: []", 1, "did you mean \"values\""),
        ])
    func mistakes(yaml: String, line: Int, problem: String) throws {
        let error = try #require(throws: DefinitionError.self) { try parse(yaml) }
        #expect(error.file == "Pipeline/corrections/\(Self.id).yaml")
        #expect(error.line == line)
        #expect(error.description.contains(problem), "\(error)")
    }

    @Test("A file that is named after no letter is refused")
    func name() throws {
        let error = try #require(throws: DefinitionError.self) { try parse("values: []", id: "notes") }
        #expect(error.description.contains("no letter's id"))
    }

    @Test("A letter whose folder of corrections is missing has none")
    func noFolder() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        #expect(try CorrectionDefinitions.loadAll(in: folder).isEmpty)
    }

    @Test("Comments that a person wrote survive when the program writes the file anew")
    func comments() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let decision = Decision(who: "J", when: "2026-11-21", why: "it says # 4")
        func value(_ field: String, _ new: String) throws -> ValueCorrection {
            ValueCorrection(field: try #require(FieldPath(field)), old: nil, new: new, decision: decision)
        }
        var correction = Correction(id: Self.id, values: [try value("sender", "League of Examples")])
        try CorrectionDefinitions.save(correction, in: folder)
        let file = folder.appendingPathComponent("\(Self.id).yaml")
        var text = try String(contentsOf: file, encoding: .utf8)
        let line = "  - field: \"\(correction.values[0].field)\""
        #expect(text.contains(line))
        text = text.replacing(line, with: "  # the letterhead is wrong\n\(line) # sic")
        text += "# ask Ana about the date\n"
        try Data(text.utf8).write(to: file)
        correction.values.append(try value("subject", "A subject"))
        try CorrectionDefinitions.save(correction, in: folder)
        let saved = try String(contentsOf: file, encoding: .utf8)
        #expect(saved.contains("  # the letterhead is wrong\n\(line) # sic\n"))
        #expect(saved.contains("# ask Ana about the date\n"))
        #expect(try CorrectionDefinitions.load(file, named: "x") == correction)
        // Once more changes nothing, and a comment outlives the value that it stood above.
        try CorrectionDefinitions.save(correction, in: folder)
        #expect(try String(contentsOf: file, encoding: .utf8) == saved)
        correction.values.removeFirst()
        try CorrectionDefinitions.save(correction, in: folder)
        let less = try String(contentsOf: file, encoding: .utf8)
        #expect(less.contains("# the letterhead is wrong") && less.contains("# sic"))
        #expect(try CorrectionDefinitions.load(file, named: "x") == correction)
    }
}
