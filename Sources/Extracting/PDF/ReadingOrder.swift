import Correspondence

/// Puts the pieces of a page into reading order: columns one after the other, everything else row by row.
///
/// Poppler's order is by columns of its own: it reads the bullets of a list before its items, a table down
/// its columns, a raised note mark before its line. So the order is made anew from the boxes.
enum ReadingOrder {
    /// Whole rows in reading order.
    static func rows(_ pieces: [PrintedLine]) -> [PrintedLine] {
        rows(pieces, depth: 0)
    }

    private static func rows(_ pieces: [PrintedLine], depth: Int) -> [PrintedLine] {
        guard pieces.count > 1 else { return pieces }
        // Pages of more than eight columns are tables.
        guard depth < 8, let columns = ColumnFinder(pieces).columns() else {
            return RowJoiner.join(Rows.sorted(pieces))
        }
        return [columns.above, columns.left, columns.right, columns.below]
            .flatMap { rows($0, depth: depth + 1) }
    }
}

/// Groups pieces that stand on one baseline.
enum Rows {
    /// Pieces from top to bottom, those of one row from left to right.
    static func sorted(_ pieces: [PrintedLine]) -> [PrintedLine] {
        grouped(pieces).flatMap { $0 }
    }

    static func grouped(_ pieces: [PrintedLine]) -> [[PrintedLine]] {
        // Large type first, so that a raised mark finds the line that it belongs to.
        let order = pieces.indices.sorted {
            (pieces[$0].middle, $0) < (pieces[$1].middle, $1)
        }
        var rows: [[PrintedLine]] = []
        for index in order {
            let piece = pieces[index]
            if let row = rows.indices.suffix(3).last(where: { fits(piece, into: rows[$0]) }) {
                rows[row].append(piece)
            } else {
                rows.append([piece])
            }
        }
        return rows.map { row in row.sorted { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) } }
    }

    private static func fits(_ piece: PrintedLine, into row: [PrintedLine]) -> Bool {
        row.contains { other in
            let small = min(piece.box.height, other.box.height)
            let large = max(piece.box.height, other.box.height)
            let distance = abs(piece.middle - other.middle)
            if distance < 0.4 * small { return true }
            let gap = max(piece.box.left - other.box.right, other.box.left - piece.box.right)
            // A raised mark, or a word in other type: beside the line and within its height.
            return small < 0.85 * large && distance < 0.5 * large && gap < large && gap > -0.5 * small
        }
    }
}
