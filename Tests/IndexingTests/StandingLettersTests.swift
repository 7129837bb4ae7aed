import Correspondence
import Foundation
import Testing

@testable import Indexing

@Suite("Standing letters and known changes")
struct StandingLettersTests {
    private let index: ScratchIndex

    init() throws { index = try ScratchIndex() }

    /// Letters of a thousand days, some of no day, some withdrawn.
    private func archive(_ count: Int = 1_200) -> SampleArchive {
        var archive = SampleArchive()
        archive.letters = (0..<count).map { number in
            var letter = SampleArchive.letter(
                "\(10_000 + number)", pages: ["text \(number)"],
                date: number.isMultiple(of: 50)
                    ? nil : "2020-\(number % 2 == 0 ? "03" : "05")-\(10 + number % 18)",
                agencies: ["agency-\(number % 3)"], topics: ["topic-\(number % 4)"])
            if number.isMultiple(of: 100) {
                letter.withdrawn = Withdrawal(since: "2021-01-01", reason: "gone")
            }
            return letter
        }
        archive.relations = ["10007": [Relation(kind: .campaign, id: "c1", score: 0.5)]]
        return archive
    }

    @Test("are counted as their records say")
    func census() throws {
        var archive = archive(60)
        archive.letters[5].agencies = [
            AgencyReference(id: "cms", role: .addressee, evidence: SampleArchive.evidence),
            AgencyReference(id: "nih", role: .mentioned, evidence: SampleArchive.evidence),
        ]
        archive.letters[0].agencies = [
            AgencyReference(id: "hhs", role: .addressee, evidence: SampleArchive.evidence)
        ]
        try index.bringUpToDate(archive)
        let standing = archive.letters.filter { $0.withdrawn == nil }
        let census = try LetterIndex(reading: index.file).census()
        #expect(census.letters == standing.count)
        #expect(census.agencies == ["cms": 1])
        let topics = Dictionary(grouping: standing.flatMap { $0.topics.map(\.id) }) { $0 }.mapValues(\.count)
        #expect(census.topics == topics)
    }

    @Test("of the newest days are no more than asked for")
    func newest() throws {
        let archive = archive(200)
        try index.bringUpToDate(archive)
        let reading = try LetterIndex(reading: index.file)
        #expect(try reading.newestDays(letters: 200) == nil)
        let day = try #require(try reading.newestDays(letters: 40))
        let expected = archive.letters.filter {
            $0.withdrawn == nil && ($0.date?.value.latestDay ?? "") >= day
        }
        #expect(try reading.standing(since: day).map(\.id) == expected.map(\.id))
        #expect(expected.count <= 40 && expected.count > 20)
        #expect(try reading.standing().count == archive.letters.count { $0.withdrawn == nil })
    }

    @Test("a year as date stands among the days that it may be")
    func year() throws {
        var archive = archive(30)
        archive.letters.append(SampleArchive.letter("20000", date: "2020"))
        try index.bringUpToDate(archive)
        let reading = try LetterIndex(reading: index.file)
        #expect(try reading.standing(since: "2020-12-24").map(\.id) == ["20000"])
    }

    @Test("known changes lead to the index that comparing everything leads to")
    func changes() throws {
        var archive = archive()
        try index.bringUpToDate(archive)
        let before = archive.source().fingerprint
        // One is new, one of a campaign has another record, one takes part in it now.
        archive.letters[7] = SampleArchive.letter("10007", pages: ["other words"], date: "2020-04-04")
        archive.letters.append(SampleArchive.letter("20000", pages: ["new words"]))
        archive.relations["10009"] = [Relation(kind: .campaign, id: "c1", score: 0.5)]
        var source = archive.source()
        let manifest = source.manifest
        var entries: [ManifestEntry] = []
        let next = try manifest()
        while let entry = try next() { if ["10007", "20000"].contains(entry.id) { entries.append(entry) } }
        source.manifest = { throw IndexError.missing(path: "the manifest is not to be read") }
        source.relations = { throw IndexError.missing(path: "the relations are not to be read") }
        source.changes = IndexSource.Changes(
            since: before, entered: entries, relations: archive.relations)
        #expect(try LetterIndex.bringUpToDate(index.file, with: source) == .updated(entered: 2, removed: 0))
        #expect(try index.ids("campaign:c1").sorted() == ["10007", "10009"])
        #expect(try index.ids("words").sorted() == ["10007", "20000"])
        #expect(try LetterIndex(reading: index.file).records(of: ["20000", "none"]).count == 1)
        // An index that is not where the changes begin compares everything.
        source.fingerprint = "later"
        #expect(throws: IndexError.self) { try LetterIndex.bringUpToDate(index.file, with: source) }
    }
}
