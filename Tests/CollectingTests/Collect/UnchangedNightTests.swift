import CProcess
import Foundation
import Testing

@testable import Collecting

/// A night over many letters that have not changed: `LETTERBOOK_VISITS=10000` makes it the full measure.
@Suite("A night over many unchanged letters")
struct UnchangedNightTests {
    @Test("costs one conditional request each, no memory, and no writes but the visits")
    func unchanged() async throws {
        let count = ProcessInfo.processInfo.environment["LETTERBOOK_VISITS"].flatMap(Int.init) ?? 150
        let server = try LetterServer()
        let collecting = TestCollecting(server)
        collecting.source.itemLimit = count
        let items = (0..<count).map {
            ListedItem(url: server.url("/many/\($0).pdf"), listing: server.url("/many"))
        }
        func night() async throws -> SourceReport {
            let collector = try SourceCollector(
                collecting.source, collecting.settings, turns: HostTurns(clock: collecting.time.clock))
            try await collector.takeItems(items, isComplete: true)
            try await collector.finish()
            collecting.time.pass(86_400)
            return await collector.report
        }
        #expect(try await night().new.count == count)
        let corpus = try collecting.hashes(below: collecting.folder)
        _ = try await server.log()

        let before = try residentMemory()
        let clock = ContinuousClock()
        let start = clock.now
        let report = try await night()
        let seconds = (clock.now - start) / .milliseconds(1) / 1_000
        let grown = try residentMemory() - before
        print("\(count) unchanged letters: \(seconds) s, \(grown / 1_024) KiB more memory")

        #expect(report.unchanged == count)
        let log = try await server.log().filter { $0.path != "/robots.txt" }
        #expect(log.count == count)
        #expect(log.allSatisfy { $0.conditional })
        #expect(try collecting.hashes(below: collecting.folder) == corpus)
        let written = try collecting.hashes(below: collecting.output).keys.sorted()
        #expect(written == ["ledger/visits/prairie.jsonl"])
        // A line of history for each, nothing of the letters. A sanitizer keeps what was freed.
        if letterbook_has_shadow_memory() == 0 { #expect(grown < 4 << 20 + count * 4_096) }
    }

    /// Bytes.
    private func residentMemory() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * 4_096
    }
}
