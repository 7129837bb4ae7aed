import Correspondence

/// Writes a page's lines as text with their offsets, a blank line between blocks.
struct PageComposer {
    let draft: PageDraft
    let hyphens: HyphenRule

    func page(source: Page.Source = .textLayer) -> (page: Page, layout: PageLayout) {
        var text = ""
        var lines: [TextLine] = []
        var offset = 0
        let printed = BrokenWords.mended(draft.lines, by: hyphens)
        for (index, line) in printed.enumerated() {
            if index > 0 {
                let separator = line.block == printed[index - 1].block ? "\n" : "\n\n"
                text += separator
                offset += separator.utf8.count
            }
            let length = line.text.unicodeScalars.count
            lines.append(Self.textLine(line, start: offset, end: offset + length))
            text += line.text
            offset += length
        }
        let (margin, marginLines) = composedMargin()
        let page = Page(number: draft.number, text: text, margin: margin, source: source)
        let layout = PageLayout(
            page: draft.number, width: draft.width, height: draft.height, lines: lines,
            marginLines: marginLines)
        return (page, layout)
    }

    private static func textLine(_ line: PrintedLine, start: Int, end: Int) -> TextLine {
        TextLine(
            start: start, end: end, block: line.block, kind: line.kind, level: line.level, box: line.box,
            size: line.size, isBold: line.isBold, isItalic: line.isItalic)
    }

    private func composedMargin() -> (String?, [MarginLine]) {
        guard !draft.margin.isEmpty else { return (nil, []) }
        var text = ""
        var lines: [MarginLine] = []
        var offset = 0
        for (index, entry) in draft.margin.enumerated() {
            if index > 0 {
                text += "\n"
                offset += 1
            }
            let length = entry.line.text.unicodeScalars.count
            lines.append(
                MarginLine(start: offset, end: offset + length, role: entry.role, box: entry.line.box))
            text += entry.line.text
            offset += length
        }
        return (text, lines)
    }
}
