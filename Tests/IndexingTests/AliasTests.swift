import Correspondence
import Testing

@testable import Indexing

@Suite("Names of one proceeding")
struct AliasTests {
    private func letter(
        _ id: String, _ identifiers: [(Identifier.Kind, String)], answering: [String] = []
    ) -> Letter {
        var letter = SampleArchive.letter(id, identifiers: identifiers.map { ($0.0, $0.1, $0.1) })
        letter.answers = answering.map {
            Answer(identifier: $0, confidence: .high, evidence: SampleArchive.evidence)
        }
        return letter
    }

    private func index(_ letters: [Letter]) throws -> ScratchIndex {
        let index = try ScratchIndex()
        try index.bringUpToDate(SampleArchive(letters: letters))
        return index
    }

    @Test("a letter that answers a rule under two names joins them for all letters")
    func joined() throws {
        let index = try index([
            letter(
                "a1", [(.fileCode, "CMS-1752-P"), (.rin, "0938-AU44"), (.docket, "CMS-2021-0070")],
                answering: ["CMS-1752-P", "0938-AU44", "CMS-2021-0070"]),
            letter("a2", [(.rin, "0938-AU44")]), letter("a3", [(.docket, "CMS-2021-0070")]),
            letter("a4", [(.docket, "CMS-2021-0071")]),
        ])
        for query in [
            "filecode:cms1752p", "identifier:\"CMS – 1752 – P\"", "rin:0938-au44", "docket:cms-2021-0070",
        ] {
            #expect(try index.ids(query).sorted() == ["a1", "a2", "a3"], "\(query)")
        }
        #expect(try index.ids("filecode:cms1752p -rin:0938-au44").isEmpty)
        let result = try LetterIndex(reading: index.file).search(
            LetterQuery(readQuery("filecode:cms1752p")))
        #expect(result.alsoKnownAs == ["CMS-2021-0070", "0938-AU44"])
    }

    @Test("a citation in a footnote joins nothing, nor does a letter that answers two rules")
    func notJoined() throws {
        let index = try index([
            letter(
                "a1", [(.fileCode, "CMS-1752-P"), (.frCitation, "86 FR 25070")], answering: ["CMS-1752-P"]),
            letter(
                "a2", [(.fileCode, "CMS-1-P"), (.fileCode, "CMS-2-P"), (.rin, "0938-AA01")],
                answering: ["CMS-1-P", "CMS-2-P", "0938-AA01"]),
            letter("a3", [(.frCitation, "86 FR 25070")]), letter("a4", [(.rin, "0938-AA01")]),
        ])
        #expect(try index.ids("filecode:CMS-1752-P") == ["a1"])
        #expect(try index.ids("filecode:CMS-1-P") == ["a2"])
    }

    @Test("one letter's slip of the pen does not join two proceedings that many name rightly")
    func slip() throws {
        let right = (0..<12).map {
            letter(
                "b\($0)", [(.fileCode, "CMS-1752-P"), (.rin, "0938-AU44")],
                answering: ["CMS-1752-P", "0938-AU44"])
        }
        let wrong = letter(
            "c1", [(.fileCode, "CMS-1752-P"), (.rin, "0938-AU99")], answering: ["CMS-1752-P", "0938-AU99"])
        let index = try index(right + [wrong, letter("c2", [(.rin, "0938-AU99")])])
        #expect(try index.ids("filecode:CMS-1752-P").contains("c2") == false)
    }

    @Test("names are parted when the letter that joined them leaves")
    func parted() throws {
        var archive = SampleArchive()
        archive.letters = (0..<1_100).map { letter("d\(1_000 + $0)", []) }
        let joining = letter(
            "a1", [(.fileCode, "CMS-1752-P"), (.rin, "0938-AU44")], answering: ["CMS-1752-P", "0938-AU44"])
        archive.letters += [joining, letter("a2", [(.rin, "0938-AU44")])]
        let index = try ScratchIndex()
        try index.bringUpToDate(archive)
        #expect(try index.ids("filecode:CMS-1752-P").sorted() == ["a1", "a2"])
        archive.letters.removeAll { $0.id == "a1" }
        #expect(try index.bringUpToDate(archive) == .updated(entered: 0, removed: 1))
        #expect(try index.ids("filecode:CMS-1752-P").isEmpty)
    }
}
