import Correspondence

/// Looks for a gutter between columns of running text, a side bar and the letter, or signatures side by side.
///
/// A table and a memorandum's head ("TO:", "FROM:") have gutters too, and are read by rows: there the pieces
/// on both sides stand on common baselines and one side is short.
struct ColumnFinder {
    struct Columns {
        var above: [PrintedLine]
        var left: [PrintedLine]
        var right: [PrintedLine]
        var below: [PrintedLine]
    }

    /// Narrower gaps are spaces between words, points.
    static let narrowest = 9.0

    private let pieces: [PrintedLine]

    init(_ pieces: [PrintedLine]) {
        self.pieces = pieces.sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
    }

    func columns() -> Columns? {
        var best: (columns: Columns, count: Int)?
        for gutter in gutters() {
            guard let columns = parted(by: gutter) else { continue }
            let count = columns.left.count + columns.right.count
            if ColumnSides(columns.left, columns.right).areColumns, count > best?.count ?? 0 {
                best = (columns, count)
            }
        }
        return best?.columns
    }

    private struct Gutter {
        var left: Double
        var right: Double
        /// The heights at which it was seen.
        var seen: [Double]
        var middle: Double { (left + right) / 2 }
    }

    /// Gaps between neighbours on one height, those that lie above one another taken together.
    private func gutters() -> [Gutter] {
        var gutters: [Gutter] = []
        for (index, piece) in pieces.enumerated() {
            guard let neighbour = rightNeighbour(of: piece, at: index) else { continue }
            let (left, right) = (piece.box.right, neighbour.box.left)
            guard right - left >= Self.narrowest else { continue }
            let same = gutters.firstIndex {
                min($0.right, right) - max($0.left, left) >= Self.narrowest
            }
            if let same {
                gutters[same].left = max(gutters[same].left, left)
                gutters[same].right = min(gutters[same].right, right)
                gutters[same].seen.append(piece.middle)
            } else {
                gutters.append(Gutter(left: left, right: right, seen: [piece.middle]))
            }
        }
        return gutters.filter { $0.seen.count >= 2 }.sorted { $0.seen.count > $1.seen.count }.prefix(6)
            .map { $0 }
    }

    private func rightNeighbour(of piece: PrintedLine, at index: Int) -> PrintedLine? {
        var nearest: PrintedLine?
        // A neighbour's top is at most a line above or below.
        for other in pieces[max(0, index - 12)..<min(pieces.count, index + 12)] {
            guard other.box.left >= piece.box.right,
                min(other.box.bottom, piece.box.bottom) - max(other.box.top, piece.box.top) > 1
            else { continue }
            if other.box.left < nearest?.box.left ?? .infinity { nearest = other }
        }
        return nearest
    }

    /// The longest stretch of the page that nothing crosses at the gutter.
    private func parted(by gutter: Gutter) -> Columns? {
        let crossing = pieces.filter { $0.box.left < gutter.middle - 1 && $0.box.right > gutter.middle + 1 }
        var edges = [-Double.infinity]
        edges += crossing.map(\.middle).sorted()
        edges.append(.infinity)
        var widest: (top: Double, bottom: Double, seen: Int)?
        for (top, bottom) in zip(edges, edges.dropFirst()) {
            let seen = gutter.seen.count { $0 > top && $0 < bottom }
            if seen > widest?.seen ?? 1 { widest = (top, bottom, seen) }
        }
        guard let widest else { return nil }
        return columns(at: gutter.middle, from: widest.top, to: widest.bottom, seen: gutter.seen)
    }

    /// Keeps to the height in which both sides have text.
    private func columns(at x: Double, from top: Double, to bottom: Double, seen: [Double]) -> Columns? {
        let within = pieces.filter { $0.middle > top && $0.middle < bottom }
        let (left, right) = (within.filter { $0.box.right <= x + 1 }, within.filter { $0.box.right > x + 1 })
        guard let leftTop = left.first, let rightTop = right.first else { return nil }
        let start = max(leftTop.box.top, rightTop.box.top) - 2 * max(leftTop.box.height, rightTop.box.height)
        let end = Self.end(of: left, and: right)
        func isInside(_ piece: PrintedLine) -> Bool {
            piece.middle > top && piece.middle < bottom && piece.box.bottom > start && piece.box.top < end
        }
        let upper = within.first(where: isInside)?.box.top ?? 0
        var columns = Columns(above: [], left: [], right: [], below: [])
        for piece in pieces {
            if isInside(piece) {
                if piece.box.right <= x + 1 {
                    columns.left.append(piece)
                } else {
                    columns.right.append(piece)
                }
            } else if piece.middle < max(top, upper) || piece.middle <= top {
                columns.above.append(piece)
            } else {
                columns.below.append(piece)
            }
        }
        return columns.left.isEmpty || columns.right.isEmpty ? nil : columns
    }

    /// Where the shorter side ends, or the longer one if it runs on without a gap.
    private static func end(of left: [PrintedLine], and right: [PrintedLine]) -> Double {
        let (a, b) = (left.last?.box.bottom ?? 0, right.last?.box.bottom ?? 0)
        let longer = a > b ? left : right
        var end = min(a, b)
        for piece in longer where piece.box.bottom > end {
            if piece.box.top - end > 1.2 * piece.box.height { break }
            end = piece.box.bottom
        }
        return end
    }
}
