import Correspondence

/// A letter's text as it is searched: four columns, of which each weighs differently.
struct LetterWords {
    var body: String
    var title: String
    var asks: String
    var other: String

    /// Divides pages in `body`; the archive's text has no control characters but line breaks.
    static let pageBreak = "\u{0C}"
    /// In the order of the word list.
    static let names = ["body", "title", "asks", "other"]

    init(_ letter: Letter) {
        let subject = letter.subject?.value
        title = [letter.title, subject == letter.title ? nil : subject].compactMap { $0 }
            .joined(separator: "\n")
        asks = letter.asks.map(\.text).joined(separator: "\n")
        body = letter.pages.map(\.text).joined(separator: Self.pageBreak)
        other = Self.other(letter)
    }

    var columns: [String] { [body, title, asks, other] }

    /// What is not running text and should be found all the same: margins, links, the document's own words.
    private static func other(_ letter: Letter) -> String {
        let document = letter.document
        let own = [document.title, document.description, document.siteName].compactMap { $0 }
        let margins = letter.pages.flatMap { ($0.margin ?? "").split(separator: "\n").map(String.init) }
        var seen: Set<String> = []
        return (own + (document.keywords ?? []) + margins + (document.links ?? []))
            .filter { seen.insert($0).inserted }.joined(separator: "\n")
    }
}
