import Foundation
import Testing

@testable import Collecting

@Suite("A connection")
struct HTTPConnectionTests {
    let server: LetterServer

    init() throws { server = try LetterServer() }

    private func connection(private allowed: Bool = true) -> HTTPConnection {
        var settings = HTTPSettings(userAgent: "letterbook/1 (+mailto:archive@example.org)")
        settings.allowsPrivateAddresses = allowed
        return HTTPConnection(settings)
    }

    private func request(_ path: String) throws -> HTTPRequest {
        var request = HTTPRequest(try WebAddress(server.url(path)))
        request.limits.bytes = 1 << 20
        return request
    }

    private func failure(_ request: HTTPRequest, private allowed: Bool = true) async -> HTTPError? {
        do {
            _ = try await connection(private: allowed).send(request)
            return nil
        } catch {
            return error
        }
    }

    @Test("gives status, headers and body, and says who asks")
    func answers() async throws {
        let response = try await connection().send(try request("/hello"))
        #expect(response.status == 200)
        #expect(response.body == Array("hello".utf8))
        #expect(response.mediaType == "text/plain")
        #expect(response.charset == "iso-8859-1")
        #expect(response["x-agent"] == "letterbook/1 (+mailto:archive@example.org)")
    }

    @Test("refuses an address of this machine unless it is allowed")
    func privateAddress() async throws {
        for host in ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001"] {
            var request = HTTPRequest(try WebAddress("http://\(host):\(server.port)/hello"))
            request.limits.connecting = 2
            guard case .privateAddress? = await failure(request, private: false)?.reason else {
                Issue.record("\(host), which leads here, was asked")
                continue
            }
        }
        // Where there is no IPv6, that alone is reason enough.
        for host in ["[::1]", "[::ffff:127.0.0.1]"] {
            let request = HTTPRequest(try WebAddress("http://\(host):\(server.port)/hello"))
            #expect(await failure(request, private: false) != nil)
        }
        #expect(try await server.log().isEmpty)
    }

    @Test("uses no proxy of the environment")
    func proxy() async throws {
        setenv("http_proxy", "http://127.0.0.1:9", 1)
        defer { unsetenv("http_proxy") }
        #expect(try await connection().send(try request("/hello")).status == 200)
    }

    @Test("ends a slow drip")
    func drip() async throws {
        var slow = try request("/drip")
        slow.limits.stalling = 1
        slow.limits.slowest = 1_000
        #expect(await failure(slow)?.reason == .stalled(seconds: 1))
    }

    @Test("ends what takes too long in all")
    func total() async throws {
        var slow = try request("/drip")
        slow.limits.total = 0.3
        #expect(await failure(slow)?.reason == .tookTooLong(seconds: 1))
    }

    @Test("keeps what came of a file that broke off")
    func cut() async throws {
        let error = await failure(try request("/cut.pdf"))
        guard case .cut? = error?.reason else {
            Issue.record("no cut: \(String(describing: error))")
            return
        }
        #expect(error?.partial?.bytes.starts(with: Array("%PDF".utf8)) == true)
        #expect(error?.partial?.validator.hasPrefix("\"1-") == true)
    }

    @Test("unpacks no more than the limit, however small it came")
    func bomb() async throws {
        #expect(await failure(try request("/bomb"))?.reason == .tooLarge(limit: 1 << 20))
    }

    @Test("takes no more than the limit of an answer without a length")
    func endless() async throws {
        #expect(await failure(try request("/endless"))?.reason == .tooLarge(limit: 1 << 20))
    }

    @Test("trusts only a certificate that somebody vouches for, and only for its own host")
    func certificates() async throws {
        func answer(_ host: String, trusting certificates: String?) async throws -> String {
            var settings = HTTPSettings(userAgent: "letterbook/1")
            settings.allowsPrivateAddresses = true
            settings.certificates = certificates
            let request = HTTPRequest(try WebAddress("https://\(host):\(server.securePort)/hello"))
            do {
                return "\(try await HTTPConnection(settings).send(request).status)"
            } catch {
                if case .insecure = error.reason { return "insecure" }
                return "\(error)"
            }
        }
        #expect(try await answer("localhost", trusting: nil) == "insecure")
        #expect(try await answer("localhost", trusting: LetterServer.certificate) == "200")
        #expect(try await answer("127.0.0.1", trusting: LetterServer.certificate) == "insecure")
    }

    @Test("asks no proxy for an address of a private network")
    func proxied() async throws {
        var settings = HTTPSettings(userAgent: "letterbook/1")
        settings.proxy = server.home
        for host in ["127.0.0.1", "localhost", "intranet", "10.0.0.1", "db.internal", "[::1]"] {
            await #expect(throws: HTTPError.self) {
                try await HTTPConnection(settings).send(HTTPRequest(try WebAddress("http://\(host)/hello")))
            }
        }
        #expect(try await server.log().isEmpty)
    }

    @Test("does not follow a redirect by itself")
    func redirect() async throws {
        let response = try await connection().send(try request("/chain/2"))
        #expect(response.status == 301)
        #expect(response.isRedirect)
        #expect(response["location"] == "/chain/1")
    }

    @Test("says that nobody listens")
    func nobody() async throws {
        var nowhere = try request("/hello")
        nowhere.address = try WebAddress("http://127.0.0.1:9/")
        guard case .cannotConnect? = await failure(nowhere)?.reason else {
            Issue.record("something listens on the discard port")
            return
        }
    }

    @Test("sends no header that a line break would make of a value")
    func headerInjection() async throws {
        var request = try request("/echo")
        request.headers = ["X-Api-Key": "a\r\nX-Evil: b"]
        let body = String(decoding: try await connection().send(request).body, as: UTF8.self)
        #expect(!body.contains("\"X-Evil\""))
    }
}
