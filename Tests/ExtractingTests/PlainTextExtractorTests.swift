import Correspondence
import Testing

@testable import Extracting

@Suite("Plain text and Markdown")
struct PlainTextExtractorTests {
    private func read(_ text: String, as type: MediaType) throws -> ExtractedText {
        try PlainTextExtractor().extract(Array(text.utf8), as: type, settings: ExtractionSettings())
    }

    @Test("plain text keeps its lines and blocks")
    func plain() throws {
        let text =
            "May 31, 2020\r\n\r\nThe Secretary\r\nRoom 1\r\n\r\n\r\nDear Sir:\r\n# 1 is not a heading\r\n"
        let extracted = try read(text, as: .plain)
        #expect(
            extracted.pages[0].text
                == "May 31, 2020\n\nThe Secretary\nRoom 1\n\nDear Sir:\n# 1 is not a heading")
        #expect(extracted.layouts[0].lines.map(\.block) == [0, 1, 1, 2, 2])
        #expect(extracted.pages[0].source == .plain)
    }

    @Test("front matter goes to the metadata, not to the text")
    func frontMatter() throws {
        let text =
            "---\ntitle: \"A letter: on rules\"\ndate: 2020-05-31\nauthor: Mira Holt\nlang: en\n---\n\nDear Sir:\n"
        let extracted = try read(text, as: .markdown)
        #expect(extracted.pages[0].text == "Dear Sir:")
        #expect(extracted.document.title == "A letter: on rules")
        #expect(extracted.document.published == "2020-05-31")
        #expect(extracted.document.author == "Mira Holt")
        #expect(extracted.language == "en")
    }

    @Test("a rule at the top that closes nothing is no front matter")
    func rule() throws {
        #expect(try read("---\nDear Sir:\n", as: .markdown).pages[0].text == "Dear Sir:")
    }

    @Test("headings lose their marks and keep their level")
    func headings() throws {
        let extracted = try read("# One #\ntext\n\nTwo\n---\nmore", as: .markdown)
        #expect(extracted.pages[0].text == "One\n\ntext\n\nTwo\n\nmore")
        let lines = extracted.layouts[0].lines
        #expect(lines.map(\.kind) == [.heading, .paragraph, .heading, .paragraph])
        #expect(lines.map(\.level) == [1, nil, 2, nil])
    }

    @Test("lists, quotes and links keep their words")
    func inline() throws {
        let text = "* one\n* **two** [three](https://a.example/x)\n\n1. four\n\n> five `six` snake_case\n"
        let extracted = try read(text, as: .markdown)
        #expect(extracted.pages[0].text == "- one\n- two three\n\n1. four\n\nfive six snake_case")
        #expect(extracted.layouts[0].lines.map(\.kind) == [.listItem, .listItem, .listItem, .quote])
    }

    @Test("a bold line is told to be bold")
    func bold() throws {
        let extracted = try read("**Re: Docket EX-1**\n\nDear Sir:", as: .markdown)
        #expect(extracted.layouts[0].lines.map(\.isBold) == [true, false])
    }

    @Test("an empty file has no text, and says so")
    func empty() throws {
        #expect(try read(" \n\n", as: .plain).quality.text == .none)
    }
}
