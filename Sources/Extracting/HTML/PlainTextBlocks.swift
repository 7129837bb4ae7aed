import Correspondence

/// Divides plain text into blocks at blank lines; in Markdown also at headings, list items and quotes.
enum PlainTextBlocks {
    static func read(_ text: Substring, isMarkdown: Bool) -> [HTMLBlock] {
        var reader = Reader(isMarkdown: isMarkdown)
        for line in lines(of: text) { reader.read(line) }
        reader.endBlock()
        return reader.blocks
    }

    /// Lines without their ends, whether `\n`, `\r\n`, `\r` or a form feed ends them.
    static func lines(of text: Substring) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { character in
            character == "\n" || character == "\r\n" || character == "\r" || character == "\u{0C}"
        }
    }

    private struct Reader {
        let isMarkdown: Bool
        var blocks: [HTMLBlock] = []
        private var current: HTMLBlock?
        private var isFenced = false
        private var wasList = false

        init(isMarkdown: Bool) { self.isMarkdown = isMarkdown }

        mutating func read(_ line: Substring) {
            let trimmed = line.drop { $0 == " " || $0 == "\t" }
            if isMarkdown, trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
                endBlock()
                isFenced.toggle()
                return
            }
            if isFenced { return add(String(line), kind: .preformatted) }
            guard !trimmed.allSatisfy(\.isWhitespace) else { return endBlock() }
            isMarkdown ? readMarkdown(trimmed) : add(String(line), kind: .paragraph)
        }

        private mutating func readMarkdown(_ line: Substring) {
            if let heading = MarkdownLine.heading(line) {
                endBlock()
                add(heading.text, kind: .heading, level: heading.level)
                endBlock()
            } else if let level = MarkdownLine.underline(line), current?.lines.count == 1,
                current?.kind == .paragraph
            {
                current?.kind = .heading
                current?.level = level
                endBlock()
            } else if MarkdownLine.isRule(line) {
                endBlock()
            } else if MarkdownLine.isItem(line) {
                let follows = current?.kind == .listItem
                endBlock()
                add(MarkdownLine.inline(line), kind: .listItem)
                current?.isJoined = follows
            } else if line.hasPrefix(">") {
                if current?.kind != .quote { endBlock() }
                add(MarkdownLine.inline(line.drop { $0 == ">" || $0 == " " }), kind: .quote)
            } else {
                add(MarkdownLine.inline(line), kind: current?.kind ?? .paragraph, raw: line)
            }
        }

        private mutating func add(
            _ text: String, kind: TextLine.Block, level: Int? = nil, raw: Substring? = nil
        ) {
            let clean = cleanText(Array(text.utf8)[...], keepsSpaces: kind == .preformatted)
            guard !clean.isEmpty else { return }
            // In its place: a copy of the block for each line would cost the square of its lines.
            if current == nil { current = HTMLBlock(kind: kind, level: level, node: 0) }
            current?.lines.append(
                HTMLBlock.Line(text: clean, isBold: raw.map(MarkdownLine.isBold) ?? false))
        }

        mutating func endBlock() {
            if let block = current { blocks.append(block) }
            current = nil
        }
    }
}
