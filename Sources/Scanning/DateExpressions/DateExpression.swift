import Correspondence

/// Words of running text that name a day, a month, a year or a span of them: `March 2, 2020`, `fiscal year 2021`,
/// `since 2010`, `last March`, `the past five years`, `within 60 days`.
public struct DateExpression: Sendable, Hashable {
    /// What the words mean.
    public enum Meaning: Sendable, Hashable {
        /// A place in the calendar, whoever reads it.
        case calendar(EDTFDate)
        /// A day or a month without its year (`XXXX-06-01`): the year follows from the letter's date.
        case yearless(EDTFDate)
        /// Counted from the day on which the letter was written.
        case counted(CountedDate)
    }

    /// Unicode scalar offsets into the text.
    public var start: Int
    public var end: Int
    public var meaning: Meaning
    /// The words name no more than a year, in figures: `2010`.
    public var isBareYear: Bool

    public init(start: Int, end: Int, meaning: Meaning, isBareYear: Bool = false) {
        self.start = start
        self.end = end
        self.meaning = meaning
        self.isBareYear = isBareYear
    }

    /// Whether nothing has to be inferred from the letter's date.
    public var isWhole: Bool {
        if case .calendar = meaning { return true }
        return false
    }

    /// The date that the words name in a letter.
    ///
    /// - Parameters:
    ///   - written: the letter's own date.
    ///   - isFuture: whether the words are known to look ahead; nil where nothing tells: then a date without a
    ///     year is the nearest one.
    /// - Returns: nil for what is counted from a date that is not known; a day without a year stays without
    ///   one then.
    public func date(written: EDTFDate?, isFuture: Bool? = nil) -> EDTFDate? {
        switch meaning {
        case .calendar(let date): date
        case .yearless(let date): date.placed(near: written, isFuture: isFuture)
        case .counted(let count): written.flatMap { count.date(from: $0.start) }
        }
    }
}

extension EDTFDate {
    /// With the year that a letter's date gives: the nearest in the direction that is known, or the nearest.
    fileprivate func placed(near written: EDTFDate?, isFuture: Bool?) -> EDTFDate? {
        guard start.year == nil, let month = start.month, let base = written?.start, let baseYear = base.year,
            let baseMonth = base.month
        else { return self }
        let here = baseMonth * 31 + (start.day == nil ? 0 : base.day ?? 15)
        let there = month * 31 + (start.day ?? 0)
        var year = baseYear
        switch isFuture {
        case true?: if there < here { year += 1 }
        case false?: if there > here { year -= 1 }
        case nil:
            if there - here > 186 { year -= 1 }
            if here - there > 186 { year += 1 }
        }
        return with(year: year)
    }

    /// An interval that ends in an earlier month ends in the next year.
    private func with(year: Int) -> EDTFDate? {
        guard let first = Point(year: year, month: start.month, day: start.day) else { return nil }
        guard let end else { return EDTFDate(first) }
        let wraps = (end.month ?? 0) < (start.month ?? 0)
        return Point(year: wraps ? year + 1 : year, month: end.month, day: end.day).map {
            EDTFDate(first, to: $0)
        }
    }
}
