import Correspondence
import Testing

@testable import Describing

struct EventFinderTests {
    private func events(_ text: String, written: String? = "2020-05-31") -> [PolicyEvent] {
        EventFinder(
            pages: [Page(number: 1, text: text, source: .plain)], written: written.flatMap(EDTFDate.init)
        ).find()
    }

    @Test(arguments: [
        ("The comment period closes on June 1, and members are at work.", "commentCloses", "2020-06-01"),
        ("Comments are due no later than 5:00 p.m. on July 24, 2020.", "commentCloses", "2020-07-24"),
        ("The proposed rule was published at 85 FR 12345 on March 2, 2020.", "published", "2020-03-02"),
        (
            "Medicaid Program; Access to Services, 85 Fed. Reg. 27960, 27964 (May 5, 2020).", "published",
            "2020-05-05"
        ),
        ("We look forward to the October 14 hearing of the subcommittee.", "hearing", "2020-10-14"),
        ("The Senate passed the measure by voice vote on April 21, 2020.", "passed", "2020-04-21"),
        ("The President signed the bill into law on March 27, 2020.", "signed", "2020-03-27"),
        (
            "H.R. 4995, the sample act, was introduced on November 8, 2019, in the House.", "introduced",
            "2019-11-08"
        ),
        ("Facilitator training for the regional program is planned in February 2025.", "meeting", "2025-02"),
        ("The new payment rules take effect on January 1, 2021.", "starts", "2021-01-01"),
        ("Applications must be submitted by September 30, 2020 to the office.", "deadline", "2020-09-30"),
        ("The council convened its annual meeting last March with members.", "meeting", "2020-03"),
        ("Please respond to this request within 60 days.", "deadline", "2020-07-30"),
        ("The program will begin in fiscal year 2022 for all States.", "starts", "2021-10/2022-09"),
        (
            "The agency will convene its advisory meeting next fall in the capital.", "meeting",
            "2020-09/2020-11"
        ),
        ("The sample act was signed into law in 1990 after long debate.", "signed", "1990"),
        ("The bill passed the House unanimously in September of 2019.", "passed", "2019-09"),
    ])
    func lettersTellOfEvents(text: String, kind: String, date: String) {
        let found = events(text)
        #expect(found.map(\.kind.rawValue) == [kind])
        #expect(found.map(\.date.description) == [date])
    }

    /// A web page's lists and headings: each line stands for itself, and what is dated stays as vague as it is told.
    @Test func aPageOfListsTellsItsCommitments() {
        let text = """
            Where the work goes next
            The league goes on to build a common approach to the needs of members, in the clinic, in the classroom and \
            in the laboratory, and will tell of it here as it comes. In the coming months, look for these:
            - New research on the health of rural families.
            - Mediation in Teaching Hospitals (MTH) Facilitator Training in March 2031
            How to take part
            There are several ways:
            - Attend the open circle and the joint session, “Beyond Plans: Steps That Count” at Teach Serve Grow: the \
            League’s Annual Meeting, Oct. 4-8 in Denver, Colorado.
            """
        let found = events(text, written: nil)
        #expect(found.map(\.date.description) == ["2031-03", "XXXX-10-04/XXXX-10-08"])
        #expect(found.map(\.kind) == [.meeting, .meeting])
        #expect(
            found.first?.text == "Mediation in Teaching Hospitals (MTH) Facilitator Training in March 2031")
        #expect(found.last?.text.hasSuffix("Annual Meeting, Oct. 4-8 in Denver, Colorado.") ?? false)
    }

    @Test(arguments: [
        "In May 2020 unemployment rose among rural families in the region.",
        "Sample et al. published guidance on rules for trials on May 5, 2019 in a journal.",
        "See the guidance, published January 2, 2020, at https://example.org/guidance.",
        "Congress enacted the Balanced Sample Act of 1997 to help them.",
        "Providers must respond within 60 days of receipt of the notice.",
        "Over the past five years the program has begun to grow.",
        "I am glad to testify today before the committee on the rules.",
        "We wrote to you on behalf of our members on May 31, 2020 about the rule.",
    ])
    func aDateWithoutAnEventIsNone(text: String) {
        #expect(events(text).isEmpty)
    }

    @Test func daysWithoutYearStayOpenWhereTheLetterHasNoDate() {
        let text = "Attend the session at the Sample Annual Meeting, Nov. 8-12 in Springfield."
        #expect(events(text, written: nil).map(\.date.description) == ["XXXX-11-08/XXXX-11-12"])
        #expect(events(text).map(\.date.description) == ["2020-11-08/2020-11-12"])
    }

    @Test func aDeadlineWithoutYearLiesAheadOfTheLetter() {
        let text = "The deadline for comments is January 15 and members are at work."
        #expect(events(text).map(\.date.description) == ["2021-01-15"])
    }

    @Test func theEvidenceIsTheSentenceItself() throws {
        let page = "We write about access.\n\nThe comment\nperiod closes on June 1. Members care."
        let event = try #require(events(page).first)
        let scalars = Array(page.unicodeScalars)
        let (start, end) = (try #require(event.evidence.start), try #require(event.evidence.end))
        #expect(String(String.UnicodeScalarView(scalars[start..<end])) == event.evidence.quote)
        #expect(event.evidence.quote == "The comment\nperiod closes on June 1.")
        #expect(event.text == "The comment period closes on June 1.")
    }

    @Test func anEventToldAgainIsKeptOnce() {
        let text = "The hearing is on June 9, 2020. We will attend the hearing on June 9, 2020."
        #expect(events(text).count == 1)
    }
}
