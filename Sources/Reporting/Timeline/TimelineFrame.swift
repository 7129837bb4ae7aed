import Correspondence

/// The stretch of time that a timeline shows, and what falls on its months.
struct TimelineFrame: Sendable {
    /// From the first dated letter to the last.
    let period: Timeline.Span?
    /// What the axis shows.
    let span: Timeline.Span?

    /// A far outlier is cut off where that at least halves the axis: one letter of fifty, at least one of ten.
    private static let outlierShare = 50
    /// No correspondence of one archive spans more; beyond that a date is misread.
    private static let mostDays = 54_750

    init(letters: [TimelineLetter], events: [TimelineEvent]) {
        let days = letters.compactMap { $0.date?.days }
        guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else {
            period = nil
            span = nil
            return
        }
        period = Timeline.Span(from: first.iso, to: last.iso)
        var (from, to) = Self.withoutOutliers(days)
        let room = max(92, (to.number - from.number) / 8)
        let (least, most) = (from.number - room, to.number + room)
        for event in events {
            guard let days = event.days, days.lowerBound.number >= least, days.upperBound.number <= most
            else {
                continue
            }
            from = min(from, days.lowerBound)
            to = max(to, days.upperBound)
        }
        span = Self.wholeMonths(from, to)
    }

    private static func withoutOutliers(_ days: [ClosedRange<CalendarDay>]) -> (CalendarDay, CalendarDay) {
        let starts = days.map(\.lowerBound).sorted()
        var (low, high) = (0, starts.count - 1)
        var left = starts.count >= 10 ? max(1, starts.count / outlierShare) : 0
        while left > 0, high > low {
            let width = starts[high].number - starts[low].number
            let withoutFirst = starts[high].number - starts[low + 1].number
            let withoutLast = starts[high - 1].number - starts[low].number
            guard min(withoutFirst, withoutLast) * 2 <= width || width > mostDays else { break }
            if withoutFirst <= withoutLast { low += 1 } else { high -= 1 }
            left -= 1
        }
        let kept = days.filter { $0.lowerBound >= starts[low] && $0.lowerBound <= starts[high] }
        let last = kept.map(\.upperBound).max() ?? starts[high]
        return (starts[low], last)
    }

    private static func wholeMonths(_ from: CalendarDay, _ to: CalendarDay) -> Timeline.Span {
        let first = from.yearMonthDay
        let last = to.yearMonthDay
        let length = EDTFDate.daysInMonth(last.month, year: last.year)
        return Timeline.Span(
            from: CalendarDay(year: first.year, month: first.month, day: 1).iso,
            to: CalendarDay(year: last.year, month: last.month, day: length).iso)
    }

    /// All months of the frame; letters count on the month in which they begin.
    func months(letters: [TimelineLetter], events: [TimelineEvent]) -> [Timeline.MonthCount] {
        guard let span else { return [] }
        var letterCounts: [Substring: Int] = [:]
        var eventCounts: [Substring: Int] = [:]
        for letter in letters {
            if let day = letter.date?.earliestDay { letterCounts[day.prefix(7), default: 0] += 1 }
        }
        for event in events {
            if let day = event.date.earliestDay { eventCounts[day.prefix(7), default: 0] += 1 }
        }
        return Self.monthNames(span).map { month in
            Timeline.MonthCount(
                month: month, letters: letterCounts[month[...]] ?? 0, events: eventCounts[month[...]] ?? 0)
        }
    }

    private static func monthNames(_ span: Timeline.Span) -> [String] {
        guard let from = CalendarDay(span.from)?.yearMonthDay, let to = CalendarDay(span.to)?.yearMonthDay
        else { return [] }
        let first = from.year * 12 + from.month - 1
        let last = to.year * 12 + to.month - 1
        return (first...max(first, last)).map { month in
            "\(EDTFDate.padded(month / 12, to: 4))-\(EDTFDate.padded(month % 12 + 1, to: 2))"
        }
    }

    /// Letters by lane and month, where there are any.
    func cells(of letters: [TimelineLetter], _ lanes: [String]) -> [Timeline.Cell] {
        var counts: [String: [String: Int]] = [:]
        for letter in letters {
            guard let day = letter.date?.earliestDay else { continue }
            for lane in letter.lanes { counts[lane, default: [:]][String(day.prefix(7)), default: 0] += 1 }
        }
        return lanes.flatMap { lane in
            (counts[lane] ?? [:]).sorted { $0.key < $1.key }.map { month, letters in
                Timeline.Cell(lane: lane, month: month, letters: letters)
            }
        }
    }
}
