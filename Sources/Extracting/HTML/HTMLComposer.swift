import Correspondence

/// Sets blocks as a page's text, with a layout fact for each line.
enum HTMLComposer {
    static func compose(_ blocks: [HTMLBlock]) -> (text: String, lines: [TextLine]) {
        var whole = ""
        var offset = 0
        var lines: [TextLine] = []
        whole.reserveCapacity(
            blocks.reduce(0) { $0 + $1.lines.reduce(2) { $0 + $1.text.utf8.count + 1 } })
        lines.reserveCapacity(blocks.reduce(0) { $0 + $1.lines.count })
        func append(_ text: String) {
            whole += text
            offset += text.unicodeScalars.count
        }
        for (ordinal, block) in blocks.enumerated() {
            if ordinal > 0 { append(block.isJoined ? "\n" : "\n\n") }
            for (number, line) in block.lines.enumerated() {
                if number > 0 { append("\n") }
                let start = offset
                append(line.text)
                lines.append(
                    TextLine(
                        start: start, end: offset, block: ordinal, kind: block.kind, level: block.level,
                        isBold: line.isBold, isItalic: line.isItalic))
            }
        }
        return (whole, lines)
    }
}
