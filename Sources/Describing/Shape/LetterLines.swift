import Correspondence
import Scanning

/// All lines of a letter, and the way from lines back to evidence.
struct LetterLines: Sendable {
    /// Running text, page by page.
    var text: [LetterLine] = []
    /// Running heads, feet and stamps.
    var margin: [LetterLine] = []
    private var scalars: [Int: [Unicode.Scalar]] = [:]
    private var marginScalars: [Int: [Unicode.Scalar]] = [:]
    private var blocks = 0

    init(_ extracted: ExtractedText) {
        for (index, page) in extracted.pages.enumerated() {
            let layout = extracted.layouts.indices.contains(index) ? extracted.layouts[index] : nil
            add(page, layout)
        }
    }

    private mutating func add(_ page: Page, _ layout: PageLayout?) {
        let scalars = Array(page.text.unicodeScalars)
        self.scalars[page.number] = scalars
        var lastBlock: Int?
        for line in layout?.lines ?? Self.plainLines(of: scalars) {
            guard var read = Self.line(page.number, .text, scalars, line.start, line.end) else { continue }
            if line.block != lastBlock { blocks += 1 }
            lastBlock = line.block
            read.block = blocks
            read.kind = line.kind
            read.level = line.level
            read.size = line.size
            read.isBold = line.isBold
            read.box = line.box
            text.append(read)
        }
        addMargin(page, layout)
    }

    private mutating func addMargin(_ page: Page, _ layout: PageLayout?) {
        guard let margin = page.margin, !margin.isEmpty else { return }
        let scalars = Array(margin.unicodeScalars)
        marginScalars[page.number] = scalars
        if let lines = layout?.marginLines, !lines.isEmpty {
            for line in lines {
                guard var read = Self.line(page.number, .margin, scalars, line.start, line.end) else {
                    continue
                }
                read.role = line.role
                read.box = line.box
                self.margin.append(read)
            }
        } else {
            for line in Self.plainLines(of: scalars) {
                guard let read = Self.line(page.number, .margin, scalars, line.start, line.end) else {
                    continue
                }
                self.margin.append(read)
            }
        }
    }

    private static func line(
        _ page: Int, _ place: Evidence.Place, _ scalars: [Unicode.Scalar], _ start: Int, _ end: Int
    ) -> LetterLine? {
        var start = max(0, start)
        var end = min(end, scalars.count)
        while start < end, scalars[start].isWhiteSpace { start += 1 }
        // A backslash at its end is how Markdown breaks a line.
        while end > start, scalars[end - 1].isWhiteSpace || scalars[end - 1] == "\\" { end -= 1 }
        guard start < end else { return nil }
        let string = string(scalars[start..<end])
        return LetterLine(
            page: page, place: place, start: start, string: string, text: IndexedText(string), block: 0)
    }

    /// Lines of a text that has no layout: a blank line ends a block.
    private static func plainLines(of scalars: [Unicode.Scalar]) -> [TextLine] {
        var lines: [TextLine] = []
        var block = 0
        var start = 0
        for end in 0...scalars.count where end == scalars.count || scalars[end] == "\n" {
            if end > start {
                lines.append(TextLine(start: start, end: end, block: block, kind: .paragraph))
            } else {
                block += 1
            }
            start = end + 1
        }
        return lines
    }

    /// Unicode scalars of a page's running text from an offset on, at most so many.
    func scalars(onPage page: Int, from start: Int, limit: Int) -> ArraySlice<Unicode.Scalar> {
        (scalars[page] ?? []).dropFirst(start).prefix(limit)
    }

    static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(scalars: scalars)
    }

    /// Evidence for a part of a line, given in scalars from the line's start; for the whole line without it.
    func evidence(
        _ line: LetterLine, _ range: Range<Int>? = nil, rule: String, _ confidence: Evidence.Confidence
    ) -> Evidence {
        let start = line.start + (range?.lowerBound ?? 0)
        let end = line.start + (range?.upperBound ?? line.count)
        return evidence(page: line.page, line.place, start, end, rule: rule, confidence)
    }

    /// Evidence for words in a line; for the whole line where they do not stand there letter by letter.
    func evidence(
        _ line: LetterLine, of words: String, rule: String, _ confidence: Evidence.Confidence
    ) -> Evidence {
        evidence(line, line.range(of: words), rule: rule, confidence)
    }

    /// Evidence that runs from one line to another on the same page; of the first alone where the pages differ.
    func evidence(
        from first: LetterLine, at start: Int = 0, to last: LetterLine, rule: String,
        _ confidence: Evidence.Confidence
    ) -> Evidence {
        let isSame = first.page == last.page && first.place == last.place && last.end >= first.start + start
        return evidence(
            page: first.page, first.place, first.start + start, isSame ? last.end : first.end, rule: rule,
            confidence)
    }

    /// Evidence for a span of a page.
    func evidence(
        page: Int, _ place: Evidence.Place, _ start: Int, _ end: Int, rule: String,
        _ confidence: Evidence.Confidence
    ) -> Evidence {
        let all = (place == .margin ? marginScalars[page] : scalars[page]) ?? []
        let low = min(max(0, start), all.count)
        let high = min(max(low, end), all.count)
        return Evidence(
            page: page, place: place, start: low, end: high, quote: Self.string(all[low..<high]), rule: rule,
            confidence: confidence)
    }
}
