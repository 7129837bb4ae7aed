import Correspondence

/// Finds the numbers that count a page's lines along its left edge, as in court papers and bills.
enum LineNumbers {
    /// Fewer are a list or a table's first column.
    private static let fewest = 15

    /// Indices of the pieces that are line numbers.
    static func indices(in pieces: [PrintedLine]) -> [Int] {
        let numbers = pieces.indices.compactMap { index -> (index: Int, value: Int)? in
            guard pieces[index].text.utf8.count <= 3, let value = Int(pieces[index].text) else { return nil }
            return (index, value)
        }
        guard numbers.count >= fewest else { return [] }
        let edge = pieces.map(\.box.left).sorted()[min(pieces.count - 1, numbers.count / 2)]
        let column = numbers.filter { pieces[$0.index].box.right < edge + 30 }
            .sorted { pieces[$0.index].middle < pieces[$1.index].middle }
        let steps = zip(column, column.dropFirst()).count { $1.value - $0.value == 1 }
        // A column of figures beside few rows of text is a table.
        let rows = Rows.grouped(pieces).count
        guard column.count >= fewest, steps + 2 >= column.count, column.count * 10 >= rows * 6 else {
            return []
        }
        return column.map(\.index)
    }
}
