import Correspondence

/// Says what each block is: heading, list item, footnote, table or paragraph.
struct BlockKinds {
    /// Headings are at most this long, in lines.
    private static let longestHeading = 3

    private let bodySize: Double
    private let pageHeight: Double

    init(_ lines: [PrintedLine], pageHeight: Double) {
        bodySize = PageMeasures.bodySize(lines)
        self.pageHeight = pageHeight
    }

    func named(_ lines: [PrintedLine]) -> [PrintedLine] {
        var named = lines
        var start = 0
        var isAmongNotes = false
        while start < lines.count {
            let end = lines[start...].firstIndex { $0.block != lines[start].block } ?? lines.count
            let block = lines[start..<end]
            isAmongNotes = isNote(block, afterNote: isAmongNotes)
            let level = isAmongNotes ? nil : headingLevel(block)
            let kind = isAmongNotes ? TextLine.Block.footnote : level != nil ? .heading : listKind(block)
            for index in start..<end where !named[index].isTableRow {
                named[index].kind = kind
                named[index].level = level
            }
            start = end
        }
        return named
    }

    private func listKind(_ block: ArraySlice<PrintedLine>) -> TextLine.Block {
        block.first.map { ListMark.begins($0.text) } ?? false ? .listItem : .paragraph
    }

    /// Small type in the lower part of the page that begins with a mark, and all small type after it.
    private func isNote(_ block: ArraySlice<PrintedLine>, afterNote: Bool) -> Bool {
        guard let first = block.first, first.box.top > 0.35 * pageHeight, !first.isTableRow else {
            return false
        }
        let isSmall = first.size <= 0.92 * bodySize
        if first.beginsRaised, first.size <= bodySize { return true }
        guard isSmall else { return false }
        return afterNote
            || first.text.unicodeScalars.first.map { ("0"..."9").contains($0) || $0 == "*" } ?? false
    }

    /// 1 and 2 by size, 3 by weight or capitals; nil for running text.
    private func headingLevel(_ block: ArraySlice<PrintedLine>) -> Int? {
        guard let first = block.first, block.count <= Self.longestHeading, !isLabelled(first.text),
            !block.contains(where: \.isTableRow), let last = block.last?.text.last, !".;,-".contains(last)
        else { return nil }
        let size = block.map(\.size).min() ?? 0
        if size >= 1.4 * bodySize { return 1 }
        if size >= 1.15 * bodySize { return 2 }
        let isCapital = block.allSatisfy {
            $0.text == $0.text.uppercased() && $0.text.count { $0.isLetter } > 5
        }
        return isCapital || block.allSatisfy(\.isBold) && block.count < 3 ? 3 : nil
    }

    /// "Re: …", "TO: …": a label and its value, bold or not.
    private func isLabelled(_ text: String) -> Bool {
        text.prefix(14).contains(":")
    }
}
