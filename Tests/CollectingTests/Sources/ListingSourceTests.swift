import Correspondence
import Foundation
import Testing

@testable import Collecting

struct ListingSourceTests {
    static let url = "https://www.example.org/advocacy/letters"

    private func read(_ html: String, at url: String = url) throws -> ListReading {
        let answer = ListAnswer(
            request: ListRequest(url: url), finalURL: url, contentType: "text/html", body: Array(html.utf8))
        return try ListingSource.read(answer, of: Source(id: "x", kind: .listing, urls: [url]))
    }

    @Test func everySavedPageIsReadAsItsGoldenFileSays() throws {
        let pages = try SavedSources.files("listing", ending: ".html")
        #expect(pages.count >= 12)
        for page in pages {
            let answer = try SavedSources.answer(page, url: Self.url)
            try SavedSources.compare(
                ListingSource.read(answer, of: Source(id: "x", kind: .listing)), with: page)
        }
    }

    /// The pages mark their letters with `data-letter`, which no reader sees.
    @Test func theLettersOfTheSavedPagesAreFoundAndNothingElse() throws {
        var right = 0
        var wrong: [String] = []
        var missed: [String] = []
        for page in try SavedSources.files("listing", ending: ".html") {
            let answer = try SavedSources.answer(page, url: Self.url)
            let found = try ListingSource.read(answer, of: Source(id: "x", kind: .listing)).items
            var open = try Self.marked(in: page)
            for item in found {
                let keys = Set(([item.url] + item.otherURLs).map(LinkAddress.key))
                let hits = open.intersection(keys)
                if hits.isEmpty { wrong.append("\(page.lastPathComponent): \(item.url)") }
                right += hits.isEmpty ? 0 : 1
                open.subtract(hits)
            }
            missed += open.map { "\(page.lastPathComponent): \($0)" }
        }
        #expect(wrong == [])
        #expect(missed == [])
        #expect(right >= 50)
    }

    private static func marked(in file: URL) throws -> Set<String> {
        let text = try String(contentsOf: file, encoding: .utf8)
        let base = try WebAddress(
            text.firstMatch(of: /<base href="([^"]+)"/).map { String($0.1) } ?? Self.url)
        let keys = text.matches(of: /<a [^>]*>/.ignoresCase()).filter { $0.0.contains(/\bdata-letter\b[^-]/) }
            .compactMap { $0.0.firstMatch(of: /href="?([^">]*)"?/.ignoresCase()) }
            .compactMap {
                LinkAddress.resolve(
                    String($0.1).replacing("&amp;", with: "&").replacing("&#246;", with: "ö"), on: base)
            }
        return Set(keys.map(LinkAddress.key))
    }

    @Test func aMonthHeadingAndADayInBracketsAreOneDate() throws {
        let items = try read(
            """
            <h1>2020 Letters</h1><h3>May</h3><ul><li><a href="a.pdf">Letter to CMS on rates</a> (18)</li>
            <li><a href="b.pdf">Letter to HHS on data</a> (May 3)</li></ul>
            """
        ).items
        #expect(items.map(\.listedDate) == ["2020-05-18", "2020-05-03"])
        #expect(items.map(\.section) == ["2020 Letters", "2020 Letters"])
    }

    @Test func aDayThatTheTitleSpeaksOfIsNotTheListedDate() throws {
        let items = try read(
            """
            <h2>Letters</h2><ul><li><a href="a.pdf">Statement for the hearing of May 18, 2020</a></li>
            <li><a href="b.pdf">Letter to HHS on data</a><p>June 1, 2021 is when the comment period on the rule ends.</p></li></ul>
            """
        ).items
        #expect(items.map(\.listedDate) == [nil, nil])
    }

    @Test func aPageAndItsFileInOneRowAreOneLetter() throws {
        let items = try read(
            """
            <table><tr><td>1/2/2020</td><td><a href="/l/1">Letter on beds</a></td><td><a href="/f/1.pdf">PDF</a></td></tr>
            <tr><td>1/3/2020</td><td><a href="/l/2">Letter on trays</a></td><td></td></tr></table>
            """
        ).items
        #expect(items.map(\.url) == ["https://www.example.org/f/1.pdf", "https://www.example.org/l/2"])
        #expect(items.map(\.otherURLs) == [["https://www.example.org/l/1"], []])
        #expect(items.map(\.isLandingPage) == [false, true])
        #expect(items.map(\.listedDate) == ["2020-01-02", "2020-01-03"])
    }

    @Test func aLetterListedTwiceIsOneItem() throws {
        let items = try read(
            """
            <ul><li><a href="/a.pdf?utm_source=mail">Letter to CMS on rates</a></li></ul>
            <h2>2020 letters</h2><ul><li><a href="http://example.org/a.pdf#page=2">Letter to CMS on rates</a> May 1, 2020</li></ul>
            """
        ).items
        #expect(items.count == 1)
        #expect(
            items.first?.url == "https://www.example.org/a.pdf" && items.first?.listedDate == "2020-05-01")
    }

    @Test func anEmptyPageEndsThePaging() throws {
        let pager = "<div class=pagination><a href='?page=7'>7</a> <a href='?page=8'>Next</a></div>"
        #expect(try read("<h1>Letters</h1><p>Nothing here.</p>" + pager).next.isEmpty)
        let item = "<ul><li><a href=a.pdf>Letter to CMS on rates</a></li></ul>"
        #expect(
            try read(item + pager, at: Self.url + "?page=7").next.map(\.url)
                == ["https://www.example.org/advocacy/letters?page=8"])
    }

    @Test func numberedPagesAreReadOneAfterTheOther() throws {
        let html = """
            <ul><li><a href=a.pdf>Letter to CMS on rates</a></li></ul>
            <ul class=pager><li><a href="?page=0">1</a></li><li class=is-active>2</li><li><a href="?page=2">3</a></li>
            <li><a href="?page=3">4</a></li></ul>
            """
        #expect(
            try read(html, at: Self.url + "?page=1").next.map(\.url)
                == ["https://www.example.org/advocacy/letters?page=2"])
    }

    @Test func theArchivesOfOtherYearsAreReadToo() throws {
        let html = """
            <ul><li><a href=a.pdf>Letter to CMS on rates</a></li></ul>
            <p><a href="/advocacy/letters/2019">2019</a> <a href="/advocacy/letters/2018">2018 Letters</a>
            <a href="/journal/2018">2018</a> <a href="/advocacy/letters/archive">Letters archive</a></p>
            """
        #expect(
            try read(html).next.map(\.url) == [
                "https://www.example.org/advocacy/letters/2019",
                "https://www.example.org/advocacy/letters/2018",
                "https://www.example.org/advocacy/letters/archive",
            ])
    }

    @Test func aPageInAnOldEncodingKeepsItsAccents() throws {
        let body: [UInt8] =
            Array("<ul><li><a href=a.pdf>Letter to CMS on caf".utf8) + [0xE9, 0x73, 0x20, 0x96]
            + Array(" final</a></ul>".utf8)
        let answer = ListAnswer(
            request: ListRequest(url: Self.url), finalURL: Self.url, contentType: "text/html", body: body)
        let items = try ListingSource.read(answer, of: Source(id: "x", kind: .listing)).items
        #expect(items.first?.linkText == "Letter to CMS on cafés – final")
    }
}
