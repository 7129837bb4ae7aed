import Correspondence

/// Weighs the two sides of a gutter: columns to be read one after the other, or a table to be read by rows.
struct ColumnSides {
    private let left: Side
    private let right: Side
    /// The share of the shorter side's rows that have a row on the same baseline beside them.
    private let aligned: Double

    init(_ left: [PrintedLine], _ right: [PrintedLine]) {
        self.left = Side(left)
        self.right = Side(right)
        let (few, many) =
            self.left.rows.count <= self.right.rows.count
            ? (self.left.rows, self.right.rows) : (self.right.rows, self.left.rows)
        let beside = few.count { row in many.contains { abs($0.box.bottom - row.box.bottom) < 2.5 } }
        aligned = few.isEmpty ? 1 : Double(beside) / Double(few.count)
    }

    var areColumns: Bool {
        guard left.overlap(right) > 0.3 else { return false }
        if areAddressed { return true }
        let fewest = min(left.rows.count, right.rows.count)
        if left.isProse && right.isProse && fewest >= 4 { return true }
        if areSignatures { return true }
        // A side bar: its lines keep a pace of their own.
        return fewest >= 5 && aligned < 0.5 && left.isText && right.isText
    }

    /// An address beside something else: references, the officers in a letterhead, another address.
    private var areAddressed: Bool {
        min(left.rows.count, right.rows.count) >= 2 && (left.isAddress || right.isAddress)
    }

    /// Two to eight rows of short lines that begin with names: blocks side by side, two or more.
    private var areSignatures: Bool {
        guard (2...8).contains(left.rows.count), (2...8).contains(right.rows.count), aligned > 0.7 else {
            return false
        }
        return left.beginsWithNames && right.beginsWithNames && left.isPlain && right.isPlain
    }

    private struct Side {
        let rows: [PrintedLine]
        private let pieces: [PrintedLine]
        let top: Double
        let bottom: Double
        let isProse: Bool
        let isText: Bool

        init(_ pieces: [PrintedLine]) {
            self.pieces = pieces
            rows = RowJoiner.join(Rows.sorted(pieces))
            top = rows.map(\.box.top).min() ?? 0
            bottom = rows.map(\.box.bottom).max() ?? 0
            let width = (rows.map(\.box.right).max() ?? 0) - (rows.map(\.box.left).min() ?? 0)
            let full = rows.count { $0.box.width > 0.75 * width && $0.kind != .tableRow }
            let letters = rows.map { $0.text.unicodeScalars.count { $0.properties.isAlphabetic } }
            let mean = Double(letters.reduce(0, +)) / Double(max(1, rows.count))
            isProse = width > 110 && full * 10 >= rows.count * 6 && mean > 18
            isText = mean > 6
        }

        /// The share of the shorter side's height that the other stands beside.
        func overlap(_ other: Side) -> Double {
            let common = min(bottom, other.bottom) - max(top, other.top)
            return common / max(1, min(bottom - top, other.bottom - other.top))
        }

        /// Every piece of the first row may be a name.
        var beginsWithNames: Bool {
            guard let first = Rows.grouped(pieces).first else { return false }
            return first.allSatisfy(\.looksLikeName)
        }

        /// Short lines of one piece each, the last of them a town with its postal code. A table of offices has a
        /// code in nearly every row.
        var isAddress: Bool {
            guard (2...12).contains(rows.count), rows.last?.endsWithPostalCode == true,
                rows.allSatisfy({ $0.kind != .tableRow && $0.text.utf8.count < 60 })
            else { return false }
            let codes = rows.count { $0.endsWithPostalCode }
            return codes * 2 <= rows.count
        }

        /// No labels and hardly a figure, as tables have.
        var isPlain: Bool {
            let figures = pieces.count { $0.text.contains(where: \.isNumber) }
            return figures * 4 <= pieces.count
                && pieces.allSatisfy { piece in
                    !piece.text.hasSuffix(":")
                        && piece.text.unicodeScalars.count { $0.properties.isAlphabetic } >= 3
                }
        }
    }
}

extension PrintedLine {
    /// Two to six words, the first and the last of them capitalised, no figures.
    fileprivate var looksLikeName: Bool {
        let words = text.split(separator: " ")
        guard (2...6).contains(words.count), let first = words.first?.first, let last = words.last?.first
        else {
            return false
        }
        return first.isUppercase && last.isUppercase && !text.contains { $0.isNumber || $0 == ":" }
    }

    /// "Washington, DC 20510-6275": a state before five figures, or five and four.
    fileprivate var endsWithPostalCode: Bool {
        let words = text.split(separator: " ")
        guard words.count >= 2, let code = words.last else { return false }
        let figures = code.utf8.count { (0x30...0x39).contains($0) }
        let isCode = code.utf8.count == figures && figures == 5 || code.utf8.count == 10 && figures == 9
        return isCode && words[words.count - 2].first?.isUppercase == true
    }
}
