import Correspondence
import Testing

@testable import Indexing

@Suite("Facets")
struct FacetsTests {
    private let index: ScratchIndex

    init() throws {
        index = try ScratchIndex()
        var archive = SampleArchive()
        archive.letters = [
            SampleArchive.letter(
                "a1", pages: ["hub"], kind: .comment, date: "2020-05", sender: "A",
                agencies: ["cms", "cms", "nih"],
                topics: ["t1"], identifiers: [(.docket, "X-1", "X-1"), (.docket, "X-1", "X–1")]),
            SampleArchive.letter(
                "a2", pages: ["hub"], date: "2019", sender: "B", agencies: ["cms"], topics: ["t1", "t2"]),
            SampleArchive.letter("a3", pages: ["other"], sender: "B"),
        ]
        archive.relations = [
            "a1": [Relation(kind: .campaign, id: "c1")], "a3": [Relation(kind: .campaign, id: "c1")],
        ]
        try index.bringUpToDate(archive)
    }

    private func counts(_ facet: Facet, _ query: String = "") throws -> [String] {
        try LetterIndex(reading: index.file).counts(by: facet, LetterQuery(readQuery(query)))
            .map { "\($0.value) \($0.letters)" }
    }

    @Test(
        "letters are counted once for each value, most first, years in order",
        arguments: [
            (Facet.agency, "", ["cms 2", "nih 1"]), (.topic, "", ["t1 2", "t2 1"]),
            (.sender, "", ["B 2", "A 1"]),
            (.kind, "", ["letter 2", "comment 1"]), (.year, "", ["2019 1", "2020 1"]),
            (.identifier, "", ["X-1 1"]),
            (.campaign, "", ["c1 2"]), (.sender, "hub", ["A 1", "B 1"]), (.topic, "hub agency:nih", ["t1 1"]),
            (.agency, "other", []),
        ])
    func counts(_ facet: Facet, _ query: String, _ expected: [String]) throws {
        #expect(try counts(facet, query) == expected)
    }

    @Test("every facet can be asked for")
    func all() throws {
        for facet in Facet.allCases { #expect(!(try counts(facet)).isEmpty, "\(facet)") }
    }
}
