import Archiving
import Correspondence
import Foundation
import Testing

@testable import Nightly

/// Nothing that a citation points to disappears.
@Suite("Tombstones", .serialized, .timeLimit(.minutes(5)))
struct TombstoneTests {
    private let place: TestWorkspace
    private let archive: Archive

    init() throws {
        place = try TestWorkspace()
        archive = Archive(at: place.output.appendingPathComponent("archive"))
    }

    @Test("A letter that another one replaces says so, and the other one that it supersedes the first")
    func replaced() async throws {
        try place.putLetter(1, at: "letter.html")
        let first = try #require(try await place.night().new.first?.id)
        try place.putLetter(2, at: "letter.html")
        let report = try await place.night(started: "2026-01-03T03:04:05Z")
        let second = try #require(report.new.first?.id)
        #expect(report.withdrawn.map(\.id) == [first])
        #expect(
            try archive.read(first).withdrawn
                == Withdrawal(
                    since: "2026-01-03", reason: "another original took its place in the corpus",
                    replacedBy: second))
        #expect(try archive.relations()[second] == [Relation(kind: .supersedes, id: first)])
        #expect(try archive.verify(corpus: place.corpus).damage.isEmpty)
    }

    @Test("The history of a letter that was replaced twice is whole, and comes back from the ledger")
    func twice() async throws {
        var ids: [String] = []
        for number in 1...3 {
            try place.putLetter(number, at: "letter.html")
            let report = try await place.night(started: "2026-01-0\(number)T03:04:05Z")
            ids.append(try #require(report.new.first?.id))
        }
        #expect(try archive.relations()[ids[1]] == [Relation(kind: .supersedes, id: ids[0])])
        #expect(try archive.relations()[ids[2]] == [Relation(kind: .supersedes, id: ids[1])])
        let before = try place.outputHashes(without: ["reports/", "cache/", "index/"])
        for name in ["archive", "cache", "index", "timeline"] {
            try FileManager.default.removeItem(at: place.output.appendingPathComponent(name))
        }
        try await place.night(started: "2026-01-05T03:04:05Z")
        #expect(try place.outputHashes(without: ["reports/", "cache/", "index/"]) == before)
    }

    @Test("A file that cannot be read tonight, or that nobody can be started to read, is not gone")
    func unreadable() async throws {
        try place.putLetter(1)
        let id = try #require(try await place.night().new.first?.id)
        let before = try place.outputHashes(without: ["reports/", "cache/", "quarantine.jsonl"])
        let unread = try await place.night(started: "2026-01-03T03:04:05Z") {
            $0.letter = id
            $0.program = "/nonexistent"
        }
        #expect(unread.quarantined.map { $0.reason.contains("cannot be started") } == [true])

        let path = place.corpus.appendingPathComponent("letter-1.html")
        let bytes = try Data(contentsOf: path)
        try FileManager.default.removeItem(at: path)
        // Larger than the limit: it is never opened for reading.
        #expect(truncate(try makeFile(at: path), 300 << 20) == 0)
        let large = try await place.night(started: "2026-01-04T03:04:05Z")
        #expect(large.quarantined.map { $0.reason.contains("over the limit") } == [true])
        for report in [unread, large] { #expect(report.withdrawn.isEmpty && report.letters == 1) }
        #expect(try place.outputHashes(without: ["reports/", "cache/", "quarantine.jsonl"]) == before)

        try bytes.write(to: path)
        let quiet = try await place.night(started: "2026-01-05T03:04:05Z")
        #expect(quiet.quarantined.isEmpty && quiet.withdrawn.isEmpty && quiet.changed.isEmpty)
    }

    private func makeFile(at file: URL) throws -> String {
        try Data().write(to: file)
        return file.path
    }

    @Test("A letter whose original cannot be processed any more keeps its record, until it can again")
    func failed() async throws {
        try place.putLetter(1)
        let id = try #require(try await place.night().new.first?.id)
        let left = ["reports/", "cache/", "index/", "ledger/"]
        let before = try place.outputHashes(without: left)
        let failed = try await place.night(started: "2026-01-03T03:04:05Z") {
            $0.letter = id
            // A worker that ends at once: extraction fails.
            $0.program = "/bin/false"
        }
        #expect(failed.quarantined.count == 1 && failed.withdrawn.map(\.id) == [id])
        let stone = try archive.read(id)
        #expect(stone.withdrawn?.reason.hasPrefix("its original cannot be processed any more: ") == true)
        #expect(!stone.pages.isEmpty)
        let quiet = try await place.night(started: "2026-01-04T03:04:05Z")
        #expect(quiet.withdrawn.isEmpty)
        try FileManager.default.removeItem(at: archive.folder)
        try await place.night(started: "2026-01-04T03:04:06Z")
        #expect(try archive.read(id) == stone)
        try await place.night(started: "2026-01-05T03:04:05Z") { $0.retryingFailures = true }
        #expect(try place.outputHashes(without: left) == before)
    }

    @Test("The tombstone of a letter whose original failed first and vanished then stays as it was")
    func failedAndGone() async throws {
        try place.putLetter(1)
        try place.putLetter(2)
        let id = try #require(try await place.night().new.first?.id)
        try await place.night(started: "2026-01-03T03:04:05Z") {
            $0.letter = id
            $0.program = "/bin/false"
        }
        let stone = try archive.read(id)
        try place.remove("letter-1.html")
        for day in 4...5 {
            let report = try await place.night(started: "2026-01-0\(day)T03:04:05Z")
            #expect(report.withdrawn.isEmpty && report.letters == 1)
            #expect(try archive.read(id) == stone)
        }
    }
}
