import Correspondence

/// Joins what stands on one baseline and follows in reading order: cells of a table row, a label and its
/// value, words that a tab or a font change has torn apart.
enum RowJoiner {
    static func join(_ lines: [PrintedLine]) -> [PrintedLine] {
        var rows: [PrintedLine] = []
        for line in lines {
            if let last = rows.last, belongs(line, after: last) {
                rows[rows.count - 1] = joined(last, line)
            } else {
                rows.append(line)
            }
        }
        return rows
    }

    static func belongs(_ line: PrintedLine, after last: PrintedLine) -> Bool {
        !line.isTurned && !last.isTurned && !line.isFilledIn && !last.isFilledIn
            && last.sharesRow(with: line) && line.box.left > last.box.right - 1
    }

    /// One space where words meet, two where cells do.
    static func joined(_ a: PrintedLine, _ b: PrintedLine) -> PrintedLine {
        let gap = b.box.left - a.box.right
        let isCell = gap > 1.5 * max(a.size, b.size)
        var row = a
        row.text += (isCell ? "  " : gap > 0.15 * a.box.height ? " " : "") + b.text
        row.box = a.box.union(b.box)
        row.isBold = a.isBold && b.isBold
        row.isItalic = a.isItalic && b.isItalic
        row.size = a.text.utf8.count >= b.text.utf8.count ? a.size : b.size
        if isCell { row.kind = .tableRow }
        return row
    }
}
