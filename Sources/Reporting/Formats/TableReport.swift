import Correspondence

/// What a query found, a letter a line, in the columns of a terminal.
public struct TableReport: Sendable {
    /// Columns of the terminal.
    public var width: Int
    public var style: TextStyle
    /// Whether a second line shows where the words stand.
    public var showsSnippets: Bool

    public init(width: Int = 80, style: TextStyle = TextStyle(isColoured: false), showsSnippets: Bool = true)
    {
        self.width = max(40, width)
        self.style = style
        self.showsSnippets = showsSnippets
    }

    /// The table with its heading; empty for no letters.
    public func text(_ hits: [QueryHit]) -> String {
        guard !hits.isEmpty else { return "" }
        let rows = hits.map(cells)
        let widths = widths(rows)
        var lines = [style.faint(line(Self.heading, widths))]
        for (hit, row) in zip(hits, rows) {
            lines.append(line(row, widths))
            if showsSnippets, let snippet = hit.snippet { lines.append(passage(snippet)) }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// `2 of 24 letters · sorted by date · 4 ms`.
    ///
    /// - Parameter milliseconds: How long it took; nil leaves it out.
    public func footer(_ result: QueryResult, sort: LetterQuery.Sort, milliseconds: Int?) -> String {
        let counts = "\(grouped(result.total)) of \(counted(result.archived, "letter"))"
        let shown = result.hits.count < result.total ? "\(grouped(result.hits.count)) shown" : nil
        let others =
            result.alsoKnownAs.isEmpty ? nil : "also as " + result.alsoKnownAs.joined(separator: ", ")
        let parts = [counts, shown, others, "sorted by \(sort.rawValue)", milliseconds.map { "\($0) ms" }]
        return style.faint(parts.compactMap { $0 }.joined(separator: " · "))
    }

    private static let heading = ["DATE", "FROM", "TO", "SUBJECT", "TOPICS", "ID"]

    private func cells(_ hit: QueryHit) -> [String] {
        [
            hit.date?.description ?? "–", hit.sender ?? "–",
            hit.to.isEmpty ? "–" : hit.to.joined(separator: ","),
            (hit.withdrawn == nil ? "" : "(withdrawn) ") + (hit.title ?? "–"),
            hit.topics.joined(separator: ", "), hit.shortID,
        ].map(cleanText)
    }

    /// Dates and ids are never cut. Of the rest, the subject takes what the others leave.
    private func widths(_ rows: [[String]]) -> [Int] {
        let widest = Self.heading.indices.map { column in
            max(Self.heading[column].count, rows.map { TextWidth.columns($0[column]) }.max() ?? 0)
        }
        let gaps = 2 * (Self.heading.count - 1)
        let spare = width - gaps - widest[0] - widest[5]
        let from = min(widest[1], max(8, spare * 3 / 10))
        let to = min(widest[2], max(4, spare / 8))
        let topics = min(widest[4], max(6, spare * 2 / 10))
        let subject = max(7, min(widest[3], spare - from - to - topics))
        return [widest[0], from, to, subject, topics, widest[5]]
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var texts = zip(cells, widths).map { TextWidth.padded(TextWidth.fitted($0, to: $1), to: $1) }
        while texts.last?.last == " " { texts[texts.count - 1].removeLast() }
        return texts.joined(separator: "  ")
    }

    private func passage(_ snippet: Snippet) -> String {
        let page = snippet.page.map { "p. \($0)  " } ?? ""
        let start = String(repeating: " ", count: 4) + page
        let room = width - start.count
        let scalars = Array(snippet.text.unicodeScalars)
        // Where the passage is longer than the line, it is moved so that the first marked word is seen.
        let shift = TextWidth.columns(snippet.text) > room ? Self.start(scalars, snippet.highlights, room) : 0
        let pieces = Self.pieces(scalars, snippet.highlights, from: shift)
        var used = shift > 0 ? 2 : 0
        var text = shift > 0 ? "… " : ""
        for piece in pieces where used < room {
            let whole = cleanPiece(piece.text)
            let shown = TextWidth.fitted(whole, to: room - used)
            used += TextWidth.columns(shown)
            text += piece.isMarked ? style.bold(shown) : shown
            if shown != whole { break }
        }
        return style.faint(start) + text
    }

    /// A word's beginning, a third of the line before the first marked word.
    private static func start(_ scalars: [Unicode.Scalar], _ highlights: [[Int]], _ room: Int) -> Int {
        guard let mark = highlights.first?.first, mark > room / 3, mark <= scalars.count else { return 0 }
        return scalars[(mark - room / 3)..<mark].firstIndex(of: " ").map { $0 + 1 } ?? mark
    }

    private static func pieces(
        _ scalars: [Unicode.Scalar], _ highlights: [[Int]], from start: Int
    ) -> [(text: String, isMarked: Bool)] {
        var pieces: [(text: String, isMarked: Bool)] = []
        var place = start
        let add = { (end: Int, isMarked: Bool) in
            guard end > place else { return }
            pieces.append((String(String.UnicodeScalarView(scalars[place..<end])), isMarked))
            place = end
        }
        for mark in highlights where mark.count == 2 && mark[0] <= mark[1] && mark[1] <= scalars.count {
            add(mark[0], false)
            add(mark[1], true)
        }
        add(scalars.count, false)
        return pieces
    }

    /// As `cleanText`, but spaces at the ends stay: pieces of a line are put together again.
    private func cleanPiece(_ text: String) -> String {
        let clean = cleanText(text)
        guard !clean.isEmpty else { return text.isEmpty ? "" : " " }
        return (text.first == " " ? " " : "") + clean + (text.last == " " ? " " : "")
    }
}
