import Correspondence

/// Reads the date expressions of English running text.
///
/// A span of two dates is one expression. What is counted from another event than the letter (`five years later`)
/// is none, and neither are durations, ages, dockets, bills, page numbers and the addresses of web pages.
public struct DateExpressionReader: Sendable {
    /// Default: one that reads everything.
    public init() {}

    /// In order, none overlapping another.
    public func expressions(in scalars: [Unicode.Scalar]) -> [DateExpression] {
        TextPortions.read(scalars, place: (\.start, \.end), with: expressions(inPortion:))
    }

    private func expressions(inPortion scalars: [Unicode.Scalar]) -> [DateExpression] {
        let words = DateWords(scalars)
        let grammar = DateExpressionGrammar(words)
        var found: [DateFound] = []
        var index = 0
        while index < words.tokens.count {
            guard let date = grammar.date(at: index), !words.isInWebAddress(date.first) else {
                index += 1
                continue
            }
            found.append(date)
            index = date.last + 1
        }
        return DateSpans(words: words).joined(found).map { date in
            DateExpression(
                start: words.tokens[date.first].start, end: words.tokens[date.last].end,
                meaning: date.meaning,
                isBareYear: date.isBareYear)
        }
    }
}

/// The grammars in the order in which they are asked.
struct DateExpressionGrammar {
    private let words: DateWords
    private let dates: DateGrammar
    private let periods: PeriodGrammar
    private let relatives: RelativeGrammar
    private let months: MonthGrammar
    private let years: YearGrammar

    init(_ words: DateWords) {
        self.words = words
        dates = DateGrammar(tokens: words.tokens, readsYearless: true)
        periods = PeriodGrammar(words: words)
        relatives = RelativeGrammar(words: words)
        months = MonthGrammar(words: words)
        years = YearGrammar(words: words)
    }

    func date(at index: Int) -> DateFound? {
        let token = words.tokens[index]
        switch token.kind {
        case .number:
            return periods.quarter(afterYear: index) ?? periods.decade(at: index)
                ?? (token.isOrdinal ? periods.quarter(index, token.number, at: index + 1) : nil)
                ?? whole(index) ?? relatives.ago(at: index) ?? years.year(at: index)
        case .word where token.month > 0: return twoDays(index) ?? whole(index) ?? months.months(at: index)
        case .word: return cue(index)
        default: return nil
        }
    }

    private func cue(_ index: Int) -> DateFound? {
        let token = words.tokens[index]
        guard Self.mayBeCue(words.scalars[token.start], length: token.end - token.start) else { return nil }
        let word = words.word(index)
        if Self.weekdays.contains(word) { return weekday(index) }
        return periods.period(at: index, word: word) ?? relatives.date(at: index, word: word)
            ?? relatives.ago(at: index)
    }

    /// A day, a month with its year, or a span of days, with the day of the week before it.
    private func whole(_ index: Int) -> DateFound? {
        guard let (match, next) = dates.date(at: index), match.form != .damaged else { return nil }
        let isWhole = match.value.start.year != nil
        let found = DateFound(
            first: index, last: next - 1,
            meaning: isWhole ? .calendar(match.value) : .yearless(match.value))
        guard !isWhole else { return found }
        return lastOfDays(after: found, match.value) ?? (isDayOfMonth(index) ? found : nil)
    }

    /// A day before a month, as in `31 May`, may be a number that ends a phrase: `section 4 May`.
    private func isDayOfMonth(_ index: Int) -> Bool {
        words.tokens[index].month > 0 || words.month(index + 1) > 0 || words.month(index + 2) > 0
    }

    /// `Nov. 8-12`.
    private func lastOfDays(after found: DateFound, _ value: EDTFDate) -> DateFound? {
        let dash = found.last + 1
        guard words.kind(dash) == .dash, let last = words.count(dash + 1), words.kind(dash + 1) == .number,
            let day = value.start.day, last > day, value.end == nil,
            let end = EDTFDate.Point(year: nil, month: value.start.month, day: last)
        else { return nil }
        return DateFound(
            first: found.first, last: dash + 1, meaning: .yearless(EDTFDate(value.start, to: end)))
    }

    /// `August 5 and 16, 2013` between which something was, `June 3 and 4, 2020` one after the other.
    private func twoDays(_ index: Int) -> DateFound? {
        var at = index + 1
        if words.kind(at) == .period { at += 1 }
        guard let first = words.count(at), words.kind(at) == .number,
            ["and", "through", "to"].contains(words.word(at + 1)), let last = words.count(at + 2),
            words.kind(at + 2) == .number
        else { return nil }
        let comma = words.kind(at + 3) == .comma ? 1 : 0
        guard let year = words.year(at + 3 + comma),
            last == first + 1 || words.word(at + 1) != "and" || words.word(index - 1) == "between",
            let value = CountedDate.interval(
                .init(year: year, month: words.month(index), day: first),
                .init(year: year, month: words.month(index), day: last))
        else { return nil }
        return DateFound(first: index, last: at + 3 + comma, meaning: .calendar(value))
    }

    private func weekday(_ index: Int) -> DateFound? {
        var at = index + 1
        if words.kind(at) == .comma || words.kind(at) == .period { at += 1 }
        if words.word(at) == "the" { at += 1 }
        guard words.kind(at) != nil, words.tokens[at].breaks < 2,
            var date = words.month(at) > 0 ? twoDays(at) ?? whole(at) : whole(at)
        else { return nil }
        date.first = index
        return date
    }

    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// Whether a word can be one that opens a date: most words are not worth making a string of.
    private static func mayBeCue(_ first: Unicode.Scalar, length: Int) -> Bool {
        guard length <= 9, first.isASCII else { return false }
        return cues[Int(first.value | 32) & 31] & (1 << length) != 0
    }

    /// For each first letter the lengths that the cues have, as bits.
    private static let cues: [Int] = {
        var cues = Array(repeating: 0, count: 32)
        for word in words {
            if let first = word.unicodeScalars.first { cues[Int(first.value) & 31] |= 1 << word.count }
        }
        return cues
    }()

    private static let words =
        weekdays.sorted() + [
            "fy", "fys", "cy", "cys", "ay", "fiscal", "federal", "calendar", "academic", "school", "spring",
            "summer",
            "fall", "autumn", "winter", "first", "second", "third", "fourth", "q", "today", "yesterday",
            "tomorrow",
            "within", "earlier", "later", "early", "late", "the", "last", "past", "previous", "this",
            "current", "next",
            "coming", "upcoming", "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight",
            "nine",
            "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "ninety",
        ]
}
