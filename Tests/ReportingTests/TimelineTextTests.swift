import Correspondence
import Testing

@testable import Reporting

struct TimelineTextTests {
    @Test(arguments: [
        ("2020-05-31", "31 May 2020", "May 31, 2020"), ("2020-05", "May 2020", "May 2020"),
        ("2020~", "about 2020", "about 2020"), ("XXXX-11-08", "8 November", "November 8"),
        ("2021-11-08/2021-11-12", "8 to 12 November 2021", "November 8 to 12, 2021"),
        ("XXXX-11-08/XXXX-11-12", "8 to 12 November", "November 8 to 12"),
        (
            "2020-12-30/2021-01-02", "30 December 2020 to 2 January 2021",
            "December 30, 2020 to January 2, 2021"
        ),
    ])
    func datesAreWrittenForPeople(edtf: String, dayFirst: String, monthFirst: String) throws {
        let date = try TimelineLetters.required(EDTFDate(edtf))
        #expect(DateStyle.dayFirst.text(date) == dayFirst)
        #expect(DateStyle.monthFirst.text(date) == monthFirst)
    }

    @Test func hiddenCharactersAreTakenOut() {
        #expect(cleanText(" a\u{0}b\u{202E}c\u{200B}\n\t d\u{7F} ") == "abc d")
    }

    @Test func longTextsAreCutBetweenWords() {
        #expect(shortened("one two three four", to: 12) == "one two…")
        #expect(shortened("short", to: 12) == "short")
    }

    @Test func percentagesHaveTwoDecimalsAtMost() {
        #expect(percent(0.5) == "50%")
        #expect(percent(0.123456) == "12.35%")
        #expect(percent(0.1001) == "10.01%")
    }

    @Test func asksInOtherWordsOfTheSameThingMeet() {
        let letters = [
            "We urge CMS to expand telehealth coverage for rural patients.",
            "We strongly urge Congress to expand the telehealth coverage for rural patients",
            "We ask that the agency fund perinatal quality collaboratives.",
        ].enumerated().map { number, text in
            TimelineLetters.letter(number + 1, on: "2020-05-01", from: "Harbor Institute") {
                $0.asks = [TimelineLetters.ask(text)]
            }
        }
        let groups = timeline(of: letters).asks
        #expect(groups.map(\.count) == [2, 1])
    }
}
