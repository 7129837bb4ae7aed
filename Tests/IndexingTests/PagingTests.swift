import Correspondence
import Testing

@testable import Indexing

@Suite("Pages of a list")
struct PagingTests {
    private func archive(_ count: Int) -> SampleArchive {
        var archive = SampleArchive()
        archive.letters = (0..<count).map { number in
            SampleArchive.letter(
                "\(1_000 + number * 7)", pages: [String(repeating: "hub ", count: 1 + number % 3) + "text"],
                date: number % 5 == 0 ? nil : "2020-0\(1 + number % 4)",
                sender: number % 4 == 0 ? nil : "Sender \(number % 3)")
        }
        return archive
    }

    /// All pages, one after another.
    private func pages(
        _ index: ScratchIndex, _ text: String, _ sort: LetterQuery.Sort,
        between: (Int) throws -> Void = { _ in }
    ) throws -> [String] {
        var ids: [String] = []
        var query = LetterQuery(try readQuery(text), sort: sort, limit: 7)
        for page in 0... {
            let result = try LetterIndex(reading: index.file).search(query)
            ids += result.hits.map(\.id)
            guard let cursor = result.cursor else { break }
            query.cursor = cursor
            try between(page)
        }
        return ids
    }

    @Test(
        "cursors lead through the whole list in its order, once through each letter",
        arguments: LetterQuery.Sort.allCases, ["", "hub", "hub -date:2020-02", "NOT kind:memo"])
    func whole(_ sort: LetterQuery.Sort, _ text: String) throws {
        let index = try ScratchIndex()
        try index.bringUpToDate(archive(40))
        #expect(try pages(index, text, sort) == index.ids(text, sort: sort))
    }

    @Test("a letter that arrives between two pages neither repeats a letter nor hides one")
    func arrival() throws {
        let index = try ScratchIndex()
        var archive = archive(40)
        try index.bringUpToDate(archive)
        let before = try index.ids("hub")
        let seen = try pages(index, "hub", .date) { page in
            guard page == 1 else { return }
            archive.letters.append(SampleArchive.letter("9999", pages: ["hub"], date: "2021"))
            try index.bringUpToDate(archive)
        }
        #expect(seen == before)
    }

    @Test("the last page has no cursor, however full it is")
    func last() throws {
        let index = try ScratchIndex()
        try index.bringUpToDate(archive(7))
        let result = try LetterIndex(reading: index.file).search(LetterQuery(nil, limit: 7))
        #expect(result.hits.count == 7 && result.cursor == nil)
    }

    @Test("a cursor of another question, order or letter is said to be one")
    func foreign() throws {
        let index = try ScratchIndex()
        try index.bringUpToDate(archive(20))
        let reading = try LetterIndex(reading: index.file)
        let cursor = try #require(try reading.search(LetterQuery(readQuery("hub"), limit: 3)).cursor)
        for query in [
            LetterQuery(nil, limit: 3, cursor: cursor),
            LetterQuery(try readQuery("hub"), sort: .sender, limit: 3, cursor: cursor),
            LetterQuery(try readQuery("hub"), limit: 3, cursor: "nonsense"),
            LetterQuery(try readQuery("hub"), limit: 3, cursor: cursor + "77"),
        ] {
            #expect(throws: QueryError.self) { try reading.search(query) }
        }
    }
}
