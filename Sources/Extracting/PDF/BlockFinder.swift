import Correspondence

/// Numbers the blocks of a page: lines that stand together as a paragraph, an address or a table.
struct BlockFinder {
    /// A step between lines that exceeds the usual one by this factor parts two blocks.
    static let stepFactor = 1.3
    /// An indent of more than this, in ems, begins a paragraph.
    static let indent = 1.2
    /// Lines that show how far a line of this column reaches.
    private static let window = 6

    private let lines: [PrintedLine]
    /// Whether the line below it could not have begun on it.
    private let isFull: [Bool]
    /// Whether it reaches most of the way.
    private let isLong: [Bool]
    private let bodySize: Double
    /// The usual step within paragraphs, points: for type of the usual size, and for smaller type.
    private let step: Double
    private let smallStep: Double

    init(_ lines: [PrintedLine]) {
        self.lines = lines
        let reaches = lines.indices.map { Self.reach($0, in: lines) }
        isFull = lines.indices.map { Self.isFull($0, in: lines, reach: reaches[$0]) }
        isLong = zip(lines, reaches).map { $0.box.width > 0.7 * ($1 - $0.box.left) }
        bodySize = PageMeasures.bodySize(lines)
        var steps: [Double] = []
        var smallSteps: [Double] = []
        for index in lines.indices.dropFirst() where isFull[index - 1] {
            let step = lines[index].box.top - lines[index - 1].box.top
            guard step > 2, step < 4 * lines[index].box.height else { continue }
            if lines[index].size < 0.9 * bodySize { smallSteps.append(step) } else { steps.append(step) }
        }
        step = Self.usual(steps) ?? 1.2 * bodySize
        smallStep = Self.usual(smallSteps) ?? min(step, 1.1 * bodySize)
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

    private static func usual(_ steps: [Double]) -> Double? {
        steps.isEmpty ? nil : steps.sorted()[(steps.count - 1) / 2]
    }

    /// How far to the right the lines of this column go.
    private static func reach(_ index: Int, in lines: [PrintedLine]) -> Double {
        let line = lines[index]
        // The lines below tell the width of a column under lines that span the page; at its foot those above.
        let below = index...min(lines.count - 1, index + window)
        let around = below.count > 3 ? lines[below] : lines[max(0, index - window)...below.upperBound]
        return around.filter { $0.box.left < line.box.right && $0.box.right > line.box.left }
            .map(\.box.right).max() ?? line.box.right
    }

    private static func isFull(_ index: Int, in lines: [PrintedLine], reach: Double) -> Bool {
        guard index + 1 < lines.count else { return false }
        let line = lines[index]
        let next = lines[index + 1]
        let letters = Double(max(1, next.text.unicodeScalars.count))
        let word = Double(next.text.unicodeScalars.prefix { $0 != " " }.count + 1)
        return line.box.right + word * next.box.width / letters > reach - 2 && line.box.width > 12 * line.size
    }

    private func startsBlock(_ index: Int) -> Bool {
        let line = lines[index]
        let above = lines[index - 1]
        if line.isTurned != above.isTurned { return true }
        let advance = line.box.top - above.box.top
        if advance < -1 { return true }
        if advance > Self.stepFactor * usualStep(index) { return true }
        let isOneRow = advance < 0.5 * above.box.height
        // A note begins with its raised mark, however close it stands below the text.
        if line.beginsRaised, !isOneRow, line.size < 0.95 * above.size { return true }
        if abs(line.size - above.size) > 0.15 * max(line.size, above.size), !isOneRow { return true }
        if line.isBold != above.isBold, !isOneRow, !isFull[index - 1], !line.isTableRow, !above.isTableRow {
            return true
        }
        return ListMark.begins(line.text) || startsParagraph(index)
    }

    /// Short lines (an address, a heading) are set as close as their type allows; only the lines of a
    /// paragraph may be spaced out.
    private func usualStep(_ index: Int) -> Double {
        let line = lines[index]
        let height = max(line.box.height, lines[index - 1].box.height)
        let usual = line.size < 0.9 * bodySize ? smallStep : step
        let advance = line.box.top - lines[index - 1].box.top
        let isInStep = abs(advance - usual) < 0.1 * usual && isLong[index - 1]
        return isFull[index - 1] || isInStep
            ? max(usual, height) : min(max(usual, 0.95 * height), 1.25 * height)
    }

    /// Indented against the lines above and below, or back at the edge after an indented block.
    private func startsParagraph(_ index: Int) -> Bool {
        let line = lines[index]
        let above = lines[index - 1]
        guard !line.isTableRow, !above.isTableRow else { return false }
        let shift = line.box.left - above.box.left
        let em = Self.indent * line.size
        if shift > em, shift < 8 * line.size, index + 1 < lines.count, !ListMark.begins(above.text) {
            return abs(lines[index + 1].box.left - above.box.left) < 0.5 * line.size
        }
        guard shift < -em, index > 1, lines[index - 2].block == above.block else { return false }
        return abs(lines[index - 2].box.left - above.box.left) < 0.5 * line.size && !isFull[index - 1]
    }
}

/// Measures of a page's type.
enum PageMeasures {
    /// The size in which most of the page's letters are set, points.
    static func bodySize(_ lines: [PrintedLine]) -> Double {
        var letters: [Int: Int] = [:]
        for line in lines { letters[Int((line.size * 2).rounded()), default: 0] += line.text.utf8.count }
        let usual = letters.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return usual.map { Double($0.key) / 2 } ?? 11
    }
}

extension PrintedLine {
    var isTableRow: Bool { kind == .tableRow }
}
