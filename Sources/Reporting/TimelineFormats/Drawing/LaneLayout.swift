import Correspondence

/// Where the marks of a lane stand: in rows, stacked where they would collide, folded into numbered
/// bubbles where five rows do not hold them.
struct LaneLayout: Sendable {
    /// The narrowest that a lane is drawn, in pixels; on narrower screens it scrolls.
    static let width = 720.0
    static let mostRows = 5
    /// Rows of events above a dense lane's bubbles.
    static let mostDenseRows = 2
    /// What a mark takes, with the space around it.
    static let slot = 14.0
    /// What a bubble takes.
    static let bubbleSlot = 30.0

    enum Source: Sendable, Hashable {
        /// Position in `timeline.letters`.
        case letter(Int)
        /// Position in `timeline.events`.
        case event(Int)
    }

    struct Mark: Sendable, Hashable {
        var source: Source
        /// 0 to 1; equal for a mark that stands on a single day.
        var from: Double
        var to: Double
        /// 0 is the lowest.
        var row: Int
    }

    struct Bubble: Sendable, Hashable {
        var position: Double
        /// The day at its middle.
        var days: ClosedRange<CalendarDay>
        /// In time order; empty where the timeline lists no letters.
        var sources: [Source]
        var count: Int
    }

    private(set) var marks: [Mark] = []
    private(set) var bubbles: [Bubble] = []
    /// Rows in use, those of marks and one for bubbles.
    private(set) var rows = 1
    /// Whether letters are bubbles altogether, because marks would tell less.
    private(set) var isDense = false

    struct Placeable {
        var source: Source
        var days: ClosedRange<CalendarDay>
        /// Whether it is drawn as a bar over its days.
        var isBar: Bool
    }

    init(_ items: [Placeable], axis: TimeAxis) {
        let ordered = items.filter { axis.shows($0.days) }
        var overflow = place(ordered, axis, rows: Self.mostRows)
        if overflow.count > marks.count {
            isDense = true
            marks = []
            overflow = place(ordered.filter { !$0.source.isLetter }, axis, rows: Self.mostDenseRows)
            overflow += ordered.filter(\.source.isLetter)
            overflow.sort { ($0.days.lowerBound, $0.source.order) < ($1.days.lowerBound, $1.source.order) }
        }
        rows = (marks.map(\.row).max() ?? -1) + 1
        fold(overflow, axis)
        rows = max(1, rows)
    }

    /// Bubbles alone, from counts by month.
    init(cells: [Timeline.Cell], axis: TimeAxis) {
        isDense = true
        for cell in cells {
            guard let days = EDTFDate(cell.month)?.days, axis.shows(days) else { continue }
            add(nil, count: cell.letters, days, axis)
        }
    }

    /// Puts each item into the lowest row that has room; returns those that no row holds.
    private mutating func place(_ items: [Placeable], _ axis: TimeAxis, rows: Int) -> [Placeable] {
        var ends = [Double](repeating: -.infinity, count: rows)
        var overflow: [Placeable] = []
        let half = Self.slot / 2
        for item in items {
            let (from, to) = Self.extent(item, axis)
            let left = from * Self.width - half
            guard let row = ends.firstIndex(where: { $0 <= left + 0.001 }) else {
                overflow.append(item)
                continue
            }
            ends[row] = to * Self.width + half
            marks.append(Mark(source: item.source, from: from, to: to, row: row))
        }
        return overflow
    }

    /// A bar from the start of its first day to the end of its last; a mark where that is too short for a
    /// bar, and for a single day.
    private static func extent(_ item: Placeable, _ axis: TimeAxis) -> (Double, Double) {
        let from = axis.position(item.days.lowerBound)
        let to = axis.position(CalendarDay(number: item.days.upperBound.number + 1))
        if item.isBar, (to - from) * width >= slot { return (from, to) }
        let middle = (from + to) / 2
        return (middle, middle)
    }

    private mutating func fold(_ items: [Placeable], _ axis: TimeAxis) {
        for item in items { add(item.source, count: 1, item.days, axis) }
    }

    private mutating func add(
        _ source: Source?, count: Int, _ days: ClosedRange<CalendarDay>, _ axis: TimeAxis
    ) {
        let middle = CalendarDay(number: (days.lowerBound.number + days.upperBound.number) / 2)
        let slots = (Self.width / Self.bubbleSlot).rounded(.down)
        let slot = min(slots - 1, (axis.position(middle) * slots).rounded(.down))
        let position = (slot + 0.5) / slots
        if let last = bubbles.indices.last(where: { bubbles[$0].position == position }) {
            bubbles[last].count += count
            let known = bubbles[last].days
            bubbles[last].days =
                min(known.lowerBound, days.lowerBound)...max(known.upperBound, days.upperBound)
            if let source { bubbles[last].sources.append(source) }
        } else {
            bubbles.append(
                Bubble(position: position, days: days, sources: source.map { [$0] } ?? [], count: count))
        }
    }
}

extension LaneLayout.Source {
    var isLetter: Bool {
        if case .letter = self { true } else { false }
    }

    var order: Int {
        switch self {
        case .letter(let position): position
        case .event(let position): -position - 1
        }
    }
}

extension Timeline {
    /// What stands in a lane, in time order; events before letters of the same day.
    func placeables() -> [String: [LaneLayout.Placeable]] {
        var found: [String: [LaneLayout.Placeable]] = [:]
        for (position, event) in events.enumerated() {
            guard let days = event.days else { continue }
            let item = LaneLayout.Placeable(
                source: .event(position), days: days, isBar: days.lowerBound < days.upperBound)
            for lane in event.lanes { found[lane, default: []].append(item) }
        }
        for (position, letter) in letters.enumerated() {
            guard let days = letter.date?.days else { continue }
            let item = LaneLayout.Placeable(
                source: .letter(position), days: days, isBar: days.lowerBound < days.upperBound)
            for lane in letter.lanes { found[lane, default: []].append(item) }
        }
        return found.mapValues { items in
            items.sorted {
                ($0.days.lowerBound, $0.source.order) < ($1.days.lowerBound, $1.source.order)
            }
        }
    }
}
