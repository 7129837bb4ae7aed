import Correspondence
import Foundation
import Synchronization
import Testing

@testable import Indexing

@Suite("Index")
struct LetterIndexTests {
    private let index: ScratchIndex

    init() throws { index = try ScratchIndex() }

    private func archive(_ count: Int, word: String = "first") -> SampleArchive {
        var archive = SampleArchive()
        archive.letters = (0..<count).map {
            SampleArchive.letter(
                SHA256.hex(of: "\($0)".utf8).prefix(16).description, title: "Letter \($0)",
                pages: ["\(word) text \($0)"],
                date: "2020-01-01", sender: "Sender \($0 % 7)", agencies: ["cms"])
        }
        return archive
    }

    @Test("an index in step with its archive is not touched")
    func unchanged() throws {
        #expect(try index.bringUpToDate(archive(5)) == .rebuilt(letters: 5))
        let number = {
            try FileManager.default.attributesOfItem(atPath: index.file.path)[.systemFileNumber] as? Int
        }
        let bytes = try Data(contentsOf: index.file)
        let before = try number()
        #expect(try index.bringUpToDate(archive(5)) == .unchanged)
        #expect(try number() == before)
        #expect(try Data(contentsOf: index.file) == bytes)
    }

    @Test("an index built twice from the same archive has the same bytes")
    func reproducible() throws {
        try index.bringUpToDate(archive(50))
        let bytes = try Data(contentsOf: index.file)
        try index.bringUpToDate(archive(50), rebuild: true)
        #expect(try Data(contentsOf: index.file) == bytes)
    }

    @Test("a night's few letters are entered without reading the others, and answer as if built anew")
    func incremental() throws {
        var changing = archive(1_200)
        try index.bringUpToDate(changing)
        let removed = changing.letters.remove(at: 3).id
        changing.letters[10] = SampleArchive.letter(
            changing.letters[10].id, pages: ["second text"], topics: ["ctsa"])
        changing.letters.append(SampleArchive.letter("0000000000000000", pages: ["third text"]))
        let read = Mutex<[String]>([])
        let source = changing.source { id in read.withLock { $0.append(id) } }
        let change = try LetterIndex.bringUpToDate(index.file, with: source)
        #expect(change == .updated(entered: 2, removed: 1))
        #expect(read.withLock(\.count) == 2)
        #expect(
            try index.ids("second OR third").sorted()
                == ["0000000000000000", changing.letters[10].id].sorted())
        #expect(try index.ids("first").count == 1_198)
        #expect(try index.ids("text").contains(removed) == false)
        #expect(try index.ids("firs*").count == 1_198)
        let updated = try index.ids("")
        try index.bringUpToDate(changing, rebuild: true)
        #expect(try index.ids("") == updated)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: index.file.deletingLastPathComponent().path)
                == ["letterbook.sqlite"])
    }

    @Test("a build that meets a record that cannot be read throws, and leaves the index as it was")
    func unreadable() throws {
        try index.bringUpToDate(archive(100))
        let before = try index.ids("")
        var source = archive(200).source()
        let letter = source.letter
        let bad = archive(200).letters[150].id
        source.letter = { id in
            guard id != bad else { throw IndexError.missing(path: id) }
            return try letter(id)
        }
        #expect(throws: IndexError.missing(path: bad)) {
            try LetterIndex.bringUpToDate(index.file, with: source, rebuild: true)
        }
        #expect(try index.ids("") == before)
    }

    @Test("a damaged index is said to be one, and built anew")
    func damaged() throws {
        try index.bringUpToDate(archive(3))
        try Data("not a database at all, but long enough to be read as one".utf8).write(to: index.file)
        try Data("stale".utf8).write(to: URL(fileURLWithPath: index.file.path + "-journal"))
        let error = #expect(throws: IndexError.self) { try LetterIndex(reading: index.file).count() }
        #expect(error?.description.contains("letterbook index") == true)
        #expect(try index.bringUpToDate(archive(3)) == .rebuilt(letters: 3))
        #expect(try index.ids("first").count == 3)
    }

    @Test("a missing index is said to be missing")
    func missing() throws {
        #expect(throws: IndexError.missing(path: index.file.path)) { try LetterIndex(reading: index.file) }
    }

    @Test("a build that fails leaves the old index as it was")
    func failedBuild() throws {
        try index.bringUpToDate(archive(3))
        let bytes = try Data(contentsOf: index.file)
        var source = archive(4).source()
        source.letter = { throw IndexError.missing(path: $0) }
        #expect(throws: IndexError.self) { try LetterIndex.bringUpToDate(index.file, with: source) }
        #expect(try Data(contentsOf: index.file) == bytes)
    }

    @Test("readers see the old index whole or the new one whole while it is replaced")
    func readersDuringReplacement() async throws {
        try index.bringUpToDate(archive(40, word: "old"))
        let index = index
        let reader = Task.detached {
            var seen: Set<String> = []
            var readings = 0
            // Long enough to meet the writer's replacements, however slowly it gets its turn.
            while readings < 30 || (seen.count < 2 && readings < 20_000) {
                readings += 1
                let reading = try LetterIndex(reading: index.file)
                let counts = try ["old", "new"].map { word in
                    try reading.search(LetterQuery(.text(.word(word)), limit: 1)).total
                }
                // Both words are counted in one index only if it is opened once and stays whole.
                seen.insert("\(counts)")
                await Task.yield()
            }
            return seen
        }
        let writer = Task.detached {
            for round in 0... {
                let isNew = round.isMultiple(of: 2)
                try index.bringUpToDate(archive(isNew ? 60 : 40, word: isNew ? "new" : "old"))
                if Task.isCancelled { return }
            }
        }
        let seen = try await reader.value
        writer.cancel()
        try await writer.value
        #expect(seen == ["[40, 0]", "[0, 60]"])
    }
}
