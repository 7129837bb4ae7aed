import Correspondence
import Testing

@testable import Describing

@Suite struct AnswerFinderTests {
    private func answers(_ text: String, subject: ClosedRange<Int>? = nil) -> [String] {
        let pages = [Page(number: 1, text: text, source: .plain)]
        let evidence = subject.map {
            Evidence(
                page: 1, place: .text, start: $0.lowerBound, end: $0.upperBound, quote: "",
                rule: "subject.re",
                confidence: .high)
        }
        let identifiers = IdentifierFinder().find(in: pages)
        return AnswerFinder(subject: evidence, identifiers: identifiers).find(in: pages)
            .map { "\($0.identifier) \($0.confidence.rawValue) \($0.evidence.rule)" }
    }

    @Test func whatStandsInTheSubjectIsAnswered() {
        let text = "Dear Madam,\nOn rural care, CMS-1752-P, and so on"
        #expect(answers(text, subject: 12...40) == ["CMS-1752-P high answer.subject"])
        #expect(answers(text) == [])
    }

    @Test func aLabelledLineIsAnswered() {
        #expect(answers("Docket No. USTR-2015-0010\nDear Sir:") == ["USTR-2015-0010 high answer.label"])
        #expect(answers("Attention: CMS–3409–NC\n\nDear Sir:") == ["CMS-3409-NC high answer.label"])
    }

    @Test func anOpeningSentenceThatSaysSoIsEnough() {
        #expect(
            answers(
                "We thank you. We are pleased to submit these comments on the proposed rule (86 Fed. Reg. 25070)."
            )
                == ["86 FR 25070 medium answer.opening"])
        #expect(
            answers("In response to the notice NOT-OD-20-031, we say no.") == [
                "NOT-OD-20-031 medium answer.opening"
            ])
    }

    @Test func aMereCitationIsNotAnswered() {
        #expect(answers("We comment on many things. The rule of 86 FR 25070 was good.") == [])
        #expect(answers("Under Public Law 110-2, in response to the crisis, we act.") == [])
    }

    @Test func aMisprintStaysUncertain() {
        #expect(answers("Re: CMS-172-P", subject: 0...13) == ["CMS-172-P low answer.subject"])
    }

    @Test func aLetterIsAnsweredByItsDate() {
        #expect(
            answers("Thank you for your letter of March 31, 2020, on care.") == [
                "letter 2020-03-31 medium answer.letter"
            ])
        #expect(
            answers("your recent letter, dated Sept. 3, 2019, said") == [
                "letter 2019-09-03 medium answer.letter"
            ])
        #expect(answers("your letter of February 31, 2020") == [])
    }

    @Test(arguments: [
        ("Thank you for your March 31, 2020, letter about care.", "letter 2020-03-31"),
        ("Thank you for your letter of March 31 about care.", "letter 2020-03-31"),
        ("I write in reply to your correspondence dated 3/31/2020.", "letter 2020-03-31"),
        ("your letter of December 7 was read", "letter 2019-12-07"),
        ("Re: Response to the Commission's correspondence dated December 7, 2018", "letter 2018-12-07"),
    ])
    func aLetterIsAnsweredHoweverItsDateIsPrinted(text: String, wanted: String) throws {
        let page = Page(number: 1, text: text, source: .plain)
        let answer = try #require(
            AnsweredLetter(written: EDTFDate("2020-05-01")).find(in: page, within: 4_000))
        #expect(answer.identifier == wanted)
        let slice = Array(text.unicodeScalars)[(answer.evidence.start ?? 0)..<(answer.evidence.end ?? 0)]
        #expect(String(String.UnicodeScalarView(slice)) == answer.evidence.quote)
    }

    @Test(arguments: [
        "your letter of June 1, 2020", "the committee's letter of March 31, 2020",
        "your letter of March 2020",
        "your letter on this matter", "In May 2020 your letter came",
    ])
    func aLaterLetterOrOneWithoutADayIsNotAnswered(text: String) {
        let page = Page(number: 1, text: text, source: .plain)
        #expect(AnsweredLetter(written: EDTFDate("2020-05-01")).find(in: page, within: 4_000) == nil)
    }
}
