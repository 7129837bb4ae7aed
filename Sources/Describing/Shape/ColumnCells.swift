import Scanning

/// The cells of a line that columns share: two blanks or a tab divide them.
enum ColumnCells {
    /// Each cell as a line of its own, with its place on the page.
    static func of(_ line: LetterLine) -> [LetterLine] {
        guard line.string.contains("  ") || line.string.contains("\t") else { return [line] }
        let scalars = Array(line.string.unicodeScalars)
        var cells: [LetterLine] = []
        var start: Int?
        var blanks = 0
        for (offset, scalar) in (scalars + ["\t"]).enumerated() {
            guard scalar != " ", scalar != "\t" else {
                blanks += scalar == "\t" ? 2 : 1
                continue
            }
            if blanks > 1, let begun = start {
                cells.append(cell(begun, offset - 1, scalars, line))
                start = nil
            }
            start = start ?? offset
            blanks = 0
        }
        if let start { cells.append(cell(start, scalars.count, scalars, line)) }
        return cells
    }

    private static func cell(
        _ start: Int, _ limit: Int, _ scalars: [Unicode.Scalar], _ line: LetterLine
    ) -> LetterLine {
        var end = min(limit, scalars.count)
        while end > start, scalars[end - 1] == " " || scalars[end - 1] == "\t" { end -= 1 }
        var cell = line
        cell.string = LetterLines.string(scalars[start..<end])
        cell.text = IndexedText(cell.string)
        cell.start = line.start + start
        if let box = line.box, !scalars.isEmpty {
            let width = (box.right - box.left) / Double(scalars.count)
            cell.box?.left = box.left + width * Double(start)
            cell.box?.right = box.left + width * Double(end)
        }
        return cell
    }
}
