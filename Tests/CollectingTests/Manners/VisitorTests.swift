import Foundation
import Synchronization
import Testing

@testable import Collecting

/// A clock that a test sets, and that waiting moves on.
final class TestClock: Sendable {
    private let state = Mutex((now: 1_700_000_000.0, waits: [Double]()))

    var clock: CollectingClock {
        CollectingClock(
            now: { self.state.withLock { $0.now } },
            wait: { seconds in
                self.state.withLock {
                    $0.now += seconds
                    $0.waits.append(seconds)
                }
            },
            chance: { 0.5 })
    }

    var waits: [Double] { state.withLock { $0.waits } }

    func pass(_ seconds: Double) { state.withLock { $0.now += seconds } }
}

@Suite("A visitor")
struct VisitorTests {
    let server: LetterServer
    let time = TestClock()

    init() throws { server = try LetterServer() }

    private func visitor(_ change: (inout Visitor.Settings) -> Void = { _ in }) -> Visitor {
        var http = HTTPSettings(userAgent: "letterbook/1")
        http.allowsPrivateAddresses = true
        var settings = Visitor.Settings(http: http)
        settings.delay = 0
        change(&settings)
        return Visitor(settings, clock: time.clock, turns: HostTurns(clock: time.clock))
    }

    private func address(_ path: String) throws -> WebAddress { try WebAddress(server.url(path)) }

    private func failure(_ path: String, _ visitor: Visitor) async throws -> VisitFailure? {
        do {
            _ = try await visitor.visit(try address(path))
            return nil
        } catch let error as VisitFailure {
            return error
        }
    }

    @Test("asks for robots.txt once, and for nothing that it does not allow")
    func robots() async throws {
        let visitor = visitor()
        guard case .disallowed? = try await failure("/private/a.pdf", visitor) else {
            Issue.record("it was asked for")
            return
        }
        _ = try await visitor.visit(try address("/hello"))
        #expect(try await server.log().map(\.path) == ["/robots.txt", "/hello"])
    }

    @Test("pauses between two requests as long as the source or robots.txt asks")
    func delay() async throws {
        try await server.setRobots("User-agent: *\nCrawl-delay: 7\n")
        let visitor = visitor { $0.delay = 3 }
        _ = try await visitor.visit(try address("/hello"))
        _ = try await visitor.visit(try address("/hello"))
        #expect(time.waits == [3, 7])
    }

    @Test("waits as a busy server asks, then asks again")
    func busy() async throws {
        let visit = try await visitor().visit(try address("/busy/a.pdf?times=2&after=30"))
        #expect(visit.response.status == 200)
        #expect(time.waits == [30, 30])
    }

    @Test("leaves a server alone that asks for more patience than a night has")
    func impatient() async throws {
        guard case .later(let response)? = try await failure("/busy/a.pdf?times=9&after=5000", visitor())
        else {
            Issue.record("it waited")
            return
        }
        #expect(response.status == 429)
        #expect(time.waits.isEmpty)
    }

    @Test("gives up on a server that stays ill, with growing pauses")
    func ill() async throws {
        _ = try await failure("/status/503", visitor())
        #expect(time.waits == [3.75, 7.5, 15])
        #expect(try await server.log().count == 5)
    }

    @Test("follows redirects one by one and tells of them")
    func redirects() async throws {
        let visit = try await visitor().visit(try address("/chain/3"))
        #expect(visit.redirects.map(\.status) == [301, 301, 301])
        #expect(visit.redirects.last?.url == server.url("/file.pdf"))
        #expect(visit.response.address.path == "/file.pdf")
    }

    @Test("finds a circle and a chain without end")
    func loops() async throws {
        guard case .http(let circle)? = try await failure("/loop/a", visitor()) else {
            Issue.record("no end")
            return
        }
        #expect(circle.reason == .redirectLoop)
        guard case .http(let chain)? = try await failure("/chain/40", visitor()) else {
            Issue.record("no end")
            return
        }
        #expect(chain.reason == .tooManyRedirects(11))
    }

    @Test("refuses to be redirected to a scheme or a host that is not asked")
    func badRedirects() async throws {
        guard case .http(let file)? = try await failure("/away?to=file:///etc/passwd", visitor()) else {
            Issue.record("it went")
            return
        }
        #expect(file.reason == .badRedirect("file:///etc/passwd"))
    }

    @Test("takes no key along to another origin")
    func keys() async throws {
        let other = try LetterServer()
        let target = other.url("/echo").addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let visitor = visitor()
        let visit = try await visitor.visit(
            try address("/away?to=\(target)"), headers: ["X-Api-Key": "secret", "Accept": "text/html"])
        #expect(visit.response.status == 200)
        #expect(try await server.log().last?.key == "secret")
        #expect(try await other.log().last?.key == "")
    }

    @Test("goes on where a download broke off")
    func resumes() async throws {
        let visit = try await visitor().visit(try address("/cut.pdf"))
        #expect(visit.response.status == 200)
        #expect(String(decoding: visit.response.body.suffix(6), as: UTF8.self) == "%%EOF\n")
        let log = try await server.log()
        #expect(log.count == 3)
        #expect(log.last?.range.hasPrefix("bytes=") == true)
    }

    @Test("asks nothing more when the source's time is over")
    func deadline() async throws {
        let visitor = visitor { $0.deadline = 1_700_000_100 }
        _ = try await visitor.visit(try address("/hello"))
        time.pass(200)
        guard case .outOfTime? = try await failure("/hello", visitor) else {
            Issue.record("it asked")
            return
        }
        #expect(await visitor.requests == 2)
    }
}
