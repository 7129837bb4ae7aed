import Testing

@testable import Collecting

/// What strangers send is any bytes at all.
@Suite("Odd bytes")
struct OddBytesTests {
    /// A generator of our own, so that what failed once fails again.
    private struct Chance {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
    }

    private let seeds = [
        "%PDF-1.4 /CreationDate (D:2020) /ID [<aa> <bb>] /ModDate(D:1) end /ID",
        "User-agent: *\nDisallow: /a*b$\nCrawl-delay: 1e9\n",
        "<html><head><title>Page</title></head><body><form><p>November 21, 2026 10:04</p><input type=password>",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"x\r\n", "PK\u{3}\u{4}word/",
        "From: a\nDate: b\nSubject: c\nTo: d\n\n",
    ]

    @Test("stop none of the readers")
    func mutated() throws {
        var chance = Chance(state: 7)
        let address = try WebAddress("https://example.org/a")
        for round in 0..<1_500 {
            var bytes = Array(seeds[round % seeds.count].utf8)
            for _ in 0...chance.next(8) where !bytes.isEmpty {
                switch chance.next(3) {
                case 0: bytes[chance.next(bytes.count)] = UInt8(chance.next(256))
                case 1: bytes.removeSubrange(chance.next(bytes.count)...)
                default: bytes.insert(contentsOf: bytes.prefix(chance.next(40)), at: chance.next(bytes.count))
                }
            }
            let kind = FileKind(bytes)
            _ = textPrint(of: bytes, kind: kind, day: "2026-11-21")
            _ = textPrint(of: bytes, kind: .pdf, day: "2026-11-21")
            _ = textPrint(of: bytes, kind: .html, day: "2026-11-21")
            _ = RobotsRules(bytes, agent: "letterbook").allows("/ab/a?b=%zz%4")
            _ = ContentType(String(decoding: bytes, as: UTF8.self))
            _ = retryAfter(String(decoding: bytes, as: UTF8.self), now: 0)
            var response = HTTPResponse(address: address, status: 200)
            response.body = bytes
            do { _ = try judge(response, asked: address) } catch { #expect(!error.code.isEmpty) }
            do {
                #expect(
                    try address.resolving(String(decoding: bytes, as: UTF8.self)).scheme.hasPrefix("http"))
            } catch {
                #expect(!error.problem.isEmpty)
            }
        }
    }
}
