import Correspondence

/// Reads a letter in the plain notation of the fixtures: see `Fixtures/README.md`.
enum LetterNotation {
    static func text(_ notation: String) -> ExtractedText {
        var document = DocumentMetadata()
        var pages: [Page] = []
        var layouts: [PageLayout] = []
        for (index, source) in notation.split(separator: "\u{C}", omittingEmptySubsequences: false)
            .enumerated()
        {
            var reader = PageReader(
                number: index + 1, isSized: source.hasPrefix("!") || source.contains("\n!"))
            for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
                reader.read(String(line), &document)
            }
            pages.append(reader.page)
            layouts.append(reader.layout)
        }
        let isHTML = document.keywords == ["html"]
        return ExtractedText(
            mediaType: isHTML ? .html : .pdf, pages: pages, layouts: layouts, document: document,
            quality: TextQuality(text: .good))
    }
}

private struct PageReader {
    let number: Int
    /// Sizes of type are known where one line says its own.
    let isSized: Bool
    private var text = ""
    private var margin = ""
    private var lines: [TextLine] = []
    private var marginLines: [MarginLine] = []
    private var block = 0
    private var top = 72.0

    init(number: Int, isSized: Bool) {
        self.number = number
        self.isSized = isSized
    }

    mutating func read(_ line: String, _ document: inout DocumentMetadata) {
        if line.hasPrefix("@title ") {
            document.title = String(line.dropFirst(7))
        } else if line.hasPrefix("@site ") {
            document.siteName = String(line.dropFirst(6))
        } else if line == "@html" {
            document.keywords = ["html"]
        } else if line.hasPrefix("^ ") {
            addMargin(String(line.dropFirst(2)))
        } else if line.isEmpty {
            if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
            block += 1
        } else {
            add(line)
        }
    }

    private mutating func add(_ line: String) {
        let isHeading = line.hasPrefix("# ")
        var words = isHeading ? String(line.dropFirst(2)) : line
        let size = Self.size(&words)
        let start = text.unicodeScalars.count
        text += words + "\n"
        lines.append(
            TextLine(
                start: start, end: start + words.unicodeScalars.count, block: block,
                kind: isHeading ? .heading : .paragraph, level: isHeading ? 1 : nil,
                box: isSized ? box(size) : nil, size: isSized ? size : nil))
    }

    /// `!20 Words`: the size of the type, in points; 11 where a line does not say.
    private static func size(_ words: inout String) -> Double {
        guard words.hasPrefix("!"), let blank = words.firstIndex(of: " "),
            let size = Double(words[words.index(after: words.startIndex)..<blank])
        else { return 11 }
        words = String(words[words.index(after: blank)...])
        return size
    }

    /// Lines stand one under the other, on one left edge.
    private mutating func box(_ size: Double) -> Box {
        defer { top += size * 1.2 }
        return Box(left: 72, top: top, right: 500, bottom: top + size)
    }

    private mutating func addMargin(_ words: String) {
        let start = margin.unicodeScalars.count
        margin += words + "\n"
        let role: MarginLine.Role = words.contains("RECEIVED") || words.contains("FAX") ? .stamp : .footer
        marginLines.append(MarginLine(start: start, end: start + words.unicodeScalars.count, role: role))
    }

    var page: Page {
        Page(number: number, text: text, margin: margin.isEmpty ? nil : margin, source: .textLayer)
    }

    var layout: PageLayout { PageLayout(page: number, lines: lines, marginLines: marginLines) }
}
