import Correspondence

@testable import Tagging

/// A text as Extracting hands it over: `# ` makes a heading, a blank line a new block.
func sampleText(_ pages: String..., title: String? = nil) -> ExtractedText {
    var read: [Page] = []
    var layouts: [PageLayout] = []
    for (number, source) in pages.enumerated() {
        var text = ""
        var lines: [TextLine] = []
        for (block, part) in source.split(separator: "\n\n").enumerated() {
            if !text.isEmpty { text += "\n\n" }
            let isHeading = part.hasPrefix("# ")
            let start = text.unicodeScalars.count
            text += isHeading ? part.dropFirst(2) : part
            lines.append(
                TextLine(
                    start: start, end: text.unicodeScalars.count, block: block,
                    kind: isHeading ? .heading : .paragraph, level: isHeading ? 1 : nil))
        }
        read.append(Page(number: number + 1, text: text, source: .plain))
        layouts.append(PageLayout(page: number + 1, lines: lines))
    }
    var document = DocumentMetadata()
    document.title = title
    return ExtractedText(
        mediaType: .plain, pages: read, layouts: layouts, document: document,
        quality: TextQuality(text: .good))
}

func sampleDescription() -> Description {
    Description(
        kind: Evidenced(.letter, Evidence(place: .field, quote: "", rule: "sample", confidence: .low)))
}

/// Running text that says nothing, of so many words.
func filler(_ words: Int) -> String {
    Array(repeating: "word", count: words).joined(separator: " ") + "."
}
