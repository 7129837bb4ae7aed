import Correspondence
import Scanning

/// A page's lines, for the question whether a letter begins or ends on it.
struct LetterPage {
    var lines: [LetterLine] = []
    var margin: [LetterLine] = []

    /// One for each page of a text, in the same order.
    static func pages(of text: ExtractedText) -> [LetterPage] {
        let lines = LetterLines(text)
        let byPage = Dictionary(grouping: lines.text, by: \.page)
        let margins = Dictionary(grouping: lines.margin, by: \.page)
        return text.pages.map {
            LetterPage(lines: byPage[$0.number] ?? [], margin: margins[$0.number] ?? [])
        }
    }

    /// Whether a page opens what is enclosed: `Attachment 2`, `EXHIBIT A`, `Appendix: our letter of May 1`.
    var opensExhibit: Bool {
        lines.prefix(4).contains { $0.count < 100 && $0.has(Self.exhibit) }
            || margin.contains { $0.count < 100 && $0.has(Self.exhibit) }
    }

    private static let exhibit = Pattern(
        literal:
            #"\A\W{0,3}(?:attachments?|appendix|appendices|exhibits?|enclosures?|annex(?:es)?|addendum|tab)\b\W*(?:\z|(?:no\.?\s*|number\s+)?[A-Z0-9]{1,4}\b|[:–—-])"#,
        options: [.caseInsensitive])
}
