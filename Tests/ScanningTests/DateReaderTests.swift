import Correspondence
import Scanning
import Testing

@Suite("Date reader")
struct DateReaderTests {
    private func only(_ text: String, _ reader: DateReader = DateReader()) -> String? {
        let dates = reader.dates(in: text)
        return dates.count == 1 ? dates.first.map { "\($0.value)" } : nil
    }

    @Test(
        "Dates are read in the forms that letters print",
        arguments: [
            ("May 31, 2020", "2020-05-31"), ("31 May 2020", "2020-05-31"), ("5/31/20", "2020-05-31"),
            ("05/31/2020", "2020-05-31"), ("1/27/99", "1999-01-27"), ("2020-05-31", "2020-05-31"),
            ("Thursday, 24 September 15", "2015-09-24"), ("FEB - 2 2016", "2016-02-02"),
            ("Sept. 3, 2014", "2014-09-03"), ("March 3rd, 2021", "2021-03-03"), ("MAY 1 2019", "2019-05-01"),
            ("the 3rd day of May, 2019", "2019-05-03"), ("2nd of June 2018", "2018-06-02"),
            ("December7,2011", "2011-12-07"), ("24-Sep-2015", "2015-09-24"), ("May 2020", "2020-05"),
            ("31.12.2019", "2019-12-31"), ("13/5/2020", "2020-05-13"), ("circa May 2020", "2020-05~"),
            ("June 22-24, 2015", "2015-06-22/2015-06-24"), ("June 22–24, 2015", "2015-06-22/2015-06-24"),
            ("August 30 – September 2, 2015", "2015-08-30/2015-09-02"),
            ("M\u{FEFF}arch 18, 2020", "2020-03-18"), ("March\u{A0}18, 2020", "2020-03-18"),
            ("October\n12, 2020", "2020-10-12"), ("February 29, 2020", "2020-02-29"),
        ])
    func formsAreRead(text: String, expected: String) {
        #expect(only(text) == expected)
    }

    @Test(
        "What cannot be a date is none",
        arguments: [
            "February 30, 2020", "13/13/2020", "June 31, 2019", "you may 5 2020 times", "section 1.2.10",
            "202-272-2004", "42 U.S.C. 1396", "88 FR 27960", "1-2-10", "March on Washington", "32,2020",
            "CMS-2020-0088", "2020-13-01", "page 5/12", "May\n\n31, 2020",
        ])
    func othersAreNone(text: String) {
        #expect(DateReader().dates(in: text).isEmpty)
    }

    @Test("Several dates are found in order, each with its own span")
    func severalDates() {
        let text = "Dear Ana — on “March 3, 2020” and 4 April 2021;\nnot on May 5."
        let dates = DateReader().dates(in: text)
        let scalars = Array(text.unicodeScalars)
        let quotes = dates.map { match in
            String(String.UnicodeScalarView(scalars[match.start..<match.end]))
        }
        #expect(quotes == ["March 3, 2020", "4 April 2021"])
        #expect(dates.map { "\($0.value)" } == ["2020-03-03", "2021-04-04"])
    }

    @Test("A day without a year is read only where it is asked for")
    func yearless() {
        #expect(DateReader().dates(in: "due on October 25").isEmpty)
        #expect(only("due on October 25", DateReader(readsYearless: true)) == "XXXX-10-25")
    }

    @Test(
        "A scan's errors are read through only where it is asked for, at low confidence",
        arguments: [
            ("ApH1 8,2011", "2011-04-08"), ("Septernber 3, 20ls", "2015-09-03"),
            ("Ianuary 12, 2O10", "2010-01-12"), ("Octoher 1l, 2009", "2009-10-11"),
        ])
    func damagedDates(text: String, expected: String) throws {
        #expect(DateReader().dates(in: text).isEmpty)
        let match = try #require(DateReader(readsDamaged: true).dates(in: text).first)
        #expect("\(match.value)" == expected)
        #expect(match.confidence == .low)
        #expect(match.form == .damaged)
    }

    @Test("Damage is not read into words that are no month", arguments: ["Room 12, 2015", "Suite 3 2010"])
    func noDamageInOrdinaryWords(text: String) {
        #expect(DateReader(readsDamaged: true).dates(in: text).isEmpty)
    }

    @Test("Numbers that fit both orders are read month first, with less confidence")
    func ambiguousOrder() throws {
        let ambiguous = try #require(DateReader().dates(in: "4/5/2020").first)
        #expect("\(ambiguous.value)" == "2020-04-05")
        #expect(ambiguous.confidence == .medium)
        let swapped = try #require(DateReader().dates(in: "25/4/2020").first)
        #expect("\(swapped.value)" == "2020-04-25")
        #expect(swapped.confidence == .low)
    }
}
