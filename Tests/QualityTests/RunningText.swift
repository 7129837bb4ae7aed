import Foundation

/// A text as words, compared with another: which words it has, and in which order.
struct RunningText {
    /// Runs of letters and figures, folded: what hyphens, quotation marks and ligatures become is no matter.
    let words: [Substring]

    init(_ text: String) {
        let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
        let kept = folded.unicodeScalars.filter { !Self.isInvisible($0) }
        words = String(String.UnicodeScalarView(kept)).split { !$0.isLetter && !$0.isNumber }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .privateUse
    }

    /// The letters and figures alone.
    var squeezed: String { words.joined() }

    /// How often each word stands in it.
    var counts: [Substring: Int] {
        words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// The words of this text that another has no place for, each as often as it lacks.
    func missing(in other: RunningText) -> [Substring: Int] {
        let theirs = other.counts
        return counts.reduce(into: [:]) { missing, entry in
            let lack = entry.value - (theirs[entry.key] ?? 0)
            if lack > 0 { missing[entry.key] = lack }
        }
    }

    /// The harmonic mean of the shares of words that two texts have in common, whatever their order.
    func wordF1(_ other: RunningText) -> Double {
        let common = words.count - missing(in: other).values.reduce(0, +)
        return mean(of: common, with: other)
    }

    /// The same with the longest run of words that both have in one order.
    func orderF(_ other: RunningText) -> Double { mean(of: commonInOrder(other), with: other) }

    private func mean(of common: Int, with other: RunningText) -> Double {
        2 * Double(common) / Double(max(1, words.count + other.words.count))
    }

    /// The length of the longest common subsequence, 64 words at a time (Hyyrö's bit-parallel form).
    private func commonInOrder(_ other: RunningText) -> Int {
        let width = (words.count + 63) / 64
        var places: [Substring: [UInt64]] = [:]
        for (index, word) in words.enumerated() {
            places[word, default: Array(repeating: 0, count: width)][index / 64] |= 1 << UInt64(index % 64)
        }
        var rows = Array(repeating: UInt64.max, count: width)
        for word in other.words {
            guard let here = places[word] else { continue }
            var carry: UInt64 = 0
            for block in 0..<width {
                let met = rows[block] & here[block]
                let (sum, first) = rows[block].addingReportingOverflow(met)
                let (total, second) = sum.addingReportingOverflow(carry)
                carry = first || second ? 1 : 0
                rows[block] = total | (rows[block] - met)
            }
        }
        return words.indices.count { rows[$0 / 64] & (1 << UInt64($0 % 64)) == 0 }
    }
}
