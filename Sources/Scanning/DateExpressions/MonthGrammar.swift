import Correspondence

/// Months in running text that no day or year follows at once: `July of 2014`, `January through June 2020`,
/// `in March`.
struct MonthGrammar {
    let words: DateWords

    /// The months that begin at a token, which is a month's name.
    func months(at index: Int) -> DateFound? {
        monthOfYear(index) ?? monthsOfYear(index) ?? nameAlone(index)
    }

    /// `July of 2014`.
    private func monthOfYear(_ index: Int) -> DateFound? {
        guard words.word(index + 1) == "of", let year = words.year(index + 2),
            let value = EDTFDate(year: year, month: words.month(index))
        else { return nil }
        return DateFound(first: index, last: index + 2, meaning: .calendar(value))
    }

    /// `January through June 2020`; of `October and November of 2009` the first, with the year of the second.
    private func monthsOfYear(_ index: Int) -> DateFound? {
        let joint = words.word(index + 1)
        let isRange = words.kind(index + 1) == .dash || ["to", "through"].contains(joint)
        guard isRange || joint == "and" || joint == "or", words.month(index + 2) > 0 else { return nil }
        let at = words.word(index + 3) == "of" || words.mark(index + 3) == "," ? index + 4 : index + 3
        guard let year = words.year(at) else { return nil }
        let wraps = words.month(index + 2) < words.month(index)
        guard let first = EDTFDate.Point(year: wraps ? year - 1 : year, month: words.month(index)) else {
            return nil
        }
        let isBetween = joint == "and" && words.word(index - 1) == "between"
        guard isRange || isBetween else {
            return DateFound(first: index, last: index, meaning: .calendar(EDTFDate(first)))
        }
        return EDTFDate.Point(year: year, month: words.month(index + 2)).map {
            DateFound(first: index, last: at, meaning: .calendar(EDTFDate(first, to: $0)))
        }
    }

    /// `in March`: only where the words before say that a month is meant, or the month stands beside one.
    private func nameAlone(_ index: Int) -> DateFound? {
        let token = words.tokens[index]
        // The short forms are parts of other things where no day follows: Jan, Sep, Mar.
        guard token.end - token.start >= 4 || words.word(index) == "may",
            !words.isGlued(index + 1) || isMark(index + 1)
        else { return nil }
        // `March of Dimes`, `May Clinic`, `August Wilson`.
        if words.word(index + 1) == "of" { return nil }
        let before = words.word(index - 1)
        let isJoined =
            ["and", "or", "to", "through"].contains(before) && words.month(index - 2) > 0
            || words.kind(index - 1) == .comma && words.month(index - 2) > 0
        guard isJoined || Self.openings.contains(before), !isName(index) else { return nil }
        return EDTFDate(year: nil, month: token.month).map {
            DateFound(first: index, last: index, meaning: .yearless($0))
        }
    }

    /// Words before a month's name that no other use of the name has.
    private static let openings: Set<String> = [
        "in", "since", "by", "until", "till", "during", "early", "late", "mid", "before", "after", "through",
        "between", "from", "for", "of", "beginning", "starting", "ending", "as",
    ]

    /// A name of a person or a body goes on with a capital: `by May Johnson`.
    private func isName(_ index: Int) -> Bool {
        guard words.isCapital(index + 1), words.tokens[index + 1].breaks == 0 else { return false }
        return words.month(index + 1) == 0
    }

    private func isMark(_ index: Int) -> Bool { words.kind(index) != .word && words.kind(index) != .number }
}
