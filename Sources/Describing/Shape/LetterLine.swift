import Correspondence
import Scanning

/// A line of a letter, as the finders read it.
struct LetterLine: Sendable {
    /// The page's number.
    var page: Int
    /// Where the line stands: in the running text or in the margin.
    var place: Evidence.Place
    /// Unicode scalar offset of its first character in the page's `text` or `margin`.
    var start: Int
    /// The line without white space at its ends.
    var string: String
    var text: IndexedText
    /// Ordinal of its block in the whole letter; a new number begins a new paragraph, cell or heading.
    var block: Int
    var kind: TextLine.Block = .paragraph
    var level: Int?
    var size: Double?
    var isBold = false
    /// Of a line in the margin.
    var role: MarginLine.Role?
    /// Where it is printed; PDF and OCR only.
    var box: Box?

    /// Unicode scalar offset behind its last character.
    var end: Int { start + text.scalarCount }

    var count: Int { text.scalarCount }

    /// Whether a pattern stands anywhere in the line.
    func has(_ pattern: Pattern) -> Bool { pattern.isFound(in: text) }

    /// What a pattern's group holds, with its place in the line in scalars.
    func group(_ group: Int = 1, of pattern: Pattern) -> LinePart? {
        guard let match = pattern.firstMatch(in: text), let range = match[group] else { return nil }
        return part(range)
    }

    /// A range of bytes of the line.
    func part(_ bytes: Range<Int>) -> LinePart {
        let scalars = text.scalarRange(ofBytes: bytes)
        return LinePart(string: text[bytes], start: scalars.lowerBound, end: scalars.upperBound)
    }

    /// Where words stand in the line, in scalars; nil where they do not.
    func range(of words: String) -> Range<Int>? {
        let sought = Array(words.utf8)
        let bytes = text.bytes
        guard !sought.isEmpty, sought.count <= bytes.count else { return nil }
        for offset in 0...(bytes.count - sought.count)
        where bytes[offset] == sought[0] && bytes[offset..<offset + sought.count].elementsEqual(sought) {
            return text.scalarRange(ofBytes: offset..<offset + sought.count)
        }
        return nil
    }
}

/// A piece of a line: what stands there, and where, in Unicode scalars from the line's start.
struct LinePart: Sendable, Hashable {
    var string: String
    var start: Int
    var end: Int
}
