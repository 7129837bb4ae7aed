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

    /// Pieces with the line numbers torn from the words that poppler glued to them.
    ///
    /// Only where the numbers of a whole page count on, one a line: a numbered list has fewer, and other steps.
    static func torn(_ pieces: [PrintedLine]) -> [PrintedLine] {
        let leads = pieces.indices.compactMap { index in lead(of: pieces[index]).map { (index, $0) } }
        guard leads.count >= fewest, let edge = leads.map({ pieces[$0.0].box.left }).min() else {
            return pieces
        }
        let column = leads.filter { pieces[$0.0].box.left < edge + 30 }
            .sorted { pieces[$0.0].middle < pieces[$1.0].middle }
        let steps = zip(column, column.dropFirst()).count { $1.1.value - $0.1.value == 1 }
        guard column.count >= fewest, steps + 2 >= column.count,
            column.count * 10 >= Rows.grouped(pieces).count * 6
        else { return pieces }
        let numbers = Dictionary(uniqueKeysWithValues: column.map { ($0.0, $0.1) })
        return pieces.indices.flatMap { index in
            numbers[index].map { split(pieces[index], after: $0.digits) } ?? [pieces[index]]
        }
    }

    /// The number that a line begins with, followed by white space or nothing.
    private static func lead(of line: PrintedLine) -> (value: Int, digits: Int)? {
        let digits = line.text.utf8.prefix { (0x30...0x39).contains($0) }
        let next = line.text.utf8.dropFirst(digits.count).first
        guard (1...3).contains(digits.count), next == nil || next == 0x20,
            let value = Int(Substring(digits))
        else { return nil }
        return (value, digits.count)
    }

    private static func split(_ line: PrintedLine, after digits: Int) -> [PrintedLine] {
        let words = line.text.dropFirst(digits).drop { $0 == " " }
        guard !words.isEmpty else { return [line] }
        var (number, rest) = (line, line)
        number.text = String(line.text.prefix(digits))
        // A figure is about half as wide as its type is high.
        number.box.right = min(line.box.left + Double(digits) * line.size * 0.55, line.box.right)
        rest.text = String(words)
        rest.box.left = min(number.box.right + line.size * 0.5, line.box.right)
        return [number, rest]
    }
}
