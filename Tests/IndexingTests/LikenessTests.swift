import Correspondence
import Testing

@testable import Indexing

@Suite("Letters like one")
struct LikenessTests {
    @Test(
        "letters that share rare words come before those that share what all write about; itself is left out")
    func like() throws {
        var archive = SampleArchive()
        archive.letters = (0..<120).map {
            SampleArchive.letter(
                "\(1_000 + $0)",
                pages: ["We write about patients and coverage, number\($0) and other\($0 % 9)."])
        }
        let model = SampleArchive.letter(
            "a1", title: "Beekeeping", pages: ["Apiaries and beekeepers write about patients and coverage."])
        archive.letters += [
            model, SampleArchive.letter("a2", pages: ["The beekeeper's apiary is large. Apiaries!"]),
            SampleArchive.letter("a3", pages: ["One apiary and patients."]),
        ]
        let index = try ScratchIndex()
        try index.bringUpToDate(archive)
        let reading = try LetterIndex(reading: index.file)
        let query = LetterQuery(try reading.likeness(of: model), sort: .relevance)
        #expect(try reading.search(query).hits.map(\.id) == ["a2", "a3"])
    }

    @Test("a letter without words has none like it")
    func empty() throws {
        let index = try ScratchIndex()
        let empty = SampleArchive.letter("a1", pages: [""])
        try index.bringUpToDate(SampleArchive(letters: [empty, SampleArchive.letter("a2")]))
        let reading = try LetterIndex(reading: index.file)
        #expect(try reading.search(LetterQuery(reading.likeness(of: empty))).total == 0)
    }
}
