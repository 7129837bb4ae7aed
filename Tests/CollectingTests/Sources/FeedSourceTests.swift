import Correspondence
import Foundation
import Testing

@testable import Collecting

struct FeedSourceTests {
    static let url = "https://www.example.org/feeds/letters"

    private func read(_ xml: String, _ change: (inout Source) -> Void = { _ in }) throws -> ListReading {
        var source = Source(id: "x", kind: .feed, urls: [Self.url])
        change(&source)
        return try FeedSource.read(
            ListAnswer(
                request: ListRequest(url: Self.url), finalURL: Self.url, contentType: nil,
                body: Array(xml.utf8)),
            of: source)
    }

    @Test(arguments: ["atom", "rss1", "rss2"])
    func everySavedFeedIsReadAsItsGoldenFileSays(name: String) throws {
        let file = SavedSources.folder.appendingPathComponent("feed/\(name).xml")
        let answer = try SavedSources.answer(file, url: Self.url)
        try SavedSources.compare(FeedSource.read(answer, of: Source(id: "x", kind: .feed)), with: file)
    }

    @Test func whatIsNoFeedSaysSo() {
        #expect(throws: SourceError.unreadable("<html> begins neither Atom nor RSS")) { try read("<html/>") }
        #expect(throws: SourceError.unreadable("its XML is not well-formed at line 1")) {
            try read("<rss><item></rss>")
        }
    }

    @Test func entitiesOfItsOwnAreRefused() {
        let bomb =
            #"<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>"#
        #expect(throws: SourceError.self) { try read(bomb) }
        let file =
            #"<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><title>&a;</title></channel></rss>"#
        #expect(throws: SourceError.self) { try read(file) }
    }

    @Test func aSourceChoosesItsEntries() throws {
        let xml = """
            <rss><channel><item><link>https://www.example.org/letters/1</link><pubDate>1 May 2020</pubDate></item>
            <item><link>https://www.example.org/letters/2</link><pubDate>1 May 2019</pubDate></item>
            <item><link>https://www.example.org/news/3</link></item></channel></rss>
            """
        let items = try read(xml) {
            $0.include = ["*/letters/*"]
            $0.since = "2020-01-01"
        }.items
        #expect(items.map(\.url) == ["https://www.example.org/letters/1"])
    }

    @Test func aFeedOfManyEntriesIsReadToItsLimit() throws {
        let item = "<item><link>https://www.example.org/1</link></item>"
        let xml = "<rss><channel>" + String(repeating: item, count: 12_000) + "</channel></rss>"
        #expect(try read(xml).items.count == 10_000)
        let deep = String(repeating: "<a>", count: 200) + String(repeating: "</a>", count: 200)
        #expect(throws: SourceError.unreadable("it is larger than 100 levels of XML")) {
            try read("<rss>" + deep + "</rss>")
        }
    }
}
