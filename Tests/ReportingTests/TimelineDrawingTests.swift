import Correspondence
import Testing

@testable import Reporting

struct TimelineDrawingTests {
    @Test(arguments: [
        ("2020-05-01", "2020-05-31"), ("2020-01-01", "2020-04-30"), ("2019-02-01", "2021-06-30"),
        ("2010-01-01", "2021-12-31"), ("1950-01-01", "2024-12-31"), ("1899-11-01", "2024-12-31"),
    ])
    func labelsNeverCollide(from: String, to: String) throws {
        let axis = try TimelineLetters.required(TimeAxis(Timeline.Span(from: from, to: to)))
        for width in [720.0, 1_440, 2_880, 5_760] {
            var end = -Double.infinity
            let labelled = axis.ticks(width: width).filter { !$0.label.isEmpty }
            #expect(labelled.count > 1, "\(from) at \(width)")
            for tick in labelled {
                let start = tick.position * width
                #expect(start >= end, "\(tick.label) at \(width)")
                end = start + Double(tick.label.count) * 6.5
            }
            #expect(end <= width)
        }
    }

    @Test func daysComeBackFromTheirNumbers() {
        for number in stride(from: -300_000, through: 300_000, by: 997) {
            let day = CalendarDay(number: number)
            let (year, month, ofMonth) = day.yearMonthDay
            #expect(CalendarDay(year: year, month: month, day: ofMonth) == day)
        }
        #expect(CalendarDay(year: 1970, month: 1, day: 1).number == 0)
        #expect(CalendarDay("2020-03-01")?.number == 18_322)
    }

    private func items(_ days: [Int]) -> [LaneLayout.Placeable] {
        days.enumerated().map { position, number in
            let day = CalendarDay(number: 18_262 + number)
            return LaneLayout.Placeable(source: .letter(position), days: day...day, isBar: false)
        }
    }

    private var year: TimeAxis {
        get throws {
            try TimelineLetters.required(TimeAxis(Timeline.Span(from: "2020-01-01", to: "2020-12-31")))
        }
    }

    @Test func marksOfOneRowNeverOverlap() throws {
        let layout = LaneLayout(items((0..<100).map { $0 * 3 }), axis: try year)
        for row in 0..<LaneLayout.mostRows {
            let places = layout.marks.filter { $0.row == row }.map { $0.to * LaneLayout.width }
            for (left, right) in zip(places, places.dropFirst()) {
                #expect(right - left >= LaneLayout.slot - 0.01)
            }
        }
    }

    @Test(arguments: [1, 5, 9, 40, 3_000])
    func nothingIsLostWhateverTheDensity(count: Int) throws {
        let layout = LaneLayout(items((0..<count).map { $0 % 7 + 100 }), axis: try year)
        #expect(layout.marks.count + layout.bubbles.reduce(0) { $0 + $1.count } == count)
        #expect(layout.bubbles.allSatisfy { $0.count == $0.sources.count })
        #expect(layout.marks.allSatisfy { $0.row < LaneLayout.mostRows })
    }

    @Test func fiveOfADayStackAndTheSixthFolds() throws {
        let layout = LaneLayout(items([50, 50, 50, 50, 50, 50]), axis: try year)
        #expect(layout.marks.map(\.row) == [0, 1, 2, 3, 4])
        #expect(layout.bubbles.map(\.count) == [1])
    }
}
