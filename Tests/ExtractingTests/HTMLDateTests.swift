import Extracting
import Testing

/// Which of the days that a page names is its own.
@Suite struct HTMLDateTests {
    @Test func `Folders of the address are a day, the beginning of a title is none`() throws {
        let link = { (path: String) in "<link rel=canonical href=\"https://league.example/\(path)\">" }
        #expect(try published(head: link("2020/05/31/letter.html")) == "2020-05-31")
        #expect(try published(head: link("2020/may/31/letter")) == "2020-05-31")
        #expect(try published(head: link("2020/05/3-questions-to-the-board")) == nil)
    }

    @Test func `The day shown beside the heading comes before the script's, if it is borne out`() throws {
        let script = """
            <script type="application/ld+json">{"@type": "Article", "datePublished": "2019-01-02",
            "dateModified": "2020-05-31"}</script>
            """
        #expect(try published(head: script, "<h1>A letter</h1><div>May 31, 2020</div>") == "2020-05-31")
        #expect(try published(head: script, "<h1>A letter</h1><div>May 30, 2020</div>") == "2019-01-02")
    }

    @Test func `What a paragraph tells of has other days than the page`() throws {
        let meta = "<meta property=article:modified_time content=2021-07-01>"
        let story =
            "<p>The members of the League met in the old town hall on July 1, 2021 to speak of payments"
        let more =
            " to teaching hospitals, of the residents whom they train, and of the year that is to come.</p>"
        let page = "<h1>A letter</h1>\(story)\(more)<p>Published: June 30, 2021</p>"
        #expect(try published(head: meta, page) == "2021-06-30")
        let dateline = "<h1>A letter</h1><p>Oldtown, June 30, 2021 – \(story.dropFirst(3))\(more)</p>"
        #expect(try published(dateline) == "2021-06-30")
    }

    @Test func `A day that reads either way is the one that is stated elsewhere`() throws {
        let heading = "<h1>A letter</h1><div>03/04/2020</div>"
        #expect(try published(heading) == "2020-03-04")
        let stamp = "<meta property=article:modified_time content=2020-04-03T08:00:00Z>"
        #expect(try published(head: stamp, heading) == "2020-04-03")
        let generated = "<meta name=date content=\"11/01/2023 12:43:42\">"
        #expect(
            try published(language: "de", head: generated, "<p>Am 01.11.2023 schrieb der Bund.</p>")
                == "2023-11-01")
    }

    @Test func `Titles of other pages keep their dates`() throws {
        let list = """
            <ul><li><a href=/a>The League writes to the committee</a> <span class=post-date>01/02/2019</span></li>
            <li><a href=/b>The League writes to the agency</a> <span class=post-date>01/03/2019</span></li></ul>
            """
        #expect(try published("<p>Written on 27 September 2016 for the League.</p>\(list)") == "2016-09-27")
    }

    @Test(arguments: [
        "Zuletzt geändert am 14.01.2022 um 09:25", "Letzte Änderung: 14.01.2022",
        "Última actualización: 14.01.2022",
        "Dernière modification le 14 janvier 2022", "Laatst gewijzigd: 14 januari 2022",
        "Last updated 14 January 2022",
    ])
    func `A last change is a day where no other is stated`(line: String) throws {
        #expect(try published("<p>Am 2. Mai 2020 kam der Brief.</p><div>\(line)</div>") == "2022-01-14")
    }

    private func published(language: String = "en", head: String = "", _ body: String = "<p>A letter.</p>")
        throws
        -> String?
    {
        let html =
            "<html lang=\(language)><head><title>A letter</title>\(head)</head><body>\(body)</body></html>"
        return try extract(Array(html.utf8), as: .html).document.published
    }
}
