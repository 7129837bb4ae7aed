import Correspondence

/// Where days stand between the left and the right edge, and which of them are labelled.
struct TimeAxis: Sendable {
    let first: CalendarDay
    /// The day after the last one shown.
    let end: CalendarDay

    /// Nil for a frame that is none.
    init?(_ span: Timeline.Span?) {
        guard let span, let from = CalendarDay(span.from), let to = CalendarDay(span.to), from <= to else {
            return nil
        }
        first = from
        end = CalendarDay(number: to.number + 1)
    }

    /// 0 at the left edge, 1 at the right one; outside of these for days that are not shown.
    func position(_ day: CalendarDay) -> Double {
        Double(day.number - first.number) / Double(end.number - first.number)
    }

    func shows(_ days: ClosedRange<CalendarDay>) -> Bool {
        days.lowerBound >= first && days.upperBound < end
    }

    struct Tick: Sendable, Hashable {
        var position: Double
        /// Empty where there is no room for one.
        var label: String
        /// Begins a year, or whatever the labels count in.
        var isMajor: Bool
    }

    /// Steps from fine to coarse; the finest whose labels have room is taken.
    private enum Step: CaseIterable {
        case day, week, month, quarter, year, twoYears, fiveYears, decade, quarterCentury, century

        /// Average days between ticks.
        var days: Double {
            switch self {
            case .day: 1
            case .week: 7.6
            case .month: 30.4
            case .quarter: 91.3
            case .year: 365.2
            case .twoYears: 730.5
            case .fiveYears: 1_826
            case .decade: 3_652
            case .quarterCentury: 9_131
            case .century: 36_524
            }
        }

        /// Pixels that a label of this step takes at 12 px type, with the space around it.
        var labelWidth: Double {
            switch self {
            case .day, .week: 52
            case .month: 36
            default: 40
            }
        }

        var years: Int {
            switch self {
            case .twoYears: 2
            case .fiveYears: 5
            case .decade: 10
            case .quarterCentury: 25
            case .century: 100
            default: 1
            }
        }
    }

    /// Ticks for an axis so many pixels wide. Labels never collide.
    func ticks(width: Double) -> [Tick] {
        let pixelsADay = width / Double(end.number - first.number)
        let step = Step.allCases.first { $0.days * pixelsADay >= $0.labelWidth } ?? .century
        var ticks: [Tick] = []
        var room = -Double.infinity
        for day in days(of: step) {
            let start = position(day) * width
            var tick = Tick(position: position(day), label: "", isMajor: isMajor(day, step))
            let label = label(day, step, isFirst: ticks.allSatisfy { $0.label.isEmpty })
            let length = Double(label.count) * 6.8 + 10
            if start >= room, start + length <= width {
                tick.label = label
                room = start + length
            }
            ticks.append(tick)
        }
        return ticks
    }

    private func days(of step: Step) -> [CalendarDay] {
        let (firstYear, firstMonth, _) = first.yearMonthDay
        let (lastYear, _, _) = end.yearMonthDay
        switch step {
        case .day:
            return (first.number..<end.number).map(CalendarDay.init(number:))
        case .week, .month, .quarter:
            let months = (firstYear * 12 + firstMonth - 1)...(lastYear * 12 + 11)
            let days = step == .week ? [1, 8, 15, 22] : [1]
            return months.filter { step != .quarter || ($0 % 12).isMultiple(of: 3) }.flatMap { month in
                days.map { CalendarDay(year: month / 12, month: month % 12 + 1, day: $0) }
            }.filter { $0 >= first && $0 < end }
        default:
            return (firstYear...lastYear).filter { $0.isMultiple(of: step.years) }.map {
                CalendarDay(year: $0, month: 1, day: 1)
            }.filter { $0 >= first && $0 < end }
        }
    }

    private func isMajor(_ day: CalendarDay, _ step: Step) -> Bool {
        let (_, month, ofMonth) = day.yearMonthDay
        switch step {
        case .day, .week: return ofMonth == 1
        case .month, .quarter: return month == 1
        default: return true
        }
    }

    private func label(_ day: CalendarDay, _ step: Step, isFirst: Bool) -> String {
        let (year, month, ofMonth) = day.yearMonthDay
        let name = String(DateStyle.months[month - 1].prefix(3))
        switch step {
        case .day, .week:
            return ofMonth == 1 || isFirst ? "\(ofMonth) \(name) \(year)" : "\(ofMonth) \(name)"
        case .month, .quarter:
            return month == 1 ? String(year) : isFirst ? "\(name) \(year)" : name
        default: return String(year)
        }
    }
}
