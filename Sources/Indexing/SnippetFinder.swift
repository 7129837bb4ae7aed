import Correspondence
import GRDB

/// Finds the passage of a letter that shows best why it matches.
///
/// The letter's words are put into a small index of their own in memory, cut into words as the large one does: what
/// is marked is what was found.
final class SnippetFinder {
    /// Scalars of a passage, ellipses aside.
    static let length = 160
    // Control characters, which the archive's text does not contain.
    private static let opening: Unicode.Scalar = "\u{02}"
    private static let closing: Unicode.Scalar = "\u{03}"
    private static let pageBreak: Unicode.Scalar = "\u{0C}"

    private let terms: [TextTerm]
    private let queue: DatabaseQueue

    init(terms: [TextTerm]) throws {
        self.terms = terms
        queue = try DatabaseQueue()
        try queue.write { db in
            let columns = LetterWords.names.joined(separator: ", ")
            try db.execute(
                sql: """
                    CREATE TABLE letter_text (letter INTEGER PRIMARY KEY, \(columns));
                    CREATE VIRTUAL TABLE letter_words USING fts5(
                      \(columns), content='letter_text', content_rowid='letter',
                      tokenize="\(IndexTables.tokenizer)");
                    """)
        }
    }

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
    func snippet(_ letter: Letter) throws -> Snippet? {
        let columns = LetterWords(letter).columns
        let expressions = terms.flatMap { term -> [String] in
            guard case .prefix(let start) = term else { return [term].compactMap(MatchExpression.text) }
            return Self.words(in: columns, beginning: start).compactMap { MatchExpression.text(.word($0)) }
        }
        guard !expressions.isEmpty else { return nil }
        let marked = try marked(columns, expressions.joined(separator: " OR "))
        for (name, place) in [("body", 0), ("asks", 2), ("title", 1), ("other", 3)] {
            guard let found = Self.passage(marked[place]) else { continue }
            var snippet = found.snippet
            if name == "body", letter.pages.indices.contains(found.page) {
                snippet.page = letter.pages[found.page].number
            }
            return snippet
        }
        return nil
    }

    /// The columns with marks around what is found.
    private func marked(_ columns: [String], _ expression: String) throws -> [String] {
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN")
            let text: StatementArguments = StatementArguments(columns)
            let words = StatementArguments(columns.map(TextFolding.folded))
            try db.cachedStatement(sql: "INSERT INTO letter_text VALUES (1, ?, ?, ?, ?)")
                .execute(arguments: text)
            try db.cachedStatement(
                sql: "INSERT INTO letter_words (rowid, body, title, asks, other) VALUES (1, ?, ?, ?, ?)"
            ).execute(arguments: words)
            let highlights = LetterWords.names.indices
                .map { "highlight(letter_words, \($0), '\(Self.opening)', '\(Self.closing)')" }
                .joined(separator: ", ")
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT \(highlights) FROM letter_words WHERE letter_words MATCH ?"),
                arguments: [expression])
            let marked = row.map { row in columns.indices.map { row[$0] as String } }
            try db.execute(sql: "ROLLBACK")
            return marked ?? columns
        }
    }

    /// Words of a letter that begin so.
    private static func words(in columns: [String], beginning start: String) -> [String] {
        let key = NameKey.words(start).split(separator: " ").joined()
        guard let first = key.unicodeScalars.first else { return [] }
        var found: Set<String> = []
        let all = columns.joined(separator: " ").unicodeScalars
        for word in all.split(whereSeparator: { !MatchExpression.isWordPart($0) }) {
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
            } else if isSpace(scalar) {
                if scalars.last != " " { scalars.append(" ") }
            } else {
                scalars.append(scalar)
            }
        }
        return (scalars, highlights)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || (!scalar.isASCII && scalar.properties.isWhitespace)
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
