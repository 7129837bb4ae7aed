import Correspondence
import Testing

@testable import Reporting

/// Every sentence of a summary and of a comparison can be traced to records, whatever template made it.
@Suite("Tracing sentences to records")
struct TimelineTraceTests {
    private let college = "Association of Sample Medical Colleges"

    /// The sample, with letters that thank, regret, back another's comments, ask about a law, and disagree on its day.
    private func letters() throws -> [Letter] {
        let ask = Ask(
            text: "We urge you to extend the comment period on the proposed rule by thirty days.",
            direction: .request, object: "extend the comment period on the proposed rule by thirty days",
            evidence: TimelineLetters.evidence("extend"))
        var asked = TimelineLetters.letter(
            21, on: "2020-06-10", title: "More time", from: college, to: ["cms"])
        asked.asks = [ask]
        var thanks = TimelineLetters.letter(22, on: "2020-08-01", title: "Thanks", from: college, to: ["cms"])
        thanks.pages = [
            Page(
                number: 1,
                text: "We thank CMS for extending the comment period by thirty days, as we requested.",
                source: .textLayer)
        ]
        var backing = TimelineLetters.letter(
            23, on: "2020-07-20", title: "In support", from: "Harbor Institute", to: ["cms"])
        let backed = "We support the comments of the \(college)."
        backing.asks = [Ask(text: backed, direction: .support, evidence: TimelineLetters.evidence(backed))]
        var lawful = TimelineLetters.letter(
            24, on: "2020-10-01", title: "The bill", from: college, to: ["us-senate"])
        lawful.asks = [
            Ask(
                text: "We urge you to pass H.R. 4995 this year.", direction: .request,
                object: "pass H.R. 4995 this year", about: "hr4995-116",
                evidence: TimelineLetters.evidence("H.R. 4995"))
        ]
        return try TimelineLetters.sample() + [asked, thanks, backing, lawful]
            + [(25, "2020-12-27"), (26, "2020-12-21")].map { number, day in
                try signing(number, on: day)
            }
    }

    private func signing(_ number: Int, on day: String) throws -> Letter {
        let told = try TimelineLetters.event(.signed, day, "H.R. 4995 was signed on \(day)")
        return TimelineLetters.letter(
            number, on: "2021-02-0\(number % 10)", title: "After the law \(number)", from: "Harbor Institute",
            to: ["us-senate"]
        ) {
            $0.events = [told]
            $0.identifiers = [
                Identifier(
                    kind: .bill, value: "hr4995-116", printed: "H.R. 4995", congress: 116,
                    evidence: TimelineLetters.evidence("H.R. 4995"))
            ]
        }
    }

    private func made(_ change: (inout TimelineQuestion) -> Void = { _ in }) throws -> Timeline {
        var question = TimelineQuestion()
        change(&question)
        return timeline(of: try letters(), question: question, context: TimelineLetters.context)
    }

    /// All that a record says, on one line a piece.
    private func words(of letter: Letter) -> [String] {
        let asks = letter.asks.flatMap { [$0.text, $0.object ?? ""] }
        return (asks + letter.events.map(\.text) + [letter.title ?? ""] + letter.pages.map(\.text)).map(
            cleanText)
    }

    private func check(_ sentences: [Timeline.Sentence]) throws {
        let said = Dictionary(uniqueKeysWithValues: try letters().map { ($0.id, words(of: $0)) })
        for sentence in sentences {
            #expect(!sentence.records.isEmpty, "\(sentence.kind)")
            #expect(sentence.records.allSatisfy { said[$0] != nil }, "\(sentence.kind)")
            #expect(Set(sentence.records).count == sentence.records.count, "\(sentence.kind)")
            let cited = sentence.records.flatMap { said[$0] ?? [] }
            for quote in sentence.text.split(separator: "“").dropFirst() {
                let words = quote.prefix { $0 != "”" && $0 != "…" }
                #expect(cited.contains { $0.contains(words) }, "\(sentence.kind): \(words)")
            }
        }
    }

    @Test("Summaries of the whole, of a topic, an agency, a sender and a period rest on what they cite")
    func summaries() throws {
        let all = try made()
        let kinds = Set(all.summary.map(\.kind))
        #expect(
            kinds.isSuperset(of: ["size", "asks", "outcomes", "followed", "backed", "next", "disputed"]),
            "\(kinds)")
        try check(all.summary)
        try check(made { $0.topics = ["maternal-health"] }.summary)
        try check(made { $0.agencies = ["us-senate"] }.summary)
        try check(made { $0.senders = ["Sample Medical"] }.summary)
        try check(made { $0.from = EDTFDate("2021") }.summary)
    }

    @Test("Comparisons rest on the records of both sides")
    func comparisons() throws {
        let early = try made { $0.to = EDTFDate("2020") }
        let late = try made { $0.from = EDTFDate("2021") }
        for (here, there) in [(early, late), (late, early)] {
            let comparison = try #require(here.compared(with: there).comparison)
            #expect(comparison.sentences.count > 2)
            try check(comparison.sentences)
        }
    }

    @Test("Outcomes quote both sides from the records that they name")
    func outcomes() throws {
        let said = Dictionary(uniqueKeysWithValues: try letters().map { ($0.id, words(of: $0)) })
        let outcomes = try made().asks.flatMap(\.outcomes)
        #expect(Set(outcomes.map(\.kind)) == [.granted, .followed])
        for outcome in outcomes {
            for side in [outcome.asked, outcome.told] {
                let source = said[side.record] ?? []
                #expect(source.contains { $0.contains(side.quote) }, "\(side.quote)")
            }
        }
    }

    @Test(
        "Letters that put a law's signing on different days are told so; a day and its month are no difference"
    )
    func disagreement() throws {
        let signings = try made().events.filter { $0.kind == .signed && $0.about == ["hr4995-116"] }
        let others = signings.map(\.otherDates.count)
        #expect(others == [1, 1])
        var month = try letters()
        month[month.count - 1].events = [
            try TimelineLetters.event(.signed, "2020-12", "H.R. 4995 was signed in December 2020")
        ]
        let agreed = timeline(of: month, context: TimelineLetters.context)
        let disputed = agreed.events.filter { $0.kind == .signed && !$0.otherDates.isEmpty }
        #expect(disputed.isEmpty)
    }
}
