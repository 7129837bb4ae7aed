import Correspondence

extension WordStory {
    /// Reads a table row by row, cells apart. A table that only arranges what stands in it (one column, or
    /// one row whose cells hold several paragraphs, as letterheads and signatures do) is read as paragraphs.
    mutating func readTable(_ table: Int) {
        let rows = rows(in: table)
        for (ordinal, row) in rows.enumerated() {
            let cells = cells(in: row)
            let broken = writer.sawBreak
            writer.sawBreak = false
            let texts = cells.map { blocks(of: $0) }
            if writer.sawBreak { writer.breakPage() }
            writer.sawBreak = broken || (writer.sawBreak && !writer.isPaged)
            let filled = texts.filter { !$0.isEmpty }
            if filled.count == 1 || (rows.count <= 2 && filled.contains { $0.count > 1 }) {
                for block in filled.joined() { writer.add(block) }
            } else if !filled.isEmpty {
                writer.add(Self.row(texts, isFirst: ordinal == 0))
            }
        }
    }

    private func rows(in table: Int) -> [Int] { direct("tr", in: table) }

    private func cells(in row: Int) -> [Int] { direct("tc", in: row) }

    /// Elements of a name inside another, through content controls and tracked insertions.
    private func direct(_ name: String, in node: Int) -> [Int] {
        document.children(node).flatMap { child -> [Int] in
            switch document.name(child) {
            case name: [child]
            case "sdt", "sdtContent", "customXml", "ins": direct(name, in: child)
            default: []
            }
        }
    }

    /// A cell's blocks. Page breaks inside are noted in `writer.sawBreak`, notes on the page at hand.
    private mutating func blocks(of cell: Int) -> [HTMLBlock] {
        var inner = WordStory(document, relationships: relationships, context: context)
        inner.read(cell)
        context = inner.context
        writer.keepNotes(of: inner.writer)
        if inner.writer.sawBreak { writer.sawBreak = true }
        return inner.writer.pages.flatMap { $0 }
    }

    private static func row(_ cells: [[HTMLBlock]], isFirst: Bool) -> HTMLBlock {
        let lines = cells.map { $0.flatMap(\.lines) }
        var texts = lines.map { $0.map(\.text).joined(separator: " ") }
        while texts.last?.isEmpty == true { texts.removeLast() }
        while texts.first?.isEmpty == true { texts.removeFirst() }
        var block = HTMLBlock(kind: .tableRow, level: nil, node: 0)
        let all = lines.joined()
        block.lines = [
            HTMLBlock.Line(
                text: texts.joined(separator: " | "), isBold: all.allSatisfy(\.isBold),
                isItalic: all.allSatisfy(\.isItalic))
        ]
        block.isJoined = !isFirst
        return block
    }
}
