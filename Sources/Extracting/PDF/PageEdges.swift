import Correspondence

/// A piece of a row near a page's edge.
struct EdgePiece: Sendable {
    /// Index into the page's lines.
    let index: Int
    let edge: EdgeLine
    /// Not a note, nor filled into a form.
    let isPrinted: Bool
}

/// The rows near the upper and the lower edge of a page, from the edge inwards.
struct PageEdges: Sendable {
    private(set) var head: [[EdgePiece]] = []
    private(set) var foot: [[EdgePiece]] = []

    init(_ page: PageDraft, zone: Double) {
        let upright = page.lines.indices.filter { !page.lines[$0].isTurned }
        let upper = upright.filter { page.lines[$0].box.bottom < zone * page.height }
        let lower = upright.filter { page.lines[$0].box.top > (1 - zone) * page.height }
        head = Self.rows(upper, of: page)
        foot = Self.rows(lower, of: page).reversed()
    }

    private static func rows(_ indices: [Int], of page: PageDraft) -> [[EdgePiece]] {
        let order = indices.sorted { (page.lines[$0].middle, $0) < (page.lines[$1].middle, $1) }
        var rows: [[EdgePiece]] = []
        var last: PrintedLine?
        for index in order {
            let line = page.lines[index]
            let piece = EdgePiece(
                index: index, edge: EdgeLine(line, page: page.number),
                isPrinted: !line.beginsRaised && !line.isFilledIn)
            if let last, line.middle - last.middle < 0.4 * min(line.box.height, last.box.height) {
                rows[rows.count - 1].append(piece)
            } else {
                rows.append([piece])
            }
            last = line
        }
        return rows
    }
}
