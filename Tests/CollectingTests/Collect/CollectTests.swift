import Correspondence
import Foundation
import Testing

@testable import Collecting

@Suite("Collecting")
struct CollectTests {
    let server: LetterServer
    let collecting: TestCollecting

    init() throws {
        server = try LetterServer()
        collecting = TestCollecting(server)
    }

    @Test("in a dry run reads the lists, names what it would ask for, and writes nothing")
    func dryRun() async throws {
        let report = try await collecting.collect { $0.isDryRun = true }
        #expect(report.listed == 6)
        #expect(report.planned?.count == 6)
        #expect(!FileManager.default.fileExists(atPath: collecting.root.path))
        #expect(try await server.log().allSatisfy { !$0.path.hasPrefix("/doc/") })
    }

    @Test("goes on the next night where a limit stopped it")
    func itemLimit() async throws {
        collecting.source.itemLimit = 2
        var counts: [Int] = []
        for _ in 1...4 {
            let report = try await collecting.collect()
            counts.append(report.new.count)
            collecting.time.pass(86_400)
        }
        #expect(counts == [2, 2, 2, 0])
        #expect(try collecting.originals().count == 6)
    }

    @Test("goes on the next night with the lists that it did not come to")
    func pageLimit() async throws {
        collecting.source.pageLimit = 1
        let first = try await collecting.collect()
        #expect(first.listed == 4)
        #expect(first.alarm == nil)
        collecting.source.pageLimit = 2
        collecting.time.pass(86_400)
        #expect(try await collecting.collect().new.count == 2)
    }

    @Test("loses nothing where it was killed: a torn line is mended, a file without its line gets one")
    func killed() async throws {
        _ = try await collecting.collect()
        let log = collecting.folder.path + "/custody.jsonl"
        let whole = try Data(contentsOf: URL(fileURLWithPath: log))
        // Cut within the last line, as a kill between two writes leaves it; the ledger never came to be written.
        try whole.dropLast(40).write(to: URL(fileURLWithPath: log))
        try FileManager.default.removeItem(at: collecting.output)
        let before = try collecting.originals()
        let report = try await collecting.collect()
        #expect(report.new.count == 1)
        #expect(try collecting.originals() == before)
        let lines = try collecting.custody()
        #expect(lines.count { $0.event == .collected } == 6)
        #expect(LineLogDamage.of(log) == [])
    }

    @Test("never writes over an original")
    func neverOver() async throws {
        _ = try await collecting.collect()
        let name = try #require(try collecting.originals().first)
        let file = collecting.folder.appendingPathComponent(name)
        var facts = stat()
        stat(file.path, &facts)
        #expect(facts.st_mode & 0o222 == 0)
        // Somebody put other bytes there: they stay, and the original goes under its whole name.
        try FileManager.default.removeItem(at: file)
        try Data("mine".utf8).write(to: file)
        try FileManager.default.removeItem(at: collecting.folder.appendingPathComponent("custody.jsonl"))
        try FileManager.default.removeItem(at: collecting.output)
        _ = try await collecting.collect()
        #expect(try Data(contentsOf: file) == Data("mine".utf8))
        #expect(try collecting.originals().count == 7)
    }

    @Test("notes what a source withdraws, once, and what it lists again")
    func withdrawn() async throws {
        var item = ListedItem(url: server.url("/doc/alpha.pdf"), listing: server.url("/letters"))
        let collector = try SourceCollector(
            collecting.source, collecting.settings, turns: HostTurns(clock: collecting.time.clock))
        try await collector.takeItems([item], isComplete: true)
        item.isWithdrawn = true
        try await collector.takeItems([item], isComplete: true)
        try await collector.takeItems([item], isComplete: true)
        item.isWithdrawn = false
        try await collector.takeItems([item], isComplete: true)
        #expect(try collecting.custody().map(\.event) == [.collected, .withdrawn, .reinstated])
        #expect(try await server.log().count { $0.path == "/doc/alpha.pdf" } == 1)
    }

    @Test("keeps a letter that stands in the list itself, once")
    func inline() async throws {
        var item = ListedItem(url: server.url("/comment/1"), listing: server.url("/letters"))
        item.inline = InlineOriginal(
            bytes: Array("Dear Administrator: please act.".utf8), contentType: "text/plain")
        item.facts = ["docketId": "EX-2021-0001"]
        for _ in 1...2 {
            let collector = try SourceCollector(
                collecting.source, collecting.settings, turns: HostTurns(clock: collecting.time.clock))
            try await collector.takeItems([item], isComplete: true)
        }
        let lines = try collecting.custody()
        #expect(lines.map(\.event) == [.collected])
        #expect(lines.first?.facts?.stated == ["docketId": "EX-2021-0001"])
        #expect(lines.first?.file?.hasSuffix(".txt") == true)
        #expect(try await server.log() == [])
    }

    @Test("leaves a source alone for tonight when five letters in a row cannot be had")
    func illServer() async throws {
        let items = (1...9).map { ListedItem(url: server.url("/status/503?n=\($0)"), listing: "") }
        let collector = try SourceCollector(
            collecting.source, collecting.settings, turns: HostTurns(clock: collecting.time.clock))
        try await collector.takeItems(items, isComplete: true)
        let report = await collector.report
        #expect(report.refused.count == 5)
        #expect(report.waiting == 4)
        #expect(await collector.stopped?.hasPrefix("five letters") == true)
    }

    @Test("goes on with a download that broke off where the night before left it")
    func resumesNextNight() async throws {
        let item = ListedItem(url: server.url("/cut.pdf"), listing: "")
        func night() async throws -> SourceReport {
            var settings = collecting.settings
            settings.retrying.tries = 1
            let collector = try SourceCollector(
                collecting.source, settings, turns: HostTurns(clock: collecting.time.clock))
            try await collector.takeItems([item], isComplete: true)
            try await collector.finish()
            collecting.time.pass(86_400)
            return await collector.report
        }
        #expect(try await night().refused.map(\.code) == ["failed"])
        #expect(try collecting.originals() == [])
        let parts = collecting.folder.appendingPathComponent(".partial").path
        #expect(try FileManager.default.contentsOfDirectory(atPath: parts).count == 1)
        #expect(try await night().new.count == 1)
        #expect(try await server.log().last?.range.hasPrefix("bytes=") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: parts).isEmpty)
        let name = try #require(try collecting.originals().first)
        let kept = try Data(contentsOf: collecting.folder.appendingPathComponent(name))
        #expect(String(decoding: kept.suffix(6), as: UTF8.self) == "%%EOF\n")
    }

    @Test("writes no key of an address anywhere")
    func secrets() async throws {
        let item = ListedItem(
            url: server.url("/doc/alpha.pdf?api_key=hush&v=1"), listing: server.url("/letters?token=hush"))
        let collector = try SourceCollector(
            collecting.source, collecting.settings, turns: HostTurns(clock: collecting.time.clock))
        try await collector.takeItems([item], isComplete: true)
        try await collector.finish()
        #expect(try collecting.custody().first?.url == server.url("/doc/alpha.pdf?v=1"))
        #expect(try await server.log().last?.path == "/doc/alpha.pdf?api_key=hush&v=1")
        for path in try FileManager.default.subpathsOfDirectory(atPath: collecting.root.path) {
            let file = collecting.root.appendingPathComponent(path)
            guard let bytes = FileManager.default.contents(atPath: file.path) else { continue }
            #expect(!String(decoding: bytes, as: UTF8.self).contains("hush"), "in \(path)")
        }
    }

    @Test("raises an alarm for a source that is gone silent, and tells why")
    func silence() async throws {
        _ = try await collecting.collect()
        collecting.time.pass(86_400)
        collecting.source.urls = [server.url("/status/500")]
        let report = try await collecting.collect()
        #expect(report.alarm?.contains("lists no letters, usually 6") == true)
        #expect(report.alarm?.contains("status 500") == true)
        #expect(CollectReport(sources: [report]).alarms.first?.hasPrefix("prairie: ") == true)
    }
}

@Suite("The alarm of a list")
struct ListingAlarmTests {
    private func nights(_ counts: Int...) -> [ListedNight] {
        counts.map { ListedNight(night: "", listed: $0) }
    }

    @Test("is raised for none and for a third fewer than usual")
    func raised() {
        #expect(alarm(listed: 0, before: nights(9, 9, 9), problem: nil) != nil)
        #expect(alarm(listed: 6, before: nights(9, 9, 9), problem: nil) != nil)
        #expect(alarm(listed: 7, before: nights(9, 9, 9), problem: nil) == nil)
        #expect(alarm(listed: 12, before: nights(9, 9, 9), problem: nil) == nil)
        #expect(alarm(listed: 0, before: [], problem: nil) == nil)
    }

    @Test("is raised for none every night, for fewer until that is usual")
    func lasting() {
        #expect(alarm(listed: 0, before: nights(9, 0, 0, 0, 0, 0, 0, 0, 0), problem: nil) != nil)
        #expect(alarm(listed: 5, before: nights(9, 9, 9, 5, 5, 5, 5), problem: nil) == nil)
    }
}

enum LineLogDamage {
    /// Numbers of the lines that cannot be read; -1 where the last one is torn.
    static func of(_ path: String) -> [Int] {
        do {
            let damaged = try LineLog(at: path).forEach(CustodyLine.self) { _ in }
            let last = try Data(contentsOf: URL(fileURLWithPath: path)).last
            return last == UInt8(ascii: "\n") ? damaged : damaged + [-1]
        } catch {
            return [0]
        }
    }
}
