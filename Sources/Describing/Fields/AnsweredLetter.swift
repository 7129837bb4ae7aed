import Correspondence
import Scanning

/// Finds the letter that a letter responds to: `your letter of March 31, 2020`, `your March 31 letter`, `Response to
/// the Commission's correspondence dated December 7, 2018`. The letter's date stands for it.
struct AnsweredLetter {
    /// When the answer was written: it tells the year of `March 31`, and an answer comes after what it answers.
    var written: EDTFDate?

    func find(in page: Page, within opening: Int) -> Answer? {
        let text = IndexedText(page.text)
        let head = 0..<min(text.bytes.count, text.byteOffset(ofScalar: min(opening, text.scalarCount)))
        for (pattern, isBehind) in [(Self.before, true), (Self.around, false), (Self.titled, true)] {
            for match in pattern.matches(in: text, range: head) {
                guard let found = isBehind ? dateBehind(match, text) : dateWithin(match, text) else {
                    continue
                }
                let scalars = text.scalarRange(ofBytes: found.range)
                let evidence = Evidence(
                    page: page.number, place: .text, start: scalars.lowerBound, end: scalars.upperBound,
                    quote: text[found.range], rule: "answer.letter", confidence: .medium)
                return Answer(identifier: "letter \(found.date)", confidence: .medium, evidence: evidence)
            }
        }
        return nil
    }

    private typealias Found = (date: EDTFDate, range: Range<Int>)

    /// The date that stands right behind `your letter of`.
    private func dateBehind(_ match: PatternMatch, _ text: IndexedText) -> Found? {
        let rest = match.range.upperBound..<min(text.bytes.count, match.range.upperBound + 40)
        guard let (date, length) = date(at: text[rest]) else { return nil }
        let start = text.scalarOffset(ofByte: match.range.lowerBound)
        let end = text.scalarOffset(ofByte: match.range.upperBound) + length
        return (date, text.byteRange(ofScalars: start..<end))
    }

    /// The date between `your` and `letter`.
    private func dateWithin(_ match: PatternMatch, _ text: IndexedText) -> Found? {
        guard let place = match["date"], let (date, _) = date(at: text[place]) else { return nil }
        return (date, match.range)
    }

    /// A whole day at the beginning of a text, not after the answer.
    private func date(at text: String) -> (EDTFDate, length: Int)? {
        guard let match = DateReader(readsYearless: true).dates(in: text).first, match.start == 0,
            match.form != .month, match.form != .interval
        else { return nil }
        guard let day = match.form == .yearless ? inYear(match.value) : match.value,
            day.earliestDay == day.latestDay
        else { return nil }
        if let latest = written?.latestDay, let own = day.earliestDay, own > latest { return nil }
        return (day, match.end)
    }

    /// The last such day before the answer was written.
    private func inYear(_ day: EDTFDate) -> EDTFDate? {
        let fields = "\(day)".split(separator: "-")
        guard let latest = written?.latestDay, let year = Int(latest.prefix(4)), fields.count == 3,
            let month = Int(fields[1]), let number = Int(fields[2])
        else { return nil }
        return [year, year - 1].lazy.compactMap { EDTFDate(year: $0, month: month, day: number) }.first {
            ($0.earliestDay ?? "9") <= latest
        }
    }

    private static let before = Pattern(
        literal: #"""
            \byour\s+(?:\w+\s+){0,2}(?:letter|correspondence|inquiry|memorandum|e-?mail|request),?\s+
            (?:\w+\s+){0,2}?(?:of|dated|from|on)\s+(?=[\dA-Z])
            """#, options: [.spaced, .caseInsensitive])

    private static let around = Pattern(
        literal: #"""
            \byour\s+(?<date>[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s+\d{4})?|\d{1,2}/\d{1,2}/\d{2,4}),?\s+
            (?:letter|correspondence|inquiry|memorandum|e-?mail|request)\b
            """#, options: .spaced)

    private static let titled = Pattern(
        literal: #"""
            \b(?:in\s+)?(?:response|reply)\s+to\s+(?:[\w’'.]+\s+){0,6}?(?:letter|correspondence|memorandum),?\s+
            (?:of|dated|from)\s+(?=[\dA-Z])
            """#, options: [.spaced, .caseInsensitive])
}
