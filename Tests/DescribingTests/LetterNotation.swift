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
            var reader = PageReader(number: index + 1)
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
    private var text = ""
    private var margin = ""
    private var lines: [TextLine] = []
    private var marginLines: [MarginLine] = []
    private var block = 0

    init(number: Int) { self.number = number }

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
        let words = isHeading ? String(line.dropFirst(2)) : line
        let start = text.unicodeScalars.count
        text += words + "\n"
        lines.append(
            TextLine(
                start: start, end: start + words.unicodeScalars.count, block: block,
                kind: isHeading ? .heading : .paragraph, level: isHeading ? 1 : nil))
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
