import Correspondence
import Foundation
import Testing

@testable import Collecting

struct SitemapSourceTests {
    static let url = "https://www.example.org/sitemap.xml"

    private func read(_ file: String, _ change: (inout Source) -> Void = { _ in }) throws -> ListReading {
        var source = Source(id: "x", kind: .sitemap, urls: [Self.url])
        change(&source)
        let file = SavedSources.folder.appendingPathComponent("sitemap/\(file).xml")
        return try SitemapSource.read(SavedSources.answer(file, url: Self.url), of: source)
    }

    @Test(arguments: ["index", "urlset"])
    func everySavedSitemapIsReadAsItsGoldenFileSays(name: String) throws {
        let file = SavedSources.folder.appendingPathComponent("sitemap/\(name).xml")
        try SavedSources.compare(read(name), with: file)
    }

    @Test func patternsChooseInPlaceOfWords() throws {
        let items = try read("urlset") {
            $0.include = ["https://www.example.org/*"]
            $0.exclude = ["*.pdf", "*/all-*"]
        }.items
        #expect(
            items.map(\.url) == [
                "https://www.example.org/", "https://www.example.org/advocacy/letters/",
                "https://www.example.org/advocacy/letters/rural-care",
                "https://www.example.org/about/newsletters/march",
            ])
    }

    @Test func whatWasLastChangedBeforeTheFirstDayIsPassedOver() throws {
        #expect(
            try read("index") { $0.since = "2024-04-01" }.next.map(\.url) == [
                "https://www.example.org/sitemap-letters.xml"
            ])
        #expect(
            try read("urlset") { $0.since = "2024-04-01" }.items.map(\.url)
                == ["https://www.example.org/files/testimony-2019.pdf"])
    }

    @Test func aPageIsNoSitemap() {
        let answer = ListAnswer(
            request: ListRequest(url: Self.url), finalURL: Self.url, contentType: nil,
            body: Array("<html></html>".utf8))
        #expect(throws: SourceError.unreadable("<html> begins no sitemap")) {
            try SitemapSource.read(answer, of: Source(id: "x", kind: .sitemap))
        }
    }
}
