import Correspondence
import Testing

@testable import Extracting

@Suite struct PDFBrokenWordsTests {
    private func line(_ text: String, kind: TextLine.Block = .paragraph) -> PrintedLine {
        var line = PrintedLine(text: text, box: Box(left: 0, top: 0, right: 9, bottom: 9), size: 10)
        line.kind = kind
        return line
    }

    private func mended(_ texts: [String]) -> [String] {
        let lines = texts.map { line($0) }
        return BrokenWords.mended(lines, by: HyphenRule(lines: lines)).map(\.text)
    }

    @Test func halvesOfABrokenWordAreNoWordsOfTheDocument() {
        #expect(
            mended(["without limitation, in-", "cluding clinics"]).first == "without limitation, including")
        #expect(mended(["that the follow-", "ing filings"]).first == "that the following")
        #expect(mended(["our follow-", "up; it came up"]).first == "our follow-up;")
    }

    @Test func aHyphenThatIsSetApartIsNoDashWhereTheDocumentKnowsTheWord() {
        #expect(
            mended(["an Administrative Office; the Administra -", "tive Office"])
                == ["an Administrative Office; the Administrative", "Office"])
        #expect(mended(["the clinics -", "and only they"]) == ["the clinics -", "and only they"])
    }

    @Test func aWordBrokenByThePageIsMendedOverTheNotesBelowIt() {
        let pages = [
            PageDraft(
                number: 1, width: 612, height: 792,
                lines: [line("we con-"), line("2 See the rule.", kind: .footnote)]),
            PageDraft(number: 2, width: 612, height: 792, lines: [line("duct outreach")]),
            PageDraft(number: 4, width: 612, height: 792, lines: [line("another page")]),
        ]
        let rule = HyphenRule(lines: pages.flatMap(\.lines))
        let mended = BrokenWords.mendedAcrossPages(pages, by: rule)
        #expect(
            mended.map { $0.lines.map(\.text) } == [
                ["we conduct", "2 See the rule."], ["outreach"], ["another page"],
            ])
    }
}
