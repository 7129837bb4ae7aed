import Correspondence

/// A date read through the errors of a scan: `ApH1 8,2011`, `Septernber 3, 20ls`.
///
/// Only for a line where a date is expected; what it reads is always of low confidence.
enum DamagedDate {
    static func read(_ scalars: [Unicode.Scalar]) -> DateMatch? {
        let pieces = pieces(of: scalars)
        for index in pieces.indices where index + 2 < pieces.count {
            // The numbers first: the month takes a comparison with every name.
            guard let day = number(pieces[index + 1].text, 1...2),
                let year = number(pieces[index + 2].text, 4...4), (1900...2099).contains(year),
                let month = month(pieces[index].text),
                let value = EDTFDate(year: year, month: month, day: day)
            else { continue }
            return DateMatch(
                start: pieces[index].start, end: pieces[index + 2].end, value: value, form: .damaged,
                confidence: .low)
        }
        return nil
    }

    private static func pieces(of scalars: [Unicode.Scalar]) -> [(text: [UInt8], start: Int, end: Int)] {
        var pieces: [(text: [UInt8], start: Int, end: Int)] = []
        var open = false
        for (index, scalar) in scalars.enumerated() {
            let isPart =
                scalar.isASCII
                && (DateTokenizer.isLetter(scalar) || DateTokenizer.isDigit(scalar)
                    || scalar == "|" || scalar == "!")
            if isPart {
                if !open { pieces.append(([], index, index)) }
                pieces[pieces.count - 1].text.append(UInt8(scalar.value))
                pieces[pieces.count - 1].end = index + 1
            }
            open = isPart
        }
        return pieces
    }

    /// Digits as scans misread them: `l`, `I`, `|` for 1, `O` for 0, `s`, `S` for 5, `B` for 8.
    private static func number(_ text: [UInt8], _ length: ClosedRange<Int>) -> Int? {
        guard length.contains(text.count) else { return nil }
        var value = 0
        for byte in text {
            let digit: Int
            switch byte {
            case 48...57: digit = Int(byte) - 48
            case UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "i"), UInt8(ascii: "|"),
                UInt8(ascii: "!"):
                digit = 1
            case UInt8(ascii: "O"), UInt8(ascii: "o"): digit = 0
            case UInt8(ascii: "s"), UInt8(ascii: "S"): digit = 5
            case UInt8(ascii: "B"): digit = 8
            default: return nil
            }
            value = value * 10 + digit
        }
        return value
    }

    /// The month whose name is nearest, where no other is as near.
    private static func month(_ text: [UInt8]) -> Int? {
        guard text.count >= 3, let first = text.first, (65...90).contains(first) || (97...122).contains(first)
        else { return nil }
        let letters = text.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
        return nearest(letters) ?? nearest(repaired(letters))
    }

    /// Letters as scans misread them: `H` for `ri`, `1` and `|` for `l`, `0` for `o`, `rn` for `m`.
    private static func repaired(_ letters: [UInt8]) -> [UInt8] {
        var repaired: [UInt8] = []
        for byte in letters {
            switch byte {
            case UInt8(ascii: "h"): repaired += Array("ri".utf8)
            case UInt8(ascii: "1"), UInt8(ascii: "|"), UInt8(ascii: "!"): repaired.append(UInt8(ascii: "l"))
            case UInt8(ascii: "0"): repaired.append(UInt8(ascii: "o"))
            case UInt8(ascii: "n") where repaired.last == UInt8(ascii: "r"):
                repaired[repaired.count - 1] = UInt8(ascii: "m")
            default: repaired.append(byte)
            }
        }
        return repaired
    }

    private static func nearest(_ letters: [UInt8]) -> Int? {
        var best: (month: Int, distance: Int)?
        var isTied = false
        for (index, name) in MonthNames.full.enumerated() {
            let distance = distance(letters, Array(name.utf8))
            guard distance <= max(1, name.utf8.count / 4), distance * 3 <= letters.count else { continue }
            if let nearest = best, distance >= nearest.distance {
                if distance == nearest.distance { isTied = true }
                continue
            }
            best = (index + 1, distance)
            isTied = false
        }
        return isTied ? nil : best?.month
    }

    /// Levenshtein's distance.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(diagonal + (x == y ? 0 : 1), above + 1, row[j] + 1)
                diagonal = above
            }
        }
        return row[b.count]
    }
}
