import Correspondence
import Testing

@testable import Reporting

struct TimelineTests {
    private let sample: [Letter]
    private let made: Timeline

    init() throws {
        sample = try TimelineLetters.sample()
        made = timeline(of: sample, context: TimelineLetters.context)
    }

    @Test func lettersStandInTimeOrderAndAreNumbered() {
        #expect(made.letters.map(\.number) == Array(1...11))
        let days = made.letters.compactMap { $0.date?.earliestDay }
        #expect(days == days.sorted())
        #expect(made.letters.last?.title == "Undated")
    }

    @Test func pagesAreLeftOutAndCounted() {
        #expect(!made.letters.contains { $0.kind == .page })
        #expect(made.counts.leftOut == 1)
    }

    @Test func undatedLettersAreCountedAndNeverPlaced() {
        #expect(made.counts.undated == 1)
        #expect(made.months.reduce(0) { $0 + $1.letters } == 10)
    }

    @Test func theOrderOfTheLettersChangesNothing() {
        let reversed = timeline(of: sample.reversed(), context: TimelineLetters.context)
        #expect(reversed == made)
    }

    @Test func asOfIsTheNewestLettersDate() {
        #expect(made.colophon.asOf == "2021-02-21")
        let later = timeline(of: sample, asOf: EDTFDate("2021-06"), context: TimelineLetters.context)
        #expect(later.colophon.asOf == "2021-06-30")
    }

    @Test func anAgencysQuestionIncludesItsChildren() {
        var question = TimelineQuestion()
        question.agencies = ["hhs"]
        let found = timeline(of: sample, question: question, context: TimelineLetters.context)
        #expect(found.letters.count == 8)
        #expect(found.letters.allSatisfy { !Set($0.agencies).isDisjoint(with: ["cms", "nih"]) })
    }

    @Test func aPeriodTakesLettersThatMayLieInIt() {
        var question = TimelineQuestion()
        question.from = EDTFDate("2020-09")
        question.to = EDTFDate("2020-10")
        let found = timeline(of: sample, question: question, context: TimelineLetters.context)
        #expect(found.letters.map { $0.date?.description } == ["2020-09", "2020-10-12/2020-10-14"])
    }

    @Test func anIdentifierIsFoundWhateverItsDashes() {
        var question = TimelineQuestion()
        question.identifiers = ["cms–0001p"]
        #expect(timeline(of: sample, question: question).letters.count == 3)
    }

    @Test func aSenderIsFoundByInitials() {
        var question = TimelineQuestion()
        question.senders = ["ASMC"]
        let found = timeline(of: sample, question: question)
        #expect(Set(found.letters.map(\.from)) == ["Association of Sample Medical Colleges"])
    }

    @Test func oneTopicMakesLanesOfAgencies() {
        var question = TimelineQuestion()
        question.topics = ["maternal-health"]
        let found = timeline(of: sample, question: question, context: TimelineLetters.context)
        #expect(found.lanesBy == .agency)
        #expect(found.lanes.map(\.name) == ["CMS", "Senate"])
        #expect(found.title == "Maternal health: letters and events")
    }

    @Test func lanesBeyondTheLimitShareOne() {
        var question = TimelineQuestion()
        question.lanes = .sender
        question.mostLanes = 3
        let found = timeline(of: sample, question: question)
        #expect(found.lanes.map(\.id).suffix(2) == ["others", "none"] || found.lanes.last?.id == "others")
        #expect(found.lanes.count == 3)
        #expect(found.letters.allSatisfy { !$0.lanes.isEmpty })
    }

    @Test func tooManyLettersAreCountedByLaneAndMonthOnly() {
        var question = TimelineQuestion()
        question.mostLetters = 5
        let found = timeline(of: sample, question: question)
        #expect(found.letters.isEmpty)
        #expect(found.counts.letters == 11)
        #expect(found.cells.filter { $0.lane == "maternal-health" }.reduce(0) { $0 + $1.letters } == 6)
    }

    @Test func anOutlierIsCutOffTheAxisButKept() throws {
        let letters = (1...12).map { TimelineLetters.letter($0, on: "2020-\($0 < 10 ? "0" : "")\($0)-05") }
        let found = timeline(of: letters + [TimelineLetters.letter(99, on: "1987-03-03")])
        #expect(found.frame?.from == "2020-01-01")
        #expect(found.period?.from == "1987-03-03")
        #expect(found.letters.count == 13)
        #expect(timelineHTML(found).contains("in the table only: 1 letter"))
    }
}
