import Correspondence
import Foundation
import Testing

@testable import Collecting

struct SourceDraftTests {
    private static let url = "https://www.example.org/advocacy/letters"

    private func draft(_ body: String) throws -> SourceDraft {
        let answer = ListAnswer(
            request: ListRequest(url: Self.url), finalURL: Self.url, contentType: nil, body: Array(body.utf8))
        return try SourceDraft(Source(id: "example", kind: .listing, urls: [Self.url]), answer)
    }

    @Test func contentDecidesTheKind() throws {
        #expect(try draft("<?xml version='1.0'?><rss><channel/></rss>").source.kind == .feed)
        #expect(try draft("\n<feed xmlns='http://www.w3.org/2005/Atom'/>").source.kind == .feed)
        #expect(try draft("<urlset/>").source.kind == .sitemap)
        #expect(try draft("<!doctype html><p>x").source.kind == .listing)
        #expect(try draft("<html><body>").source.kind == .listing)
    }

    @Test func aDraftSaysWhatWasFound() throws {
        let draft = try draft(
            """
            <title>Letters "and" more \\ x</title><link rel=alternate type="application/rss+xml" href="/feed">
            <ul><li><a href=a.pdf>Letter to CMS</a> May 1, 2020</ul><p><a href="/advocacy/letters/2019">2019</a>
            """)
        #expect(
            draft.yaml == """
                # Drafted by 'letterbook sources add'; try it with 'letterbook sources check example'.
                kind: listing
                name: "Letters \\"and\\" more \\\\ x"
                active: false               # write true when the check shows what you want
                urls:
                  - "https://www.example.org/advocacy/letters"

                # Where too much is taken, say which addresses (shell patterns) or which links (XPath):
                # include: ["*/letters/*"]
                # exclude: ["*summary*"]
                # selectors: { item: "//div[@class='row']", link: ".//a", date: ".//time", next: "//a[@rel='next']" }

                # Found 1 letters there, the first of them:
                #   2020-05-01  Letter to CMS  https://www.example.org/advocacy/a.pdf
                # It goes on at:
                #   https://www.example.org/advocacy/letters/2019
                # The page names feeds, which are read with kind: feed:
                #   https://www.example.org/feed

                """)
    }

    @Test func wordsOfAPageStayInTheirLine() throws {
        let yaml = try draft(
            "<title>x&#10;active: true&#x2028;y&#x85;z</title><ul><li><a href=a.pdf>Letter\nurls: [x]</a></ul>"
        ).yaml
        #expect(yaml.contains("name: \"x active: true y z\""))
        #expect(!yaml.unicodeScalars.contains("\u{2028}") && yaml.contains("Letter urls: [x]"))
    }

    @Test(arguments: [
        ("https://www.regulations.gov/docket/XMS-2021-0007/document", Source.Kind.regulations),
        ("https://www.federalregister.gov/agencies/examples-department", .federalRegister),
    ])
    func theGovernmentsSitesHaveInterfaces(url: String, kind: Source.Kind) throws {
        let address = try WebAddress(url)
        let source = try #require(SourceDraft.interface(at: address, Source(id: "x", kind: .listing)))
        #expect(source.kind == kind && source.urls.isEmpty)
        #expect(
            source.dockets + source.agencies == [
                kind == .regulations ? "XMS-2021-0007" : "examples-department"
            ])
    }

    @Test func anAddressMakesAName() throws {
        #expect(SourceDraft.id(of: try WebAddress(Self.url + "?page=1")) == "example-org-letters")
        #expect(SourceDraft.id(of: try WebAddress("http://127.0.0.1:8080/")) == "127-0-0-1")
    }
}
