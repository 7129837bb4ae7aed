import Correspondence
import Foundation
import Testing

@testable import Reporting

@Suite("Formats of letters")
struct LetterFormatTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures/formats")

    private func written(_ format: LetterFormat) throws -> String {
        var items = FormatSamples.items[...]
        var text = ""
        try format.write(FormatSamples.facts, next: { items.popFirst() }, to: { text += $0 })
        return text
    }

    @Test("every format writes what its golden file holds", arguments: LetterFormat.all.map(\.id))
    func golden(_ id: String) throws {
        let format = try #require(LetterFormat.named(id))
        let file = Self.fixtures.appendingPathComponent("letters.\(id)")
        let text = try written(format)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(text == (try String(contentsOf: file, encoding: .utf8)))
    }

    @Test("no format lets a control character of a document through, but JSON, which escapes it")
    func controls() throws {
        for format in LetterFormat.all {
            let text = try written(format)
            #expect(
                !text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\r" }, "\(format.id)")
        }
    }

    @Test("a record in a list has no pages, its snippet stands in its place, and it is JSON still")
    func records() throws {
        let line = try JSONText.record(FormatSamples.items[0])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["pages"] == nil)
        #expect((object["snippet"] as? [String: Any])?["page"] as? Int == 2)
        #expect(JSONText.members(line).map(\.key) == object.keys.sorted())
        let whole = try JSONText.record(LetterItem(FormatSamples.awkward, hasPages: true))
        #expect(try CanonicalJSON.decode(Letter.self, from: Data(whole.utf8)) == FormatSamples.awkward)
    }

    @Test(
        "a cell that a spreadsheet would take for a formula is made text",
        arguments: ["=1+1", "+1", "-1", "@a", "＝1"])
    func formulas(_ text: String) {
        #expect(CSVReport.field(text) == "'" + text)
    }

    @Test("quotation marks and commas in a cell are quoted as RFC 4180 says")
    func quoting() {
        #expect(CSVReport.field("a \"b\", c") == "\"a \"\"b\"\", c\"")
        #expect(CSVReport.field("plain") == "plain")
    }

    @Test("an empty list is a valid document in every format")
    func empty() throws {
        for format in LetterFormat.all where format.id.contains("json") && format.id != "jsonl" {
            var text = ""
            try format.write(FormatSamples.facts, next: { nil }, to: { text += $0 })
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
        }
    }

    @Test("TeX makes no dash and no quotation mark of what a title has twice")
    func ligatures() throws {
        var letter = FormatSamples.bare
        letter.title = "a--b---c ''d'' ``e"
        var items = [LetterItem(letter, hasPages: false)][...]
        var text = ""
        try #require(LetterFormat.named("bibtex")).write(
            FormatSamples.facts, next: { items.popFirst() }, to: { text += $0 })
        #expect(text.contains("a-{}-b-{}-{}-c '{}'d'{}' `{}`e"))
    }
}
