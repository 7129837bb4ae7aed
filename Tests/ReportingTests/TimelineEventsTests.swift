import Correspondence
import Testing

@testable import Reporting

struct TimelineEventsTests {
    private let made: Timeline

    init() throws {
        made = timeline(of: try TimelineLetters.sample(), context: TimelineLetters.context)
    }

    @Test func theSameEventToldTwiceIsOneWithTwoWitnesses() {
        let hearings = made.events.filter { $0.kind == .hearing }
        #expect(hearings.count == 1)
        #expect(hearings.first?.witnesses.map(\.record) == ["0000000000000006", "0000000000000007"])
    }

    @Test func closingsThatDifferAreShownAsSuch() {
        let closings = made.events.filter { $0.kind == .commentCloses }
        #expect(closings.map(\.date.description) == ["2020-06-02", "2020-06-09"])
        #expect(closings.first?.otherDates.map(\.date.description) == ["2020-06-09"])
        #expect(made.summary.contains { $0.kind == "disputed" })
    }

    @Test func unrelatedEventsOfOneDayStayApart() throws {
        let letters = try ["The rural task force meets", "A panel on vaccines convenes"].enumerated().map {
            number, text in
            let event = try TimelineLetters.event(.meeting, "2020-06-01", text)
            return TimelineLetters.letter(number + 1, on: "2020-05-01") { $0.events = [event] }
        }
        #expect(timeline(of: letters).events.count == 2)
    }

    @Test func lettersKnowHowLongBeforeTheDeadlineTheyAre() {
        let days = made.letters.filter { $0.kind == .comment }.map(\.daysToDeadline)
        // The later of the two closings that letters tell: 9 June.
        #expect(days == [10, 9, 5])
    }

    @Test func publicationAndClosingMakeACommentPeriod() throws {
        let letter = TimelineLetters.comment(
            1, on: "2020-05-31", code: "CMS-0002-P", closes: "2020-06-30", from: "Harbor Institute")
        var told = letter
        told.events.append(try TimelineLetters.event(.commentOpens, "2020-05-01", "CMS-0002-P opened"))
        let found = timeline(of: [told])
        #expect(found.events.map(\.kind) == [.commentCloses])
        #expect(found.events.first?.opens?.description == "2020-05-01")
    }

    @Test func aDueDateAmongALettersDatesIsADeadline() throws {
        let due = try TimelineLetters.required(EDTFDate("2020-06-15"))
        let letter = TimelineLetters.letter(1, on: "2020-05-31") {
            $0.dates = [
                DateCandidate(role: .due, value: due, evidence: TimelineLetters.evidence("June 15, 2020"))
            ]
        }
        let found = timeline(of: [letter])
        #expect(found.events.map(\.kind) == [.deadline])
        #expect(found.events.first?.witnesses.first?.quote == "June 15, 2020")
    }

    @Test func aPagesEventsStandOnTheTimelineThoughThePageDoesNot() throws {
        let open = try TimelineLetters.event(
            .meeting, "XXXX-11-08/XXXX-11-12", "Sample Annual Meeting, Nov. 8-12")
        let month = try TimelineLetters.event(.starts, "2025-02", "Training starts in February 2025")
        let page = TimelineLetters.letter(2, kind: .page, title: "Commitments") { $0.events = [open, month] }
        let found = timeline(of: [TimelineLetters.letter(1, on: "2024-12-01"), page])
        #expect(found.letters.map(\.id) == ["0000000000000001"])
        #expect(found.events.map(\.date.description) == ["2025-02", "XXXX-11-08/XXXX-11-12"])
        let html = timelineHTML(found)
        #expect(html.contains("<a href=\"../archive/letters/00/0000000000000002.json\">00000000</a>"))
        #expect(html.contains("8 to 12 November"))
    }
}
