import Correspondence

/// A phrase in a row near a page's edge: pieces that stand no further apart than words do.
struct EdgePiece: Sendable {
    /// Indices into the page's lines, from left to right.
    let indices: [Int]
    let edge: EdgeLine
    let line: PrintedLine
}

/// What stands on one height near a page's edge.
struct EdgeRow: Sendable {
    let pieces: [EdgePiece]

    var top: Double { pieces.map(\.line.box.top).min() ?? 0 }
    var bottom: Double { pieces.map(\.line.box.bottom).max() ?? 0 }

    /// The white between this row and another, in heights of the lower of both.
    func distance(to other: EdgeRow) -> Double {
        let gap = max(other.top - bottom, top - other.bottom)
        return gap / max(1, min(bottom - top, other.bottom - other.top))
    }
}

/// The rows near the upper and the lower edge of a page, from the edge inwards.
struct PageEdges: Sendable {
    private(set) var head: [EdgeRow] = []
    private(set) var foot: [EdgeRow] = []

    init(_ page: PageDraft, zone: Double) {
        let upright = page.lines.indices.filter { !page.lines[$0].isTurned }
        let upper = upright.filter { page.lines[$0].box.bottom < zone * page.height }
        let lower = upright.filter { page.lines[$0].box.top > (1 - zone) * page.height }
        head = Self.rows(upper, of: page)
        foot = Self.rows(lower, of: page).reversed()
    }

    private static func rows(_ indices: [Int], of page: PageDraft) -> [EdgeRow] {
        let order = indices.sorted { (page.lines[$0].middle, $0) < (page.lines[$1].middle, $1) }
        var rows: [[Int]] = []
        for index in order {
            let line = page.lines[index]
            if let last = rows.last?.last.map({ page.lines[$0] }),
                line.middle - last.middle < 0.4 * min(line.box.height, last.box.height)
            {
                rows[rows.count - 1].append(index)
            } else {
                rows.append([index])
            }
        }
        return rows.map { EdgeRow(pieces: pieces($0, of: page)) }
    }

    private static func pieces(_ row: [Int], of page: PageDraft) -> [EdgePiece] {
        var phrases: [(indices: [Int], line: PrintedLine)] = []
        for index in row.sorted(by: { page.lines[$0].box.left < page.lines[$1].box.left }) {
            let line = page.lines[index]
            if let last = phrases.last?.line, RowJoiner.belongs(line, after: last),
                line.box.left - last.box.right < LineReader.cellGap * line.box.height
            {
                phrases[phrases.count - 1].indices.append(index)
                phrases[phrases.count - 1].line = RowJoiner.joined(last, line)
            } else {
                phrases.append(([index], line))
            }
        }
        return phrases.map { phrase in
            EdgePiece(
                indices: phrase.indices, edge: EdgeLine(phrase.line, page: page.number), line: phrase.line)
        }
    }
}
