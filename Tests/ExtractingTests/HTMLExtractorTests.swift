import Correspondence
import Testing

@testable import Extracting

@Suite("HTML letters and pages")
struct HTMLExtractorTests {
    @Test("an inside address in line breaks comes out as lines of one block")
    func address() throws {
        let letter = try HTMLFixture.extract("letter")
        #expect(
            letter.pages[0].text.contains(
                "The Honorable Ada Winter\nSecretary\nDepartment of Examples\n200 Sample Avenue, SW\nWashington, DC"
            ))
    }

    @Test("an invisible character inside a month and a no-break space do not hide a date")
    func invisible() throws {
        #expect(try HTMLFixture.extract("letter").pages[0].text.contains("\n\nOctober 5, 2021\n\n"))
    }

    @Test("the first and the last lines of a letter are kept, whatever their classes say")
    func ends() throws {
        let text = try HTMLFixture.extract("letter").pages[0].text
        #expect(text.hasPrefix("Letter on Newborn Screening"))
        #expect(text.hasSuffix("Mira Holt\nPresident and CEO\n\ncc: Office of Child Health"))
    }

    @Test("kinds, levels and weight of lines are told")
    func kinds() throws {
        let letter = try HTMLFixture.extract("letter")
        let page = letter.pages[0]
        let lines = letter.layouts[0].lines
        func line(_ text: String) throws -> TextLine {
            try #require(lines.first { page.slice($0.start, $0.end) == text })
        }
        let heading = try line("Letter on Newborn Screening")
        #expect(heading.kind == .heading && heading.level == 1)
        #expect(try line("Re: Newborn screening, docket EX-2021-0042").isBold)
        #expect(try line("1. fund follow-up for every newborn;").kind == .listItem)
        #expect(try line("2019 | 1,204").kind == .tableRow)
        #expect(try line("Screening saves lives.").kind == .quote)
        #expect(try !line("Sincerely,").isBold)
    }

    @Test("banner and footer stand in the margin, menus do not")
    func margin() throws {
        let letter = try HTMLFixture.extract("letter")
        let margin = try #require(letter.pages[0].margin)
        #expect(margin.hasPrefix("Lakeshore Hospital Council\n"))
        #expect(margin.contains("12 Pier Road"))
        #expect(!margin.contains("About"))
        #expect(letter.layouts[0].marginLines.first?.role == .header)
        #expect(letter.layouts[0].marginLines.last?.role == .footer)
    }

    @Test("menus, consent, sharing, teasers and comments are no main text")
    func boilerplate() throws {
        let text = try HTMLFixture.extract("news").pages[0].text
        for furniture in [
            "Schools", "cookies", "Share", "Ferry", "Related", "Ten places", "First!", "Read more",
        ] {
            #expect(!text.contains(furniture), "\(furniture)")
        }
        #expect(text.contains("What changes"))
    }

    @Test("head and JSON-LD give title, author, site, dates and language")
    func metadata() throws {
        let news = try HTMLFixture.extract("news").document
        #expect(news.title == "Council welcomes new rule")
        #expect(news.author == "Ines Arbor")
        #expect(news.siteName == "The Lakeshore Page")
        #expect(news.published == "2022-03-04")
        #expect(news.modified == "2022-03-06")
        let letter = try HTMLFixture.extract("letter")
        #expect(letter.language == "en")
        #expect(letter.document.links == ["https://lakeshore.example/rules/42"])
        #expect(letter.document.published == "2021-10-05")
        #expect(letter.document.author == nil)
    }

    @Test("a page deeper than any stack still gives its text")
    func depth() throws {
        let html =
            String(repeating: "<div>", count: 10_000) + "<p>Far below.</p>"
            + String(repeating: "</div>", count: 10_000)
        #expect(try HTMLFixture.extract(html: html).pages[0].text == "Far below.")
    }

    @Test("an article inside an unclosed header is not lost")
    func header() throws {
        let body = String(
            repeating: "<p>The rule is sound, and the council supports it in full.</p>", count: 8)
        let html = "<body><header><div class=bar><h1>Rule</h1></header><article>\(body)</article></body>"
        #expect(try HTMLFixture.extract(html: html).pages[0].text.contains("supports it in full"))
    }

    @Test("a page without text says so")
    func empty() throws {
        let page = try HTMLFixture.extract(html: "<html><body><img src=x></body></html>")
        #expect(page.quality.text == .none)
        #expect(page.pages[0].text.isEmpty)
    }

    @Test("a large page of plain paragraphs is read whole")
    func large() throws {
        let html = "<body>" + String(repeating: "<p>Thank you for this, and for that.</p>\n", count: 20_000)
        let text = try HTMLFixture.extract(html: html).pages[0].text
        #expect(text.split(separator: "\n").count == 20_000)
    }

    @Test("the same page gives the same text twice")
    func repeatable() throws {
        #expect(try HTMLFixture.extract("news") == HTMLFixture.extract("news"))
    }
}
