import Correspondence

/// Numbers the blocks of a page: lines that stand together as a paragraph, an address or a table.
struct BlockFinder {
    /// A gap between lines that exceeds the usual advance by this factor parts two blocks.
    static let gapFactor = 1.3

    let lines: [PrintedLine]
    /// The usual distance from one line's top to the next one's, points.
    private let advance: Double

    init(_ lines: [PrintedLine]) {
        self.lines = lines
        advance = Self.usualAdvance(lines)
    }

    func numbered() -> [PrintedLine] {
        var numbered = lines
        var block = 0
        for index in lines.indices {
            if index > 0, startsBlock(index) { block += 1 }
            numbered[index].block = block
        }
        return numbered
    }

    private static func usualAdvance(_ lines: [PrintedLine]) -> Double {
        let steps = zip(lines, lines.dropFirst()).map { $1.box.top - $0.box.top }
            .filter { $0 > 2 && $0 < 60 }.sorted()
        // The lower third: in a letter of short blocks half of the steps are gaps.
        return steps.isEmpty ? 14 : steps[steps.count / 3]
    }

    private func startsBlock(_ index: Int) -> Bool {
        let line = lines[index]
        let above = lines[index - 1]
        if line.isTurned != above.isTurned || line.isFilledIn != above.isFilledIn { return true }
        let step = line.box.top - above.box.top
        if step < -1 { return true }
        let usual = max(advance, 0.9 * min(line.box.height, above.box.height))
        if step > Self.gapFactor * usual { return true }
        if abs(line.size - above.size) > 0.15 * max(line.size, above.size), step > 1 { return true }
        if line.isBold != above.isBold, index + 1 < lines.count || line.isBold, isAlone(index) { return true }
        return startsParagraph(line, after: above) || startsItem(line, above: above)
    }

    /// A line in another weight than its neighbours is a heading run close to its text.
    private func isAlone(_ index: Int) -> Bool {
        let line = lines[index]
        let above = lines[index - 1]
        return abs(line.box.left - above.box.left) < 2 && line.kind != .tableRow && above.kind != .tableRow
            && above.box.width < 0.8 * max(line.box.width, 200)
    }

    /// Indented against a line above that is full: a paragraph without a gap before it.
    private func startsParagraph(_ line: PrintedLine, after above: PrintedLine) -> Bool {
        let indent = line.box.left - above.box.left
        return indent > 1.2 * line.size && indent < 8 * line.size && line.kind != .tableRow
            && above.kind != .tableRow && line.box.right > above.box.right - 4 * line.size
            && !ListMark.begins(above.text)
    }

    private func startsItem(_ line: PrintedLine, above: PrintedLine) -> Bool {
        ListMark.begins(line.text)
    }
}
