import Testing

@testable import Collecting

@Suite("A page that tells of a letter")
struct LandingPageTests {
    let server: LetterServer
    let collecting: TestCollecting

    init() throws {
        server = try LetterServer()
        collecting = TestCollecting(server)
    }

    private func night(_ name: String) async throws -> SourceReport {
        var item = ListedItem(url: server.url("/page/\(name)"), listing: server.url("/letters"))
        item.linkText = "Letter on nurse staffing"
        item.isLandingPage = true
        let collector = try SourceCollector(
            collecting.source, collecting.settings, turns: HostTurns(clock: collecting.time.clock))
        try await collector.takeItems([item], isComplete: true)
        try await collector.finish()
        collecting.time.pass(86_400)
        return await collector.report
    }

    @Test("and links its file is one letter with it: the file is kept, and custody names the page")
    func linking() async throws {
        #expect(try await night("linking").new.map(\.url) == [server.url("/doc/alpha.pdf")])
        #expect(try collecting.originals().map { $0.hasSuffix(".pdf") } == [true])
        let line = try #require(try collecting.custody().first)
        #expect(line.facts?.otherURLs == [server.url("/page/linking")])
        #expect(line.facts?.linkText == "Letter on nurse staffing")
        _ = try await server.log()
        let second = try await night("linking")
        #expect(second.unchanged == 1)
        #expect(try await server.log().dropFirst().allSatisfy { $0.conditional })
        #expect(try collecting.custody().count == 1)
    }

    @Test("and links none is the letter itself")
    func itself() async throws {
        #expect(try await night("itself").new.map(\.url) == [server.url("/page/itself")])
        #expect(try await night("itself").unchanged == 1)
        #expect(try collecting.originals().map { $0.hasSuffix(".html") } == [true])
    }

    @Test("and is gone is noted, and the letter stays")
    func gone() async throws {
        _ = try await night("gone")
        try await server.setNight(2)
        #expect(try await night("gone").gone == [server.url("/page/gone")])
        #expect(try await night("gone").gone == [])
        #expect(try collecting.custody().map(\.event) == [.collected, .gone])
        #expect(try collecting.originals().count == 1)
    }
}
