import Correspondence
import Foundation
import Testing

@testable import Collecting

/// Seven nights at the site of `letters.py`, on which every fault comes at least once.
@Suite("Seven nights at one association's site")
struct SevenNightsTests {
    @Test("end in exactly the letters that were there, and nothing is asked for twice without need")
    func sevenNights() async throws {
        let server = try LetterServer()
        let collecting = TestCollecting(server)
        var nights: [SourceReport] = []
        var logs: [[LoggedRequest]] = []
        for night in 1...7 {
            try await server.setNight(night)
            nights.append(try await collecting.collect())
            logs.append(try await server.log())
            collecting.time.pass(86_400)
        }
        func names(_ entries: [SourceReport.Collected]) -> [String] {
            entries.map { String($0.url.drop { $0 != "/" }.split(separator: "/").last ?? "") }.sorted()
        }

        // What came when.
        #expect(
            names(nights[0].new) == [
                "alpha.pdf", "beta.html", "delta.pdf", "epsilon.pdf", "gamma.pdf", "zeta.html",
            ])
        #expect(nights[0].listed == 6)
        #expect(nights[0].problems == [])
        #expect(nights[1].new == [])
        #expect(nights[1].refused.map(\.code) == ["failed"])
        #expect(names(nights[2].new) == ["eta.pdf"])
        #expect(names(nights[2].changed) == ["gamma.pdf"])
        #expect(nights[2].refused.map(\.code).sorted() == ["challenge", "login", "not-found"])
        #expect(names(nights[3].new) == ["lambda.pdf"])
        // Gone since the fifth night, found on the sixth: after three equal nights it is asked for every second one.
        #expect(nights[5].gone.map { $0.hasSuffix("/doc/epsilon.pdf") } == [true])
        #expect(nights[5].listed == 0)
        #expect(nights[5].alarm?.hasPrefix("lists no letters, usually ") == true)
        #expect(nights.indices.filter { nights[$0].alarm != nil } == [5])
        #expect(names(nights[6].new) == ["theta.pdf"])

        // What is there in the end: nine letters, one of them in two versions, each under a name of ours.
        let originals = try collecting.originals()
        #expect(originals.count == 10)
        let custody = try collecting.custody()
        for name in originals {
            let bytes = [UInt8](try Data(contentsOf: collecting.folder.appendingPathComponent(name)))
            let sha256 = SHA256.hex(of: bytes)
            #expect(name.hasPrefix(sha256.prefix(16)))
            #expect(custody.contains { $0.sha256 == sha256 && $0.file == name })
        }
        var counts: [CustodyLine.Event: Int] = [:]
        for line in custody { counts[line.event, default: 0] += 1 }
        #expect(counts == [.collected: 10, .sameText: 1, .gone: 1])

        // Custody says how each came.
        let delta = try #require(custody.first { $0.url?.hasSuffix("/old/delta.pdf") == true })
        #expect(delta.redirects?.map(\.status) == [301])
        #expect(delta.finalURL?.hasSuffix("/doc/delta.pdf") == true)
        #expect(delta.facts?.linkText == "Testimony on maternal health")
        #expect(delta.facts?.listing?.hasSuffix("/letters") == true)
        #expect(delta.facts?.listedDate == "2021-04-12")
        let gamma = custody.filter { $0.url?.hasSuffix("/gamma.pdf") == true }
        #expect(gamma.last?.supersedes == gamma.first?.sha256)
        #expect(custody.first { $0.event == .gone }?.status == 410)

        // Nothing is asked for twice in a night but what said "later" or broke off, and what is known only with
        // conditions.
        for (night, log) in zip(1..., logs) {
            #expect(Set(log.map(\.agent)) == ["letterbook/\(programVersion) (+mailto:archive@example.org)"])
            let counts = Dictionary(grouping: log, by: \.path).mapValues(\.count)
            let repeated = counts.filter { $0.value > 1 }.keys.sorted()
            switch night {
            case 1: #expect(repeated == ["/doc/zeta.html"])
            case 2: #expect(repeated == ["/doc/eta.pdf"])
            case 4: #expect(repeated == ["/doc/lambda.pdf"])
            default: #expect(repeated == [])
            }
        }
        let alpha = logs.map { $0.filter { $0.path == "/doc/alpha.pdf" } }
        #expect(alpha.map(\.count) == [1, 1, 1, 1, 0, 1, 0])
        #expect(alpha.dropFirst().joined().allSatisfy { $0.conditional })
        let rest = logs[3].last { $0.path == "/doc/lambda.pdf" }
        #expect(rest?.range.hasPrefix("bytes=") == true)
    }

    @Test("A night on which nothing changed writes nothing but its visits")
    func quietNight() async throws {
        let server = try LetterServer()
        let collecting = TestCollecting(server)
        _ = try await collecting.collect()
        collecting.time.pass(86_400)
        // The markup of one letter differs on the second night; from then on nothing does.
        _ = try await collecting.collect()
        let corpus = try collecting.hashes(below: collecting.folder)
        let output = try collecting.hashes(below: collecting.output)
        _ = try await server.log()
        collecting.time.pass(86_400)
        let report = try await collecting.collect()
        #expect(report.new.isEmpty && report.changed.isEmpty)
        #expect(report.unchanged == 6)
        #expect(try collecting.hashes(below: collecting.folder) == corpus)
        let after = try collecting.hashes(below: collecting.output)
        let changed = after.filter { output[$0.key] != $0.value }
        #expect(
            changed.keys.sorted() == ["ledger/visits/prairie.jsonl", "ledger/visits/prairie.nights.jsonl"])
        let log = try await server.log().filter { $0.path != "/robots.txt" && $0.path != "/doc/beta.html" }
        // Two lists, five letters, and the redirect to one of them.
        #expect(log.count == 8)
        #expect(log.allSatisfy { $0.conditional })
    }
}
