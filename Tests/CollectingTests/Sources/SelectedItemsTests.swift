import Correspondence
import Testing

@testable import Collecting

struct SelectedItemsTests {
    private static let url = "https://www.example.org/list"
    private let page = """
        <h2>Papers</h2><div id=rows><div class=r><b class=t>First paper</b><i data-x=1>posted 3 May 2020</i>
        <span><a href="/mail">mail</a><a class=go href="get?id=1&amp;utm_source=x">go</a></span></div>
        <div class=r><b class=t>Second paper</b><br><i>5/4/2020</i><a class=go href="two.pdf">go</a></div>
        <div class=r><b class=t>No link</b></div></div><a id=onward href="?from=3">on</a>
        """

    private func read(_ selectors: Source.Selectors) throws -> ListReading {
        var source = Source(id: "x", kind: .listing, urls: [Self.url])
        source.selectors = selectors
        _ = try ListingSource.start(source, environment: [:])
        return try ListingSource.read(
            ListAnswer(
                request: ListRequest(url: Self.url), finalURL: Self.url, contentType: nil,
                body: Array(page.utf8)),
            of: source)
    }

    @Test func whatStructureDoesNotTellIsReadByXPath() throws {
        var selectors = Source.Selectors()
        selectors.item = "//div[@class='r']"
        selectors.link = ".//a[@class='go']"
        selectors.title = "b"
        selectors.date = "i"
        selectors.section = "preceding::h2[1]"
        selectors.next = "//a[@id='onward']/@href"
        let reading = try read(selectors)
        #expect(
            reading.items.map(\.url) == [
                "https://www.example.org/get?id=1", "https://www.example.org/two.pdf",
            ])
        #expect(reading.items.map(\.linkText) == ["First paper", "Second paper"])
        #expect(reading.items.map(\.listedDate) == ["2020-05-03", "2020-05-04"])
        #expect(reading.items.map(\.section) == ["Papers", "Papers"])
        #expect(reading.items.map(\.isLandingPage) == [true, false])
        #expect(reading.next.map(\.url) == ["https://www.example.org/list?from=3"])
    }

    @Test func whatIsNotSelectedIsFoundFromTheRow() throws {
        var selectors = Source.Selectors()
        selectors.item = "//div[@class='r'][2]"
        let items = try read(selectors).items
        #expect(items.map(\.url) == ["https://www.example.org/two.pdf"])
        #expect(items.map(\.listedDate) == ["2020-05-04"] && items.map(\.section) == ["Papers"])
    }

    @Test func aSelectorThatIsNoXPathOrLacksItsRowIsRefusedBeforeAnythingIsAsked() {
        var selectors = Source.Selectors()
        selectors.item = "//div["
        #expect(throws: SourceError.incomplete("the selector item is no XPath 1.0: //div[")) {
            try read(selectors)
        }
        selectors.item = nil
        selectors.link = "a"
        #expect(throws: SourceError.self) { try read(selectors) }
    }
}
