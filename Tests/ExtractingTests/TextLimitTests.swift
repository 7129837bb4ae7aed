import Correspondence
import Testing

@testable import Extracting

/// Nobody can make the later stages hold more text than the settings allow.
@Suite("The limit of a text")
struct TextLimitTests {
    private var settings: ExtractionSettings {
        var settings = ExtractionSettings()
        settings.textBytes = 1_000
        return settings
    }

    private func plain(_ text: String) throws -> ExtractedText {
        try extract(Array(text.utf8), as: .plain, settings: settings)
    }

    @Test("A text within the limit stays as it is")
    func within() throws {
        let text = try plain("Dear Administrator:\n\nWe support the rule.\n\nSincerely,\nAda Lane\n")
        #expect(text.findings.isEmpty)
        #expect(text.pages[0].text.hasSuffix("Ada Lane"))
    }

    @Test("One endless line is cut behind a word, with a finding that says what to do")
    func endlessLine() throws {
        let text = try plain(String(repeating: "We urge you to act. ", count: 1_000))
        let kept = text.pages[0].text
        #expect(kept.utf8.count <= 1_000 && kept.utf8.count > 900)
        #expect(
            kept.hasSuffix("to act.") || kept.hasSuffix("to") || kept.hasSuffix("you")
                || kept.hasSuffix("urge"))
        #expect(text.findings.map(\.code) == ["text-limit"])
        #expect(text.findings[0].message.contains("raise text-limit"))
        #expect(text.fault == nil)
        #expect(text.layouts[0].lines.last?.end == kept.unicodeScalars.count)
    }

    @Test("One endless word is cut between two letters, whatever their bytes")
    func endlessWord() throws {
        for letter in ["a", "é", "€", "𝄞"] {
            let text = try plain(String(repeating: letter, count: 2_000))
            let kept = text.pages[0].text
            #expect(kept.utf8.count <= 1_000 && kept.utf8.count > 990)
            #expect(kept.allSatisfy { String($0) == letter })
            #expect(text.fault == nil)
        }
    }

    @Test("Many short lines count for more than their letters")
    func shortLines() throws {
        let text = try plain(String(repeating: "a\n", count: 500))
        #expect(text.layouts[0].lines.count <= 1_000 / 40)
        #expect(text.findings.map(\.code) == ["text-limit"])
        #expect(text.fault == nil)
    }

    @Test("Pages behind the limit are left out, margins with them, and what is kept is a beginning")
    func pages() throws {
        for limit in 1...120 {
            var settings = settings
            settings.textBytes = limit * 10
            let whole = Self.book
            let cut = whole.bounded(by: settings)
            #expect(cut.fault == nil)
            #expect(cut.pages.reduce(0) { $0 + $1.text.utf8.count } <= limit * 10)
            let isCut = cut.pages.map(\.text) != whole.pages.map(\.text)
            #expect(isCut == cut.findings.contains { $0.code == "text-limit" })
            #expect(zip(cut.pages, whole.pages).allSatisfy { $1.text.hasPrefix($0.text) })
        }
    }

    /// Three pages of ten lines each, with a page number in the margin.
    private static var book: ExtractedText {
        let line = "Föderal money — for résidents"
        let length = line.unicodeScalars.count
        let lines = (0..<10).map {
            TextLine(
                start: $0 * (length + 1), end: $0 * (length + 1) + length, block: 0, kind: .paragraph)
        }
        let margin = MarginLine(start: 0, end: 1, role: .pageNumber)
        return ExtractedText(
            mediaType: .pdf,
            pages: (1...3).map {
                Page(
                    number: $0, text: Array(repeating: line, count: 10).joined(separator: "\n"),
                    margin: "\($0)", source: .textLayer)
            },
            layouts: (1...3).map { PageLayout(page: $0, lines: lines, marginLines: [margin]) },
            document: DocumentMetadata(), quality: TextQuality(text: .good))
    }

    @Test("A title as long as a book is none, and of endless links the first are kept")
    func fields() {
        var text = Self.book
        text.document.title = String(repeating: "title ", count: 10_000)
        text.document.author = "Ada Lane"
        text.document.links = (0..<100_000).map { "https://example.org/\($0)" }
        let cut = text.bounded(by: ExtractionSettings())
        #expect(cut.document.title == nil)
        #expect(cut.document.author == "Ada Lane")
        let links = cut.document.links ?? []
        #expect(links.count < 20_000 && links.count > 10_000)
        #expect(links.first == "https://example.org/0")
    }
}
