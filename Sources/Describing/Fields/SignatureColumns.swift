/// Reads a signature block whose people stand side by side: column by column, as one would read it aloud.
enum SignatureColumns {
    /// The same lines, with those that columns share cut into cells and put in the columns' order.
    static func unrolled(_ lines: ArraySlice<LetterLine>) -> [LetterLine] {
        var result: [LetterLine] = []
        var columns: [[LetterLine]] = []
        for line in lines {
            let cells = ColumnCells.of(line)
            if isNames(cells) {
                result += columns.joined()
                columns = cells.map { [$0] }
            } else if !columns.isEmpty, cells.count == columns.count, !isRule(line) {
                for index in cells.indices { columns[index].append(cells[index]) }
            } else if !columns.isEmpty, cells.count < columns.count, !isRule(line),
                PersonName.read(line.string) == nil
            {
                for cell in cells { columns[nearest(cell, columns)].append(cell) }
            } else {
                result += columns.joined()
                columns = []
                result.append(line)
            }
        }
        return result + columns.joined()
    }

    /// Two names or more, and nothing else.
    private static func isNames(_ cells: [LetterLine]) -> Bool {
        cells.count > 1
            && cells.allSatisfy { PersonName.read($0.string) != nil && !TitleLine.isTitle($0.string) }
    }

    /// Lines drawn to sign on.
    private static func isRule(_ line: LetterLine) -> Bool {
        line.string.allSatisfy { "_-—– \t".contains($0) }
    }

    /// The column whose left edge is nearest; the first where nothing is known of edges.
    private static func nearest(_ cell: LetterLine, _ columns: [[LetterLine]]) -> Int {
        guard let left = cell.box?.left else { return 0 }
        let edges = columns.map { $0.first?.box?.left ?? 0 }
        return edges.indices.min { abs(edges[$0] - left) < abs(edges[$1] - left) } ?? 0
    }
}
