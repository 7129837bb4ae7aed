/// A day of the proleptic Gregorian calendar as a number, so that days can be counted and drawn.
public struct CalendarDay: Comparable, Hashable, Sendable {
    /// Days since 1970-01-01.
    public var number: Int

    public init(number: Int) { self.number = number }

    /// After Howard Hinnant's `days_from_civil` (howardhinnant.github.io/date_algorithms.html).
    public init(year: Int, month: Int, day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads `2020-05-31`.
    public init?(_ iso: String) {
        guard let point = EDTFDate(iso)?.start, let year = point.year, let month = point.month,
            let day = point.day
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public var yearMonthDay: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// `2020-05-31`.
    public var iso: String {
        let (year, month, day) = yearMonthDay
        return
            "\(EDTFDate.padded(year, to: 4))-\(EDTFDate.padded(month, to: 2))-\(EDTFDate.padded(day, to: 2))"
    }

    public static func < (a: Self, b: Self) -> Bool { a.number < b.number }

}

extension EDTFDate {
    /// First and last day that the date can mean; nil where the year is not known.
    public var days: ClosedRange<CalendarDay>? {
        guard let from = earliestDay.flatMap(CalendarDay.init), let to = latestDay.flatMap(CalendarDay.init),
            from <= to
        else { return nil }
        return from...to
    }
}
