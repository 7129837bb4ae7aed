import Correspondence
import GRDB

/// Finds the passage of a letter that shows best why it matches.
enum SnippetFinder {
    /// Scalars of a passage, ellipses aside.
    static let length = 160
    // Control characters, which the archive's text does not contain.
    private static let opening: Unicode.Scalar = "\u{02}"
    private static let closing: Unicode.Scalar = "\u{03}"
    private static let pageBreak: Unicode.Scalar = "\u{0C}"

    /// The words that a query wants, those that it does not want left out.
    static func terms(_ condition: QueryCondition?) -> [TextTerm] { condition.map(wanted) ?? [] }

    private static func wanted(_ condition: QueryCondition) -> [TextTerm] {
        switch condition {
        case .text(let term): [term]
        case .all(let parts), .any(let parts): parts.flatMap(wanted)
        default: []
        }
    }

    /// From the text if it stands there, else from the asks, the title, margins and links; nil where there are no words.
    static func snippet(_ number: Int, _ terms: [TextTerm], _ db: Database) throws -> Snippet? {
        let expressions = try terms.flatMap { term -> [String] in
            guard case .prefix(let start) = term else { return [term].compactMap(MatchExpression.text) }
            return try words(in: number, beginning: start, db).compactMap { MatchExpression.text(.word($0)) }
        }
        guard !expressions.isEmpty else { return nil }
        let expression = expressions.joined(separator: " OR ")
        let columns = LetterText.columns.enumerated()
            .map { "highlight(letter_words, \($0.offset), '\(opening)', '\(closing)') AS \($0.element)" }
            .joined(separator: ", ")
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(columns), page_numbers \
                FROM letter_words JOIN letter_text ON letter = letter_words.rowid \
                WHERE letter_words MATCH ? AND letter_words.rowid = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [expression, number]) else { return nil }
        let pages = (row["page_numbers"] as String?)?.components(separatedBy: LetterText.listSeparator)
        for column in ["body", "asks", "title", "other"] {
            guard let text = row[column] as String?, let found = passage(text) else { continue }
            var snippet = found.snippet
            if column == "body" { snippet.page = pages.flatMap { Int($0[found.page]) } ?? found.page + 1 }
            return snippet
        }
        return nil
    }

    /// Words of a letter that begin so: looked up in the letter, which is short, not in the list of all words.
    private static func words(in number: Int, beginning start: String, _ db: Database) throws -> [String] {
        let statement = try db.cachedStatement(
            sql:
                "SELECT title || ' ' || asks || ' ' || body || ' ' || other FROM letter_text WHERE letter = ?"
        )
        guard let text = try String.fetchOne(statement, arguments: [number]) else { return [] }
        let key = NameKey.words(start).split(separator: " ").joined()
        guard let first = key.unicodeScalars.first else { return [] }
        var found: Set<String> = []
        for word in text.unicodeScalars.split(whereSeparator: { !MatchExpression.isWordPart($0) }) {
            // Most words differ in their first letter, which is cheap to see.
            guard let letter = word.first,
                !letter.isASCII || !first.isASCII || letter.value | 32 == first.value | 32
            else { continue }
            let plain = String(word)
            if NameKey.words(plain).dropFirst().hasPrefix(key) { found.insert(plain) }
        }
        return found.sorted().prefix(30).map { $0 }
    }

    /// The passage with the most different marked words, then the most, and on which page from 0; nil where no
    /// word is marked.
    static func passage(_ marked: String) -> (snippet: Snippet, page: Int)? {
        var page = 0
        var best: (snippet: Snippet, page: Int, worth: Int)?
        for text in marked.unicodeScalars.split(separator: pageBreak, omittingEmptySubsequences: false) {
            defer { page += 1 }
            guard text.contains(opening) else { continue }
            let (snippet, worth) = passage(onPage: Array(text))
            if worth > best?.worth ?? 0 { best = (snippet, page, worth) }
        }
        return best.map { ($0.snippet, $0.page) }
    }

    private static func passage(onPage marked: [Unicode.Scalar]) -> (snippet: Snippet, worth: Int) {
        let (scalars, highlights) = unmarked(marked)
        let words = highlights.map { String(String.UnicodeScalarView(scalars[$0])).lowercased() }
        var first = 0
        var best = 0..<0
        var worth = 0
        for last in highlights.indices {
            while highlights[last].upperBound - highlights[first].lowerBound > length, first < last {
                first += 1
            }
            let found = 100 * Set(words[first...last]).count + min(99, last + 1 - first)
            if found > worth { (best, worth) = (first..<(last + 1), found) }
        }
        let shown = Array(highlights[best])
        guard let start = shown.first?.lowerBound, let end = shown.last?.upperBound else {
            return (Snippet(text: ""), 0)
        }
        let spare = max(0, length - (end - start))
        let from = wordStart(scalars, max(0, start - spare / 3), before: start)
        let to = wordEnd(scalars, min(scalars.count, max(end, from + length)), after: end)
        return (snippet(scalars, from..<to, shown), worth)
    }

    /// One line: runs of white space become one space.
    private static func unmarked(_ marked: [Unicode.Scalar]) -> ([Unicode.Scalar], [Range<Int>]) {
        var scalars: [Unicode.Scalar] = []
        var highlights: [Range<Int>] = []
        var start = 0
        for scalar in marked {
            if scalar == opening {
                start = scalars.count
            } else if scalar == closing {
                highlights.append(start..<scalars.count)
            } else if scalar.properties.isWhitespace || scalar.value < 32 {
                if scalars.last != " " { scalars.append(" ") }
            } else {
                scalars.append(scalar)
            }
        }
        return (scalars, highlights)
    }

    private static func wordStart(_ scalars: [Unicode.Scalar], _ place: Int, before: Int) -> Int {
        guard place > 0 else { return 0 }
        return scalars[place..<before].firstIndex(of: " ").map { $0 + 1 } ?? before
    }

    private static func wordEnd(_ scalars: [Unicode.Scalar], _ place: Int, after: Int) -> Int {
        guard place < scalars.count else { return scalars.count }
        return scalars[after..<place].lastIndex(of: " ") ?? after
    }

    private static func snippet(
        _ scalars: [Unicode.Scalar], _ range: Range<Int>, _ highlights: [Range<Int>]
    ) -> Snippet {
        let before = range.lowerBound > 0 ? "… " : ""
        let after = range.upperBound < scalars.count ? " …" : ""
        let text = before + String(String.UnicodeScalarView(scalars[range])) + after
        let shift = before.unicodeScalars.count - range.lowerBound
        return Snippet(
            text: text, highlights: highlights.map { [$0.lowerBound + shift, $0.upperBound + shift] })
    }
}
