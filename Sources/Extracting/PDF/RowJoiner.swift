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
        !line.isTurned && !last.isTurned
            && sharesRow(last, line) && line.box.left > last.box.right - 1
    }

    /// As `Rows` groups them: raised marks belong to the line beside them.
    private static func sharesRow(_ a: PrintedLine, _ b: PrintedLine) -> Bool {
        let (small, large) = a.box.height < b.box.height ? (a, b) : (b, a)
        return abs(a.middle - b.middle) < max(0.4 * small.box.height, 0.5 * large.box.height - 1)
    }

    /// One space where words meet, two where cells do.
    static func joined(_ a: PrintedLine, _ b: PrintedLine) -> PrintedLine {
        let gap = b.box.left - a.box.right
        let isCell = gap > LineReader.cellGap * max(a.box.height, b.box.height) && !ListMark.isAll(of: a.text)
        var row = a
        row.text +=
            (isCell
                ? "  "
                : gap > 0.15 * min(a.box.height, b.box.height) || isMark(a, beside: b) || isMark(b, beside: a)
                    ? " " : "") + b.text
        row.box = a.box.union(b.box)
        row.isBold = a.isBold && b.isBold
        row.isItalic = a.isItalic && b.isItalic
        row.size = a.text.utf8.count >= b.text.utf8.count ? a.size : b.size
        row.isNoteMark = false
        row.beginsRaised = a.beginsRaised || isMark(a, beside: b) && a.box.bottom < b.box.bottom
        row.isFilledIn = a.isFilledIn && b.isFilledIn
        if isCell { row.kind = .tableRow }
        return row
    }

    private static func isMark(_ mark: PrintedLine, beside line: PrintedLine) -> Bool {
        mark.isNoteMark && mark.box.height < LineReader.raisedHeight * line.box.height
    }
}
