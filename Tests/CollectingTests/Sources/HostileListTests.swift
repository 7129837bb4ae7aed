import Correspondence
import Foundation
import Testing

@testable import Collecting

/// Pages, feeds and answers that mean no good: each is read in bounded time to bounded size, or refused with a reason.
struct HostileListTests {
    private static let url = "https://www.example.org/letters"

    private func read(
        _ kind: any SourceReader.Type, _ body: [UInt8], at url: String = url
    ) throws -> ListReading {
        try kind.read(
            ListAnswer(request: ListRequest(url: url), finalURL: url, contentType: nil, body: body),
            of: Source(id: "x", kind: kind.kind, urls: [url]))
    }

    private func page(_ html: String) throws -> ListReading { try read(ListingSource.self, Array(html.utf8)) }

    @Test(.timeLimit(.minutes(2))) func twelveThousandLinksAreReadToTheirLimit() throws {
        let links = (0..<12_000).map { "<li><a href=\($0).pdf>Letter to CMS on \($0)</a>" }.joined()
        let reading = try page("<h1>Letters</h1><ul>" + links)
        #expect(reading.items.count == ListingItems.most)
    }

    @Test(.timeLimit(.minutes(2))) func linksInOneLineAreReadInTime() throws {
        let links = (0..<8_000).map { "<a href=\($0).pdf>Letter \($0)</a> " }.joined()
        #expect(try page("<h1>Letters</h1><p>" + links).items.count == ListingItems.most)
    }

    @Test(.timeLimit(.minutes(2))) func deepNestingIsReadInTime() throws {
        let deep =
            String(repeating: "<div><span><b>", count: 20_000) + "<a href=a.pdf>Letter to CMS on depth</a>"
        #expect(try page("<h1>Letters</h1>" + deep).items.count <= 1)
        let lists = String(repeating: "<ul><li>", count: 20_000) + "<a href=a.pdf>Letter to CMS on depth</a>"
        #expect(try page(lists).items.count <= 1)
    }

    @Test(.timeLimit(.minutes(2))) func manyHeadingsAreReadInTime() throws {
        let headings = (0..<4_000).map { "<h2>2020 \($0)</h2><p><b>May 2020</b><p>x" }.joined()
        #expect(try page(headings + "<ul><li><a href=a.pdf>Letter to CMS on rates</a></ul>").items.count == 1)
    }

    @Test(.timeLimit(.minutes(2))) func manyYearsAndPagesAreFollowedToTheirLimit() throws {
        let years = (0..<1_000).map { "<a href='/letters/\($0)'>20\($0 % 90 + 10) letters</a>" }.joined()
        #expect(try page(years).next.count <= 100)
        let pages = (2..<4_000).map { "<a href='?page=\($0)'>\($0)</a>" }.joined()
        #expect(
            try page("<ul><li><a href=a.pdf>Letter to CMS</a></ul><div class=pager>" + pages).next.map(\.url)
                == [Self.url + "?page=2"])
    }

    @Test func nextPagesOfAnotherHostAreNotFollowed() throws {
        let item = "<ul><li><a href=a.pdf>Letter to CMS</a></ul>"
        #expect(try page(item + "<a rel=next href='http://169.254.169.254/latest/'>Next</a>").next.isEmpty)
        #expect(try page(item + "<link rel=next href='file:///etc/passwd'>").next.isEmpty)
        #expect(
            try page("<base href='javascript:x'>" + item).items.map(\.url) == [
                "https://www.example.org/a.pdf"
            ])
    }

    @Test func brokenTextIsReadAsItStands() throws {
        var bytes = Array("<h1>Letters</h1><ul><li><a href=\"a.pdf\0\u{1}\">Letter to ".utf8)
        bytes += [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0x00, 0x1B]
        bytes += Array("CMS on \u{202E}rates</a> May 1, 2020</ul>".utf8)
        let items = try read(ListingSource.self, bytes).items
        #expect(items.count == 1 && items.first?.listedDate == "2020-05-01")
        #expect(items.first?.linkText?.unicodeScalars.contains { $0.value < 0x20 } == false)
    }

    @Test func longWordsAreCut() throws {
        let long = String(repeating: "Letter to CMS ", count: 10_000)
        let item = try #require(
            try page("<h1>Letters</h1><ul><li><a href=a.pdf>\(long)</a><p>\(long)</ul>").items.first)
        #expect((item.linkText?.count ?? 0) <= 500 && (item.teaser?.count ?? 0) <= 600)
        #expect(
            try page("<ul><li><a href='/\(String(repeating: "x", count: 9_000)).pdf'>Letter to CMS</a></ul>")
                .items.isEmpty)
    }

    @Test func whatIsTooLargeIsRefused() {
        let page = [UInt8](repeating: 0x20, count: ListingPage.largest + 1)
        #expect(throws: SourceError.unreadable("the page is larger than 16 MB")) {
            try read(ListingSource.self, page)
        }
        let xml = Array("<rss>".utf8) + [UInt8](repeating: 0x20, count: 53_000_000)
        #expect(throws: SourceError.unreadable("it is larger than 52 MB of XML")) {
            try read(FeedSource.self, xml)
        }
    }

    @Test(arguments: [
        "", "\0\0\0", "<", "%PDF-1.4", "{}", "[]", "null", "<feed>", "<rss/>", "<urlset><url/></urlset>",
        #"{"data": {}}"#, #"{"data": [{}, {"id": 3}, null, "x"], "meta": []}"#,
        #"{"count": 1, "results": [{}, null, 7]}"#,
        #"{"count": 99999999999999999999, "results": null, "next_page_url": 3}"#, #"{"errors": [{}]}"#,
    ])
    func nonsenseIsReadAsNothingOrRefused(text: String) {
        for kind in sourceReaders {
            do {
                let reading = try read(kind, Array(text.utf8))
                #expect(reading.items.isEmpty && reading.events.isEmpty)
            } catch {
                #expect(error is SourceError)
            }
        }
    }

    @Test func everyKindHasItsSavedExampleAndGoldenFile() throws {
        let kinds = sourceReaders.map { $0.kind.rawValue } + ["warc"]
        for kind in kinds {
            let files = try FileManager.default.contentsOfDirectory(
                atPath: SavedSources.folder.appendingPathComponent(kind).path)
            #expect(files.contains { $0.hasSuffix(".expected.json") }, "\(kind) lacks a golden file")
        }
        #expect(
            Set(kinds + localSourceReaders.map { $0.kind.rawValue })
                == Set(Source.Kind.allCases.map(\.rawValue)))
    }
}
