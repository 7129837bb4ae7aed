import Correspondence
import Testing

@testable import Reporting

@Suite("Letters that stand behind another's comments")
struct EndorsementTests {
    private let league = "League of Academic Medical Centers"

    private func timeline(_ text: String, object: String? = nil, direction: Ask.Direction = .support)
        -> Timeline
    {
        let backing = (2...3).map { number in
            TimelineLetters.letter(
                number, on: "2020-04-0\(number)", from: "Hospital \(number) of the Plains", to: ["cms"]
            ) {
                $0.asks = [
                    Ask(
                        text: text, direction: direction, object: object,
                        evidence: TimelineLetters.evidence(text))
                ]
            }
        }
        let own = TimelineLetters.letter(1, on: "2020-04-01", from: league, to: ["cms"])
        return Reporting.timeline(of: [own] + backing, context: TimelineLetters.context)
    }

    @Test(
        "A sentence that only supports another's comments is support for that letter, not an ask",
        arguments: [
            "We write as a member of the League of Academic Medical Centers, whose comments we support.",
            "We fully support the comments submitted by the League of Academic Medical Centers.",
            "We associate ourselves with the detailed comments of the League of Academic Medical Centers.",
        ])
    func backed(text: String) throws {
        let made = timeline(text)
        #expect(made.asks.isEmpty)
        let endorsement = try #require(made.endorsements.first)
        #expect(endorsement.sender == league)
        #expect(endorsement.letters.count == 2)
        #expect(endorsement.of == [made.letters[0].id])
        let sentence = try #require(made.summary.first { $0.kind == "backed" })
        #expect(sentence.text == "2 letters stand behind the comments of \(league).")
        #expect(sentence.records.count == 3)
    }

    @Test("Who urges something of its own asks, whomever it supports besides")
    func asks() {
        let made = timeline(
            "We urge CMS to extend coverage and support the comments of the League of Academic Medical Centers.",
            object: "extend coverage", direction: .request)
        #expect(made.asks.count == 1)
        #expect(made.endorsements.isEmpty)
    }

    @Test("Support for a rule or a bill is an ask")
    func rule() {
        #expect(
            timeline("We support the proposed rule on coverage.", object: "the proposed rule").asks.count == 1
        )
    }
}
