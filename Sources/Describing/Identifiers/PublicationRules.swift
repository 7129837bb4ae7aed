import Correspondence
import Scanning

/// What is cited: DOIs and ISBNs.
extension IdentifierRule {
    static let publications = [doi, isbn]

    /// `10.1001/jama.2020.1234` (doi.org/doi-handbook): ends at white space, without the
    /// sentence's marks.
    private static let doi = IdentifierRule(
        .doi, nil, Pattern(literal: #"(?<![\w.])10\.\d{4,9}/[^\s"<>\x{201C}\x{201D}\[\]{}]+"#)
    ) { candidate in
        var end = candidate.range.upperBound
        var text = candidate.text[candidate.range]
        while let last = text.last, ".,;:'’)".contains(last) {
            if last == ")", text.count(where: { $0 == "(" }) >= text.count(where: { $0 == ")" }) { break }
            end -= last.utf8.count
            text.removeLast()
        }
        return text.hasSuffix("/")
            ? [] : [IdentifierReading(text.lowercased(), at: candidate.range.lowerBound..<end)]
    }

    /// `ISBN 978-0-309-68250-3`, behind its label; a number whose check digit is wrong is a misprint.
    private static let isbn = IdentifierRule(
        .isbn, nil,
        Pattern(
            literal: #"""
                \bISBN(?:[\p{Pd}\s]?1[03])?:?\s{0,2}(?<number>(?:97[89][\p{Pd}\h]?)?
                \d(?:[\p{Pd}\h]?\d){8}[\p{Pd}\h]?[\dXx])(?!\w)
                """#, options: .spaced)
    ) { candidate in
        guard let range = candidate.match["number"] else { return [] }
        let digits = candidate["number"].uppercased().filter { $0.isNumber || $0 == "X" }
        return [IdentifierReading(digits, at: range, isISBN(digits) ? .high : .low)]
    }

    /// Whether the check digit is right (ISO 2108).
    static func isISBN(_ digits: String) -> Bool {
        let values = digits.map { $0 == "X" ? 10 : ($0.wholeNumberValue ?? 0) }
        switch values.count {
        case 10: return values.enumerated().reduce(0) { $0 + (10 - $1.offset) * $1.element } % 11 == 0
        case 13:
            return values.enumerated().reduce(0) { $0 + ($1.offset % 2 == 0 ? 1 : 3) * $1.element } % 10 == 0
        default: return false
        }
    }
}
