import Correspondence
import Testing

@testable import Reporting

@Suite("What became of an ask")
struct AskOutcomesTests {
    private let league = "League of Academic Medical Centers"
    private let extend = "extend the comment period on the proposed rule by thirty days"

    /// A letter of a sender to CMS, with what it asks and what stands on its page.
    private func letter(
        _ number: Int, on date: String, from: String, asks: [(String, Ask.Direction)] = [],
        about: String? = nil, to agencies: [String] = ["cms"], page: String = ""
    ) -> Letter {
        var letter = TimelineLetters.letter(
            number, on: date, title: "Letter \(number)", from: from, to: agencies)
        letter.asks = asks.map { object, direction in
            Ask(
                text: "We urge you to \(object).", direction: direction, object: object, about: about,
                evidence: TimelineLetters.evidence(object))
        }
        letter.pages = [Page(number: 1, text: page, source: .textLayer)]
        return letter
    }

    private func outcomes(_ letters: [Letter], replies: [String: [String]] = [:]) -> [AskOutcome] {
        var context = TimelineLetters.context
        context.replies = replies
        return timeline(of: letters, context: context).asks.flatMap(\.outcomes)
    }

    @Test(
        "A later letter of the same sender that thanks for the deed says that it was done",
        arguments: [
            "We thank CMS for extending the comment period by thirty days, as we requested.",
            "We are grateful for your decision to extend the comment period on the proposed rule.",
            "The agency extended the comment period on the proposed rule, as we had requested.",
            "As we requested, the agency extended the comment period by thirty days.",
            "We are pleased that the agency has extended the comment period on the proposed rule.",
        ])
    func granted(sentence: String) throws {
        let found = outcomes([
            letter(1, on: "2020-03-01", from: league, asks: [(extend, .request)]),
            letter(2, on: "2020-04-02", from: league, page: "Dear Ms. Doe:\n\n\(sentence) More follows."),
        ])
        let outcome = try #require(found.first)
        #expect(found.count == 1)
        #expect(outcome.kind == .granted)
        #expect(outcome.told.quote == sentence)
        #expect(outcome.told.page == 1)
        #expect(outcome.told.record.hasSuffix("2") && outcome.asked.record.hasSuffix("1"))
        #expect(outcome.date == "2020-04-02")
    }

    @Test(
        "What the later letter does not plainly say is no outcome",
        arguments: [
            // Another deed with the same words, a wish, a proposal, thanks for nothing done, another matter.
            "We thank CMS for studying the comment period on the proposed rule.",
            "We would thank CMS for extending the comment period on the proposed rule.",
            "We thank CMS for proposing to extend the comment period on the proposed rule.",
            "We applaud CMS for its proposed rule extending the comment period on the proposed rule.",
            "We thank CMS for the opportunity to discuss the comment period on the proposed rule.",
            "We thank CMS for extending the deadline of the survey of hospitals.",
            "We urge CMS to extend the comment period on the proposed rule.",
        ])
    func unsaid(sentence: String) {
        let found = outcomes([
            letter(1, on: "2020-03-01", from: league, asks: [(extend, .request)]),
            letter(2, on: "2020-04-02", from: league, page: sentence),
        ])
        #expect(found.isEmpty)
    }

    @Test("A refusal is told as one")
    func refused() {
        let found = outcomes([
            letter(1, on: "2020-03-01", from: league, asks: [(extend, .request)]),
            letter(
                2, on: "2020-04-02", from: league,
                page: "We regret that the agency did not extend the comment period on the proposed rule."),
        ])
        #expect(found.map(\.kind) == [.refused])
    }

    @Test("An earlier letter, another sender or another agency says nothing about an ask")
    func strangers() {
        let thanks = "We thank you for extending the comment period on the proposed rule."
        let asked = letter(1, on: "2020-03-01", from: league, asks: [(extend, .request)])
        #expect(outcomes([asked, letter(2, on: "2020-02-01", from: league, page: thanks)]).isEmpty)
        #expect(
            outcomes([asked, letter(2, on: "2020-04-02", from: "Harbor Institute", page: thanks)]).isEmpty)
        #expect(
            outcomes([asked, letter(2, on: "2020-04-02", from: league, to: ["nih"], page: thanks)]).isEmpty)
        #expect(outcomes([asked, letter(2, on: "2020-04-02", from: league, page: thanks)]).count == 1)
    }

    @Test("A reply that declines a request says so to the letter that it answers, and to no other")
    func reply() throws {
        let asked = letter(1, on: "2020-03-01", from: league, asks: [(extend, .request)])
        let other = letter(3, on: "2020-03-01", from: "Harbor Institute", asks: [(extend, .request)])
        let reply = letter(
            2, on: "2020-04-02", from: "Office of Sample Rules", to: [],
            page: "We must deny your request to extend the comment period on the proposed rule.")
        #expect(outcomes([asked, other, reply]).isEmpty)
        let found = outcomes([asked, other, reply], replies: [reply.id: [asked.id]])
        #expect(found.map(\.kind) == [.refused])
        #expect(found.first?.asked.record == asked.id)
    }

    @Test("A bill that is signed after letters asked about it follows their ask, on both sides with evidence")
    func law() throws {
        let bill = ("support passage of the Sample Hospitals Act", Ask.Direction.request)
        let asked = letter(1, on: "2020-03-01", from: league, asks: [bill], about: "hr4995-116")
        var told = letter(2, on: "2021-01-10", from: "Harbor Institute")
        told.identifiers = [
            Identifier(
                kind: .bill, value: "hr4995-116", printed: "H.R. 4995", congress: 116,
                evidence: TimelineLetters.evidence("H.R. 4995"))
        ]
        told.events = [
            try TimelineLetters.event(.signed, "2020-12-27", "H.R. 4995 was signed on December 27, 2020"),
            try TimelineLetters.event(.passed, "2020-01-09", "The House passed H.R. 4995 on January 9, 2020"),
        ]
        let found = outcomes([asked, told])
        #expect(found.map(\.kind) == [.followed])
        #expect(found.first?.event == "signed-2020-12-27")
        #expect(found.first?.told.record == told.id)
    }

    @Test("A final rule on what letters answered follows them, a proposed one does not")
    func finalRule() throws {
        let code = "CMS-0001-P"
        let comment = TimelineLetters.comment(
            1, on: "2020-05-31", code: code, closes: "2020-06-02", from: league)
        var context = TimelineLetters.context
        context.events = try [
            ("Rule: Sample payments", "2020-11-05"), ("Proposed Rule: Sample payments", "2020-12-01"),
        ].map {
            RecordedEvent(
                id: $0.1, kind: .published, date: try #require(EDTFDate($0.1)),
                title: $0.0, about: [code], source: "https://www.example.gov/rule",
                file: "Pipeline/events/rules.yaml")
        }
        let made = timeline(of: [comment], context: context)
        #expect(made.letters[0].followedBy == ["recorded-2020-11-05"])
        let sentence = try #require(made.summary.first { $0.kind == "followed" })
        #expect(
            sentence.text
                == "What followed: published (“Rule: Sample payments”), 5 November 2020, after 1 letter.")
        #expect(sentence.records == [comment.id])
        #expect(timelineHTML(made).contains("followed by <a href=\"#e"))
    }

    @Test("The summary tells outcomes with both records, and every format shows them")
    func shown() throws {
        let made = timeline(
            of: [
                letter(1, on: "2020-03-01", from: league, asks: [(extend, .request)]),
                letter(
                    2, on: "2020-04-02", from: league,
                    page: "We thank CMS for extending the comment period by thirty days, as we requested."),
            ], context: TimelineLetters.context)
        let sentence = try #require(made.summary.first { $0.kind == "outcomes" })
        #expect(
            sentence.text
                == "What became of it: “\(extend)”: reported done on 2 April 2020 (“We thank CMS for extending the comment "
                + "period by thirty days, as we requested”).")
        #expect(sentence.records == made.letters.map(\.id))
        #expect(timelineHTML(made).contains("<p class=\"outcome\">Reported done on 2 April 2020"))
        #expect(timelineMarkdown(made).contains("  - Reported done on 2 April 2020"))
    }
}
