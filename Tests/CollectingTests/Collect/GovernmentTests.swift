import Correspondence
import Foundation
import Testing

@testable import Collecting

@Suite("Interfaces of the government")
struct GovernmentTests {
    let server: LetterServer
    let collecting: TestCollecting

    init() throws {
        server = try LetterServer("government.py")
        collecting = TestCollecting(server, kind: .regulations, path: "/v4")
    }

    private func night(_ number: Int) async throws -> SourceReport {
        try await server.setNight(number)
        let report = try await collecting.collect { $0.environment = ["REGULATIONS_GOV_KEY": "hush"] }
        collecting.time.pass(86_400)
        return report
    }

    @Test("give the comments of a docket, their files, what is withdrawn, and later what is new")
    func comments() async throws {
        collecting.source.dockets = ["EX-2021-0001"]
        let first = try await night(1)
        #expect(first.problems == [])
        #expect(first.listed == 3)
        #expect(first.new.count == 3)
        let lines = try collecting.custody()
        #expect(lines.compactMap(\.file).map { $0.hasSuffix(".pdf") } == [true, false, true])
        #expect(
            lines.allSatisfy { $0.facts?.stated?["organization"] == "Prairie Council of Nursing Schools" })
        #expect(lines.allSatisfy { $0.facts?.stated?["docketId"] == "EX-2021-0001" })
        #expect(collecting.time.waits.contains(30))

        let second = try await night(2)
        #expect(second.withdrawn == [server.url("/files/EX-2021-0001-0004.pdf")])
        #expect(try await night(3).new.map(\.url) == [server.url("/files/EX-2021-0001-0005.pdf")])
        #expect(try await night(4).withdrawn == [])
        #expect(
            try collecting.custody().map(\.event) == [
                .collected, .collected, .collected, .withdrawn, .collected,
            ])
    }

    @Test("get their key in a header, and it is written nowhere")
    func key() async throws {
        collecting.source.dockets = ["EX-2021-0001"]
        _ = try await night(1)
        let log = try await server.log()
        #expect(log.filter { $0.path.hasPrefix("/v4") }.allSatisfy { $0.key == "hush" })
        #expect(log.filter { $0.path.hasPrefix("/files") }.allSatisfy { $0.key == "" })
        for path in try FileManager.default.subpathsOfDirectory(atPath: collecting.root.path) {
            let file = collecting.root.appendingPathComponent(path)
            guard let bytes = FileManager.default.contents(atPath: file.path) else { continue }
            #expect(!String(decoding: bytes, as: UTF8.self).contains("hush"), "in \(path)")
        }
    }

    @Test("are said to lack a key where they do")
    func noKey() async throws {
        collecting.source.dockets = ["EX-2021-0001"]
        let report = try await collecting.collect()
        #expect(report.problems.first?.contains("REGULATIONS_GOV_KEY") == true)
        #expect(try await server.log() == [])
    }

    @Test("give rules as policy events, each told once")
    func events() async throws {
        collecting.source.kind = .federalRegister
        collecting.source.urls = [server.url("/api/v1")]
        collecting.source.terms = ["staffing"]
        #expect(try await night(1).events == 4)
        let second = try await night(2)
        #expect(second.events == 2)
        #expect(second.alarm == nil)
        let events = try collectedEvents(in: collecting.folder.path)
        #expect(events.count == 6)
        #expect(events.allSatisfy { $0.about.contains("EX-2021-0001") })
    }
}
