import Scanning

/// Where sentences begin and end in a page's text: after a full stop before a capital, at a blank line, behind a line
/// that ends long before the page's lines do (a heading, an item of a list), and never after an abbreviation.
struct EventSentences: Sendable {
    private let scalars: [Unicode.Scalar]
    /// A sentence longer than this is cut: only what stands near the date can tell what happened.
    private static let reach = 200

    /// A line that is shorter, before one that begins with a capital, was ended by its writer, not by the margin.
    private let shortLine: Int

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        let lengths = scalars.split(separator: "\n").map(\.count).sorted()
        // Nine tenths of the lines: one long line, a table's or a footnote's, says nothing of the others.
        shortLine = lengths.isEmpty ? 0 : lengths[(lengths.count - 1) * 9 / 10] * 6 / 10
    }

    /// The sentence that a date stands in, without white space at its ends.
    func sentence(around date: Range<Int>) -> Range<Int> {
        var start = date.lowerBound
        let first = max(0, date.lowerBound - Self.reach)
        while start > first, !endsSentence(before: start) { start -= 1 }
        if start == first, first > 0 { start = wordStart(after: start, before: date.lowerBound) }
        var end = date.upperBound
        let last = min(scalars.count, date.upperBound + Self.reach)
        while end < last, !endsSentence(before: end) { end += 1 }
        if end == last, last < scalars.count { end = wordEnd(before: end, after: date.upperBound) }
        while start < date.lowerBound, isSpace(start) { start += 1 }
        while end > date.upperBound, isSpace(end - 1) { end -= 1 }
        return start..<end
    }

    /// Whether what stands before a position is the end of a sentence or of a block.
    private func endsSentence(before position: Int) -> Bool {
        guard position > 0, position <= scalars.count else { return true }
        if scalars[position - 1] == "\n", position > 1, scalars[position - 2] == "\n" { return true }
        if scalars[position - 1] == "\n", isItem(at: position) || isWritersBreak(at: position) { return true }
        guard position < scalars.count, isSpace(position) || position == scalars.count else { return false }
        var mark = position - 1
        while mark > 0, "”\"’)]".unicodeScalars.contains(scalars[mark]) { mark -= 1 }
        guard ".?!".unicodeScalars.contains(scalars[mark]) else { return false }
        var next = position
        while next < scalars.count, isSpace(next) { next += 1 }
        guard next < scalars.count else { return true }
        let follower = scalars[next]
        guard follower.properties.isUppercase || "“\"•-(".unicodeScalars.contains(follower) else {
            return false
        }
        return scalars[mark] != "." || !isAbbreviation(endingAt: mark)
    }

    /// Whether the line before this one was ended by its writer.
    private func isWritersBreak(at position: Int) -> Bool {
        guard position < scalars.count, scalars[position].properties.isUppercase else { return false }
        var start = position - 1
        while start > 0, scalars[start - 1] != "\n", position - start <= shortLine { start -= 1 }
        return position - 1 - start < shortLine
    }

    /// Whether an item of a list begins here.
    private func isItem(at position: Int) -> Bool {
        guard position + 1 < scalars.count, isSpace(position + 1) else { return false }
        return "-•*–‣▪·".unicodeScalars.contains(scalars[position])
    }

    private func isAbbreviation(endingAt mark: Int) -> Bool {
        var start = mark
        while start > 0, scalars[start - 1].properties.isAlphabetic || scalars[start - 1] == "." {
            start -= 1
        }
        guard start < mark else { return false }
        let word = String(scalars: scalars[start..<mark]).lowercased()
        return word.count == 1 || word.contains(".") || Self.abbreviations.contains(word)
    }

    private static let abbreviations: Set<String> = [
        "dr", "mr", "mrs", "ms", "sen", "rep", "hon", "no", "nos", "jan", "feb", "mar", "apr", "jun", "jul",
        "aug", "sep", "sept", "oct", "nov", "dec", "fed", "reg", "sec", "vol", "pub", "st", "jr", "sr", "inc",
        "dept", "gov", "tues", "wed", "thurs", "fri", "mon", "sat", "sun", "pp", "al", "vs",
    ]

    private func isSpace(_ position: Int) -> Bool { scalars[position].isWhiteSpace }

    private func wordStart(after position: Int, before end: Int) -> Int {
        var start = position
        while start < end, !isSpace(start) { start += 1 }
        return start
    }

    private func wordEnd(before position: Int, after start: Int) -> Int {
        var end = position
        while end > start, !isSpace(end - 1) { end -= 1 }
        return end
    }
}
