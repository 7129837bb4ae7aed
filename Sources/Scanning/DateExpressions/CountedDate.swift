import Correspondence

/// A date that is counted from the day on which a letter was written.
public enum CountedDate: Sendable, Hashable {
    /// A span of the calendar that people count in.
    public enum Unit: Int, Sendable, Hashable {
        case day, week, month, quarter, year, decade
    }

    /// Before, around or after the letter's date.
    public enum Side: Int, Sendable, Hashable {
        case before = -1
        case around = 0
        case after = 1
    }

    /// `last year`, `this quarter`, `next month`, `today`, `tomorrow`.
    case period(Unit, Side)
    /// `last March`, `this coming June`.
    case month(Int, Side)
    /// `this spring`, by the season's first month.
    case season(Int, Side)
    /// `three weeks ago`; a negative count lies ahead.
    case ago(Int, Unit)
    /// `the past five years`, `within the next 60 days`: up to the letter's date, or from it on.
    case span(Int, Unit, Side)

    /// Nil where the letter's date is not known well enough to count from.
    func date(from written: EDTFDate.Point) -> EDTFDate? {
        switch self {
        case .period(let unit, let side): Self.period(unit, side.rawValue, from: written)
        case .month(let month, let side): Self.month(month, side, from: written)
        case .season(let month, let side): Self.season(month, side, from: written)
        case .ago(let count, let unit): Self.point(-count, unit, from: written).map { EDTFDate($0) }
        case .span(let count, let unit, let side): Self.span(count, unit, side, from: written)
        }
    }

    private static func period(_ unit: Unit, _ count: Int, from written: EDTFDate.Point) -> EDTFDate? {
        switch unit {
        case .day, .month, .year: return point(count, unit, from: written).map { EDTFDate($0) }
        case .week:
            guard let day = day(of: written) else { return nil }
            // Day 0 was a Thursday; weeks begin on Monday (ISO 8601).
            let monday = CalendarDay(number: day.number - ((day.number + 3) % 7 + 7) % 7 + 7 * count)
            return interval(point(monday), point(CalendarDay(number: monday.number + 6)))
        case .quarter:
            guard let year = written.year, let month = written.month else { return nil }
            return months(from: year * 12 + (month - 1) / 3 * 3 + 3 * count, count: 3)
        case .decade:
            guard let year = written.year else { return nil }
            let first = (year / 10 + count) * 10
            return interval(.init(year: first), .init(year: first + 9))
        }
    }

    private static func month(_ month: Int, _ side: Side, from written: EDTFDate.Point) -> EDTFDate? {
        guard let year = written.year, let here = written.month else { return nil }
        return switch side {
        case .before: EDTFDate(year: month < here ? year : year - 1, month: month)
        case .around: EDTFDate(year: year, month: month)
        case .after: EDTFDate(year: month > here ? year : year + 1, month: month)
        }
    }

    private static func season(_ month: Int, _ side: Side, from written: EDTFDate.Point) -> EDTFDate? {
        guard let year = written.year, let here = written.month else { return nil }
        let now = year * 12 + here - 1
        var first = year * 12 + month - 1
        // January and February are of the winter that began in December.
        if month == 12, here < 3 { first -= 12 }
        switch side {
        case .before: while first + 2 >= now { first -= 12 }
        case .after: while first <= now { first += 12 }
        case .around: break
        }
        return months(from: first, count: 3)
    }

    private static func span(_ count: Int, _ unit: Unit, _ side: Side, from written: EDTFDate.Point)
        -> EDTFDate?
    {
        guard let here = point(0, unit, from: written),
            let there = point(side.rawValue * count, unit, from: written)
        else { return nil }
        return side == .before ? EDTFDate(there, to: here) : EDTFDate(here, to: there)
    }

    /// So many units away, as exact as the unit is.
    private static func point(_ count: Int, _ unit: Unit, from written: EDTFDate.Point) -> EDTFDate.Point? {
        switch unit {
        case .day: return day(of: written).flatMap { point(CalendarDay(number: $0.number + count)) }
        case .week: return point(7 * count, .day, from: written)
        case .month, .quarter:
            guard let year = written.year, let month = written.month else { return nil }
            let sum = year * 12 + month - 1 + (unit == .month ? count : 3 * count)
            return .init(year: sum / 12, month: sum % 12 + 1)
        case .year, .decade:
            return written.year.flatMap { .init(year: $0 + (unit == .year ? count : 10 * count)) }
        }
    }

    private static func day(of written: EDTFDate.Point) -> CalendarDay? {
        guard let year = written.year, let month = written.month, let day = written.day else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    private static func point(_ day: CalendarDay) -> EDTFDate.Point? {
        let (year, month, day) = day.yearMonthDay
        return .init(year: year, month: month, day: day)
    }

    /// From a month on, counted from January of the year 0.
    static func months(from first: Int, count: Int) -> EDTFDate? {
        let last = first + count - 1
        return interval(
            .init(year: first / 12, month: first % 12 + 1), .init(year: last / 12, month: last % 12 + 1))
    }

    static func interval(_ first: EDTFDate.Point?, _ last: EDTFDate.Point?) -> EDTFDate? {
        guard let first, let last else { return nil }
        return EDTFDate(first, to: last)
    }
}
