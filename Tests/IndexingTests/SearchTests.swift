import Correspondence
import Foundation
import Testing

@testable import Indexing

@Suite("Search")
struct SearchTests {
    private let index: ScratchIndex
    private let archive: SampleArchive
    private let vocabulary = Vocabulary(
        agencies: AgencyRegistry([
            Agency(id: "hhs", name: "Department of Health and Human Services", shortName: "HHS"),
            Agency(
                id: "cms", name: "Centers for Medicare & Medicaid Services", shortName: "CMS", parent: "hhs"),
            Agency(id: "va", name: "Department of Veterans Affairs"),
        ]), topics: ["maternal-health", "ctsa"])

    init() throws {
        index = try ScratchIndex()
        var archive = SampleArchive()
        archive.letters = [
            SampleArchive.letter(
                "aaaaaaaaaaaaaaa1", title: "Rural obstetric care",
                pages: [
                    "We write about coverage.", "Mothers in Straße need obstetric units and maternity care.",
                ],
                kind: .comment, date: "2020-05-31", sender: "Society of Example Colleges", agencies: ["cms"],
                topics: ["maternal-health"],
                identifiers: [
                    (.fileCode, "CMS-1752-P", "CMS–1752–P"),
                    (.frCitation, "86 FR 25070", "86 Fed. Reg. 25,070"),
                ],
                asks: ["Extend postpartum coverage"],
                to: [
                    Addressee(
                        name: "Bo Example", organization: "Centers for Examples", agency: "cms",
                        evidence: SampleArchive.evidence)
                ],
                signatories: ["Ada Éxample"]),
            SampleArchive.letter(
                "aaaaaaaaaaaaaaa2", title: "Research hubs",
                pages: ["Strengthen the programme's hubs. Obstetrics once."],
                kind: .testimony, date: "2020-06", sender: "Alliance for Examples", agencies: ["va"],
                topics: ["ctsa"],
                identifiers: [(.bill, "hr4995-116", "H. R. 4995")]),
            SampleArchive.letter("bbbbbbbbbbbbbbb1", pages: ["hubs of café and care"], sender: nil),
        ]
        self.archive = archive
        try index.bringUpToDate(archive)
    }

    private func ids(_ text: String) throws -> [String] { try index.ids(text, vocabulary) }

    @Test(
        "finds letters by words, phrases, beginnings and fields",
        arguments: [
            ("", "21b"), ("obstetrics", "21"), ("obstetric care", "1"), ("\"obstetric units\"", "1"),
            ("\"units obstetric\"", ""), ("maternit*", "1"), ("maternal", "1"), ("strasse", "1"),
            ("STRASSE", "1"),
            ("cafe", "b"), ("hubs OR mothers", "21b"), ("care -rural", "b"), ("NOT hubs", "1"),
            ("hubs NOT (testimony OR programme)", "b"), ("(hubs OR rural) obstetrics", "21"),
            ("agency:cms", "1"), ("agency:hhs", "1"), ("agency:HHS hubs", ""), ("-agency:hhs", "2b"),
            ("agency:cms,va", "21"), ("topic:ctsa", "2"), ("kind:testimony", "2"),
            ("sender:\"example colleges\"", "1"),
            ("sender:sec", "1"), ("sender:society", "1"), ("sender:soc", ""), ("to:cms", "1"),
            ("to:\"bo example\"", "1"),
            ("signed:example", "1"), ("signed:\"Ada Example\"", "1"), ("filecode:cms1752p", "1"),
            ("identifier:CMS-1752—P", "1"),
            ("fr:\"86 FR 25070\"", "1"), ("bill:hr4995", "2"), ("bill:\"H.R. 4995\"", "2"),
            ("bill:hr4995-117", ""),
            ("docket:cms-1752-p", ""), ("date:2020", "21"), ("date:2020-06-15", "2"), ("date:..2020-05", "1"),
            ("date:2020-06..", "2"), ("-date:2020", "b"), ("has:ask", "1"), ("has:date hubs", "2"),
            ("-has:sender", "b"),
            ("quality:good", "21b"), ("NEAR(mothers obstetric, 5)", "1"), ("mothers NEAR/1 obstetric", ""),
            ("cms-1752-p", ""), ("“obstetric units”", "1"), ("extend postpartum", "1"), ("& hubs !", "2b"),
        ])
    func finds(_ query: String, _ expected: String) throws {
        let names = ["1": "aaaaaaaaaaaaaaa1", "2": "aaaaaaaaaaaaaaa2", "b": "bbbbbbbbbbbbbbb1"]
        #expect(try ids(query) == expected.compactMap { names[String($0)] }, "\(query)")
    }

    @Test("relevance puts the letter first that has the word in its title")
    func relevance() throws {
        #expect(try index.ids("obstetric", sort: .relevance) == ["aaaaaaaaaaaaaaa1", "aaaaaaaaaaaaaaa2"])
        #expect(
            try index.ids("", sort: .sender) == ["aaaaaaaaaaaaaaa2", "aaaaaaaaaaaaaaa1", "bbbbbbbbbbbbbbb1"])
    }

    @Test("limit and offset cut the list, the total does not change")
    func pages() throws {
        let index = try LetterIndex(reading: index.file)
        for offset in 0...4 {
            let result = try index.search(LetterQuery(nil, limit: 2, offset: offset))
            #expect(result.total == 3)
            #expect(result.hits.count == max(0, min(2, 3 - offset)))
        }
    }

    @Test("a hit carries what a list shows, and the passage with its page")
    func hit() throws {
        let query = LetterQuery(try readQuery("\"obstetric units\" straße"))
        let hit = try #require(
            try LetterIndex(reading: index.file).search(query, reading: archive.reading)
                .hits.first)
        #expect(hit.shortID == "aaaaaaaaaaaaaaa1")
        #expect(hit.to == ["cms"] && hit.topics == ["maternal-health"] && hit.kind == .comment)
        let snippet = try #require(hit.snippet)
        #expect(snippet.page == 2)
        let scalars = Array(snippet.text.unicodeScalars)
        let words = snippet.highlights.map { String(String.UnicodeScalarView(scalars[$0[0]..<$0[1]])) }
        #expect(words == ["Straße", "obstetric units"])
    }

    @Test("ids are shortened as far as they stay unique, to eight digits at least")
    func shortIDs() throws {
        let hits = try LetterIndex(reading: index.file).search(LetterQuery()).hits
        #expect(hits.map(\.shortID) == ["aaaaaaaaaaaaaaa2", "aaaaaaaaaaaaaaa1", "bbbbbbbb"])
    }

    @Test("links, margins and the document's own words are found, and a withdrawn letter is marked")
    func otherWords() throws {
        var letter = SampleArchive.letter("ccccccccccccccc1")
        letter.document.links = ["https://hub.example.org/awards/list"]
        letter.document.siteName = "Museum of Letters"
        letter.pages[0].margin = "RECEIVED 4 May\nPage 1"
        letter.withdrawn = Withdrawal(since: "2026-11-21", reason: "gone")
        let scratch = try ScratchIndex()
        let archive = SampleArchive(letters: [letter])
        try scratch.bringUpToDate(archive)
        for text in ["hub.example.org", "awards", "museum", "received", "rec*"] {
            #expect(try scratch.ids(text).count == 1, "\(text)")
        }
        let hit = try LetterIndex(reading: scratch.file)
            .search(LetterQuery(readQuery("awards")), reading: archive.reading).hits.first
        #expect(hit?.withdrawn == "2026-11-21")
        #expect(hit?.snippet?.page == nil && hit?.snippet?.highlights.count == 1)
    }

    @Test("a name that is not known is a mistake, with what may have been meant")
    func unknown() throws {
        #expect(throws: QueryError.unknown(sort: "agency", name: "csm", suggestions: ["cms"])) {
            try ids("agency:csm")
        }
        #expect(throws: QueryError.unknown(sort: "topic", name: "maternal", suggestions: ["maternal-health"]))
        {
            try ids("topic:maternal")
        }
        #expect(
            QueryError.unknown(sort: "agency", name: "csm", suggestions: ["cms"]).description
                == "unknown agency 'csm': did you mean cms?; 'letterbook agencies' lists all")
    }
}
