import Archiving
import ChildEnd
import Collecting
import Correspondence
import Foundation
import Synchronization
import Testing

@testable import Nightly

/// Nights that ask the site of `Tests/CollectingTests/Servers/letters.py` first.
@Suite("A night that collects")
struct CollectNightTests {
    let server: NightServer
    let workspace: TestWorkspace

    init() throws {
        server = try NightServer()
        workspace = try TestWorkspace()
        let sources = workspace.root.appendingPathComponent("Pipeline/sources")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        try Data(
            """
            kind: listing
            name: Prairie Council of Nursing Schools
            urls: [\(server.url("/letters"))]
            delay: 0
            private-addresses: true
            """.utf8
        ).write(to: sources.appendingPathComponent("prairie.yaml"))
    }

    private func night(_ number: Int) async throws -> NightReport {
        try server.setNight(number)
        let time = NightClock(day: number)
        return try await workspace.night(started: "2026-02-0\(number)T02:15:00Z") { settings in
            settings.isCollecting = true
            settings.collecting = { $0.clock = time.clock }
        }
    }

    private func record(_ ending: String) throws -> Letter {
        let archive = Archive(at: workspace.output.appendingPathComponent("archive"))
        let letters = try archive.ids().sorted().map { try archive.read($0) }
        return try #require(letters.first { $0.custody.contains { $0.url?.hasSuffix(ending) == true } })
    }

    @Test("takes what came into the archive, with its custody, and says from where")
    func collects() async throws {
        let report = try await night(1)
        #expect(report.collected?.sources.map(\.source) == ["prairie"])
        #expect(report.new.count == 6)
        #expect(report.new.allSatisfy { $0.source == "prairie" })
        #expect(report.alarm == nil)
        #expect(report.skipped.map(\.reason) == ["ignored by the pattern 'custody.jsonl'"])
        let delta = try record("/old/delta.pdf")
        let custody = try #require(delta.custody.first)
        #expect(custody.source == "prairie")
        #expect(custody.linkText == "Testimony on maternal health")
        #expect(custody.listedDate == "2021-04-12")
        #expect(custody.finalURL == server.url("/doc/delta.pdf"))
        #expect(custody.status == 200)
        #expect(delta.original.paths == ["collected/prairie/\(delta.id).pdf"])
        #expect(delta.sender?.organization == "Prairie Council of Nursing Schools")
    }

    @Test("describes a letter again when more is learnt of it, and knows its versions")
    func laterNights() async throws {
        _ = try await night(1)
        let beta = try record("/doc/beta.html")
        let second = try await night(2)
        // The markup of one page differs, its text does not: that is noted once.
        #expect(second.new.isEmpty)
        #expect(second.changed.map(\.id) == [beta.id])
        #expect(try record("/doc/beta.html").custody.count == 2)
        let third = try await night(3)
        #expect(third.new.count == 2)
        let gamma = try #require(
            third.new.first { entry in
                third.collected?.sources.first?.changed.contains { $0.sha256.hasPrefix(entry.id) } == true
            })
        let archive = Archive(at: workspace.output.appendingPathComponent("archive"))
        let relations = try archive.relations()[gamma.id] ?? []
        #expect(relations.contains { $0.kind == .supersedes })
    }

    @Test("with nothing new at the source changes no record and reads no log twice")
    func quiet() async throws {
        _ = try await night(1)
        _ = try await night(2)
        let before = try workspace.outputHashes(without: ["reports/", "ledger/visits/"])
        let report = try await workspace.night(started: "2026-02-02T03:15:00Z")
        #expect(report.isQuiet)
        #expect(report.collected == nil)
        #expect(try workspace.outputHashes(without: ["reports/", "ledger/visits/"]) == before)
    }

    @Test("raises the alarm of a source that is gone silent when everything is kept")
    func alarm() async throws {
        _ = try await night(1)
        try workspace.putLetter(1)
        let report = try await night(6)
        #expect(report.alarm?.hasPrefix("prairie: lists no letters, usually 6") == true)
        // What the list does not name any more is asked for by its schedule: one letter has a new version.
        #expect(report.new.map(\.source) == ["prairie", nil])
        #expect(report.new.last?.path == "letter-1.html")
    }

    @Test("keeps the record of a letter that its source withdraws, and says so")
    func withdrawn() async throws {
        _ = try await night(1)
        let alpha = try record("/doc/alpha.pdf")
        let log = workspace.corpus.appendingPathComponent("collected/prairie/custody.jsonl")
        var line = CustodyLine(.withdrawn, source: "prairie", at: "2026-02-02T02:00:00Z")
        line.url = server.url("/doc/alpha.pdf")
        line.sha256 = alpha.original.sha256
        let before = try Data(contentsOf: log)
        try (before + (try CanonicalJSON.line(line))).write(to: log)
        let report = try await workspace.night(started: "2026-02-02T03:15:00Z")
        #expect(report.withdrawn.map(\.id) == [alpha.id])
        #expect(try record("/doc/alpha.pdf").withdrawn?.reason == "the source says that it is withdrawn")
        line.event = .reinstated
        try (before + (try CanonicalJSON.line(line))).write(to: log)
        _ = try await workspace.night(started: "2026-02-03T03:15:00Z")
        #expect(try record("/doc/alpha.pdf").withdrawn == nil)
    }

    @Test("reads a page in the encoding that its server declared")
    func charset() async throws {
        let head =
            "<html><head><title>Letter</title></head><body><p>March 3, 2020</p><p>Dear Administrator Verma:</p><p>From "
        let tail = "</p><p>We urge CMS to act on maternal mortality in rural counties.</p></body></html>"
        // "Łódź" in ISO 8859-2.
        let bytes = Array(head.utf8) + [0xA3, 0xF3, 0x64, 0xBC] + Array(tail.utf8)
        try workspace.put(bytes, at: "collected/council/a.html")
        var line = CustodyLine(.collected, source: "council", at: "2026-02-01T02:00:00Z")
        line.url = "https://www.example.org/a"
        line.sha256 = SHA256.hex(of: bytes)
        line.charset = "iso-8859-2"
        try workspace.put([UInt8](try CanonicalJSON.line(line)), at: "collected/council/custody.jsonl")
        _ = try await workspace.night()
        #expect(try record("/a").pages.first?.text.contains("Łódź") == true)
    }

    @Test("takes a letter that a person brings, with what is said of it")
    func received() async throws {
        var letter = ReceivedLetter(
            bytes: Array("March 3, 2020\n\nDear Administrator Verma:\n\nPlease act.\n".utf8), name: "l.txt")
        letter.note = "sent by the Council"
        letter.url = "https://www.example.org/l.txt"
        let kept = try receiveLetter(letter, into: try workspace.workspace())
        #expect(!kept.wasThere)
        let report = try await workspace.night()
        #expect(report.new.map(\.path) == [kept.path])
        let custody = try #require(try record("/l.txt").custody.first)
        #expect(custody.source == "by-hand")
        #expect(custody.note?.hasPrefix("sent by the Council") == true)
        #expect(try receiveLetter(letter, into: try workspace.workspace()).wasThere)
    }
}

/// A clock that begins at a quarter past two of a day in February 2026, and that waiting moves on.
private final class NightClock: Sendable {
    private let now: Mutex<Double>

    init(day: Int) { now = Mutex(1_769_912_100 + Double(day - 1) * 86_400) }

    var clock: CollectingClock {
        CollectingClock(
            now: { self.now.withLock { $0 } },
            wait: { seconds in self.now.withLock { $0 += seconds } },
            chance: { 0.5 })
    }
}

/// The web server of the tests of Collecting, as a child of this one.
final class NightServer {
    private let process = Process()
    private let input = Pipe()
    private let port: Int

    init() throws {
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", checkout.appendingPathComponent("Tests/CollectingTests/Servers/letters.py").path,
        ]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        port = try #require(Int(line.prefix { $0.isNumber }))
    }

    deinit { input.fileHandleForWriting.closeFile() }

    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    func setNight(_ night: Int) throws {
        let asking = Process()
        asking.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        asking.arguments = [
            "python3", "-c", "import sys, urllib.request as u; u.urlopen(sys.argv[1]).read()",
            url("/_night?n=\(night)"),
        ]
        try asking.run()
        asking.waitForEnd()
    }
}
