import Correspondence
import Testing

@testable import Collecting

struct LandingPageFileTests {
    private static let url = "https://www.example.org/letters/rural-care"

    private func files(_ html: String, title: String = "Letter to CMS on rural care") throws -> [ListedItem] {
        var item = ListedItem(url: Self.url, listing: "https://www.example.org/letters")
        item.linkText = title
        item.listedDate = "2020-05-18"
        item.isLandingPage = true
        let answer = ListAnswer(
            request: ListRequest(url: Self.url), finalURL: Self.url, contentType: "text/html",
            body: Array(("<main><h1>\(title)</h1>" + html).utf8))
        return try readLandingPage(answer, of: item)
    }

    @Test(arguments: [
        #"<p>Read <a href="/f/1.pdf">the full letter (PDF)</a>.</p>"#, #"<a href="/f/1.pdf">Download</a>"#,
        #"<a href="/f/1.pdf">Rural care comments</a> <a href="/f/2.pdf">Annual report</a>"#,
        #"<a href="/f/1.pdf">Text</a><h3>Related reports</h3><a href="/f/2.pdf">Rural care report 2019</a>"#,
        #"<nav><a href="/f/9.pdf">Letter form</a></nav><a href="/f/1.pdf">Read the letter</a>"#,
    ])
    func theFileThatIsTheLetterIsFound(html: String) throws {
        let found = try files(html)
        #expect(found.map(\.url) == ["https://www.example.org/f/1.pdf"])
        #expect(found.first?.otherURLs == [Self.url] && found.first?.isLandingPage == false)
        #expect(found.first?.listedDate == "2020-05-18")
        #expect(found.first?.linkText == "Letter to CMS on rural care")
    }

    @Test(arguments: [
        "<p>Dear Administrator:</p><p>We write about rural care.</p>",
        #"<p>Dear Administrator:</p><p>See <a href="/f/2.pdf">our annual report</a>.</p>"#,
        #"<h3>Related reports</h3><a href="/f/2.pdf">Hospitals in numbers</a>"#,
    ])
    func aPageThatLinksNoLetterIsTheLetter(html: String) throws {
        #expect(try files(html).isEmpty)
    }

    @Test func aRoundUpIsSeveralLetters() throws {
        let found = try files(
            #"<p>We sent <a href="/f/1.pdf">a letter to CMS (PDF)</a> and <a href="/f/2.pdf">comments on the rule (PDF)</a>.</p>"#,
            title: "Advocacy update")
        #expect(found.map(\.url) == ["https://www.example.org/f/1.pdf", "https://www.example.org/f/2.pdf"])
        #expect(found.map(\.linkText) == ["a letter to CMS", "comments on the rule"])
    }
}
