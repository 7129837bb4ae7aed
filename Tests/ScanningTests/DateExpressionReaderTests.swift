import Correspondence
import Testing

@testable import Scanning

@Suite("Date expressions of running text")
struct DateExpressionReaderTests {
    private let written = EDTFDate("2021-06-15")

    /// Each expression with its value, as `words=value`.
    private func read(_ text: String, isFuture: Bool? = nil) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return DateExpressionReader().expressions(in: scalars).map {
            let value = $0.date(written: written, isFuture: isFuture)?.description ?? "-"
            return "\(String(scalars: scalars[$0.start..<$0.end]))=\(value)"
        }
    }

    @Test(
        "names days, months, years and spans",
        arguments: [
            ("The rule of March 2, 2020, stands.", ["March 2, 2020=2020-03-02"]),
            ("On Thursday, June 4, 2020 we met.", ["Thursday, June 4, 2020=2020-06-04"]),
            ("in July of 2014", ["July of 2014=2014-07"]),
            ("January through June 2020", ["January through June 2020=2020-01/2020-06"]),
            ("October and November of 2009", ["October=2009-10", "November of 2009=2009-11"]),
            ("between August 5 and 16, 2013", ["August 5 and 16, 2013=2013-08-05/2013-08-16"]),
            ("the Care Act of 2010 and its 2012 rule", ["2010=2010", "2012=2012"]),
            ("from 2011 to 2018", ["2011 to 2018=2011/2018"]),
            ("the 2019-20 season", ["2019-20=2019/2020"]),
            ("the 1990s were better", ["the 1990s=1990/1999"]),
            ("since mid-2019", ["2019=2019"]),
            ("(2017); 2018’s rule", ["2017=2017", "2018=2018"]),
        ])
    func absolute(_ text: String, _ expected: [String]) { #expect(read(text) == expected) }

    @Test(
        "names fiscal years, quarters and seasons as spans of months",
        arguments: [
            ("in FY 2021", ["FY 2021=2020-10/2021-09"]),
            ("fiscal year (FY) 2003", ["fiscal year (FY) 2003=2002-10/2003-09"]),
            ("FY 1997 to FY 2000", ["FY 1997 to FY 2000=1996-10/2000-09"]),
            ("FYs 1998 and 1999", ["FYs 1998=1997-10/1998-09", "1999=1998-10/1999-09"]),
            ("calendar years 2006 - 2014", ["calendar years 2006 - 2014=2006/2014"]),
            ("the third quarter of 2006", ["third quarter of 2006=2006-07/2006-09"]),
            ("x\n\n2006Q1 2007Q1", ["2006Q1=2006-01/2006-03", "2007Q1=2007-01/2007-03"]),
            ("in Q3 2006", ["Q3 2006=2006-07/2006-09"]),
            ("by spring 2022", ["spring 2022=2022-03/2022-05"]),
            ("academic year 2019-2020", ["academic year 2019-2020=2019-07/2020-06"]),
        ])
    func periods(_ text: String, _ expected: [String]) { #expect(read(text) == expected) }

    @Test(
        "counts from the letter's date",
        arguments: [
            ("We met today.", ["today=2021-06-15"]),
            ("last year and this year", ["last year=2020", "this year=2021"]),
            ("last March", ["last March=2021-03"]),
            ("last October", ["last October=2020-10"]),
            ("next fall", ["next fall=2021-09/2021-11"]),
            ("this winter", ["this winter=2021-12/2022-02"]),
            ("over the past five years", ["the past five years=2016/2021"]),
            ("three weeks ago", ["three weeks ago=2021-05-25"]),
            ("a decade ago", ["a decade ago=2011"]),
            ("answer within 60 days.", ["within 60 days=2021-06-15/2021-08-14"]),
            ("next week", ["next week=2021-06-21/2021-06-27"]),
            ("the October 7 hearing", ["October 7=2021-10-07"]),
            ("due in September", ["September=2021-09"]),
            ("Nov. 8-12 in Springfield", ["Nov. 8-12=2021-11-08/2021-11-12"]),
        ])
    func counted(_ text: String, _ expected: [String]) { #expect(read(text) == expected) }

    @Test(
        "leaves alone what only looks like a date",
        arguments: [
            "docket CMS-2020-0052", "H.R. 2020 and S. 1905", "Section 1905", "1999 K Street, NW",
            "2000 patients",
            "Room 2020", "$2015", "2,015 beds", "see www.example.org/2019/05/letter", "five years later",
            "within 60 days of discharge", "the March of Dimes", "you may know", "the fall of prices",
            "45 CFR 2020", "Notice 2015-81", "over 2000 pages", "Washington, DC 20500",
        ])
    func none(_ text: String) { #expect(read(text) == []) }

    @Test(
        "a day without a year stays without one where the letter has no date, and looks ahead where it is told to"
    )
    func yearless() {
        let scalars = Array("due on May 1".unicodeScalars)
        let date = DateExpressionReader().expressions(in: scalars).first
        #expect(date?.date(written: nil)?.description == "XXXX-05-01")
        #expect(date?.date(written: written, isFuture: true)?.description == "2022-05-01")
        #expect(date?.date(written: written, isFuture: false)?.description == "2021-05-01")
    }

    @Test("expressions of any text lie in it, in order, and never overlap")
    func property() {
        var generator = SystemRandomNumberGenerator()
        let words = [
            "March", "May", "2020", "20", "-", "–", "to", "and", "of", "FY", "the", "past", "five", "years",
            "ago", "Q",
            "1", ",", ".", "\n", "fall", "last", "within", "days", "’", "s", "/", "31", "between", "today",
            "(", "é",
        ]
        for _ in 0..<2_000 {
            let text = (0..<12).map { _ in words.randomElement(using: &generator) ?? "" }
                .joined(separator: Bool.random(using: &generator) ? " " : "")
            let scalars = Array(text.unicodeScalars)
            var end = 0
            for date in DateExpressionReader().expressions(in: scalars) {
                #expect(date.start >= end && date.end > date.start && date.end <= scalars.count, "\(text)")
                end = date.end
            }
        }
    }
}
