/// A text made comparable for phrases: UTF-8 without case, accents, kinds of dash or space, with the way back.
///
/// | in the text | here |
/// |---|---|
/// | capitals, accents, ligatures | plain lower-case letters (`É` → `e`, `ﬁ` → `fi`) |
/// | hyphens, dashes, spaces, one line break, any run of them | one space |
/// | a blank line, a form feed | one line break: no phrase crosses it |
/// | apostrophes, soft hyphens, zero-width characters, combining accents | nothing |
/// | `&` | `and` |
///
/// So `COVID–19`, `Covid-\n19` and `covid 19` are one phrase. Everything else stays as it is.
public struct NormalizedText: Sendable {
    public let bytes: [UInt8]
    /// For each byte, the offset of the Unicode scalar that it comes from, and whether that was a capital.
    private let sources: [UInt32]
    static let capital: UInt32 = 1 << 31

    public init(_ text: String) {
        var writer = NormalizedTextWriter(capacity: text.utf8.count)
        var text = text
        text.withUTF8 { writer.write($0) }
        bytes = writer.bytes
        sources = writer.sources
    }

    /// Where a range of bytes stands in the text, in Unicode scalars.
    public func scalars(of range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else { return 0..<0 }
        return source(first)..<source(last) + 1
    }

    private func source(_ byte: Int) -> Int { Int(sources[byte] & ~Self.capital) }

    /// The first byte that comes from this scalar or a later one.
    public func firstByte(atScalar scalar: Int) -> Int {
        var low = 0
        var high = sources.count
        while low < high {
            let middle = (low + high) / 2
            if source(middle) < scalar { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether words begin and end at the ends of the range: no letter or digit stands next to it.
    public func isWholeWords(_ range: Range<Int>) -> Bool {
        (range.lowerBound == 0 || !Self.isWordByte(bytes[range.lowerBound - 1]))
            && (range.upperBound == bytes.count || !Self.isWordByte(bytes[range.upperBound]))
    }

    /// Whether every letter from A to Z in the range is a capital in the text, but for a plural's last `s`.
    public func isCapitals(_ range: Range<Int>) -> Bool {
        range.allSatisfy { place in
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[place])
            let isPlural = place == range.upperBound - 1 && bytes[place] == UInt8(ascii: "s")
            return !isLetter || isPlural || sources[place] & Self.capital != 0
        }
    }

    /// Letters and digits; every byte of a letter outside ASCII counts.
    public static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: true
        default: false
        }
    }
}
