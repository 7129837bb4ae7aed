import Correspondence
import Foundation
import Testing

@testable import Collecting

struct WARCSourceTests {
    private static let folder = SavedSources.folder.appendingPathComponent("warc")

    /// What a crawl of our own making holds: a file, a page, one in chunks, one packed, one moved, a resource, a revisit.
    @Test(arguments: ["crawl-1.0.warc", "crawl-1.1.warc.gz"])
    func aSavedCrawlIsReadAsItsGoldenFileSays(name: String) throws {
        let workspace = try LocalWorkspace()
        let file = Self.folder.appendingPathComponent(name)
        try workspace.write("crawls/\(name)", [UInt8](try Data(contentsOf: file)))
        let steps = try workspace.steps(WARCSource.self, ["crawls"])
        #expect(steps.last?.short == "finished crawls/\(name)")
        let items = steps.compactMap(\.item).map { item in
            [
                "url": item.listed.url, "part": item.part ?? "", "type": item.contentType ?? "",
                "collectedAt": item.collectedAt ?? "", "status": item.status.map(String.init) ?? "",
                "etag": item.etag ?? "", "lastModified": item.lastModified ?? "",
                "bytes": String(decoding: item.bytes, as: UTF8.self),
            ]
        }
        let failed = steps.compactMap(\.reason).map { ["failed": $0] }
        try SavedSources.compare(CanonicalJSON.document(items + failed), with: file)
    }

    private func record(_ target: String, _ block: [UInt8], type: String = "response", more: String = "")
        -> [UInt8]
    {
        Array(
            "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(target)\r\nWARC-Date: 2020-05-18T09:00:00Z\r\n\(more)Content-Length: \(block.count)\r\n\r\n"
                .utf8) + block + Array("\r\n\r\n".utf8)
    }

    private func answer(
        _ body: [UInt8], _ fields: String = "Content-Type: application/pdf\r\n", status: Int = 200
    )
        -> [UInt8]
    {
        Array("HTTP/1.1 \(status) OK\r\n\(fields)\r\n".utf8) + body
    }

    private func steps(_ bytes: [UInt8]) throws -> [LocalStep] {
        let workspace = try LocalWorkspace()
        try workspace.write("c.warc", bytes)
        return try workspace.steps(WARCSource.self, ["c.warc"])
    }

    @Test func aFileThatEndsWithinARecordGivesWhatCameBefore() throws {
        let whole = record("http://example.org/a.pdf", answer([1, 2]))
        let steps = try steps(whole + record("http://example.org/b.pdf", answer([3, 4])).dropLast(6))
        #expect(steps.map(\.short).first == "item c.warc#0")
        #expect(steps.last?.reason == "it ends within a record")
    }

    @Test func aRecordThatCannotBeReadIsToldAndTheNextIsRead() throws {
        let broken = answer([1], "Content-Type: application/pdf\r\nContent-Encoding: br\r\n")
        let steps = try steps(
            record("http://example.org/a.pdf", broken) + record("http://example.org/b.pdf", answer([3, 4])))
        #expect(steps.first?.reason == "it is packed as br, which is not read")
        #expect(steps.compactMap(\.item).map(\.listed.url) == ["http://example.org/b.pdf"])
    }

    @Test func whatIsNoAddressOfTheWebIsLeftOut() throws {
        let steps = try steps(
            record("file:///etc/passwd", answer([1])) + record("dns:example.org", [1], type: "resource")
                + record("http://example.org/a.png", answer([1], "Content-Type: image/png\r\n"))
                + record("http://example.org/gone.pdf", answer([1], status: 404))
                + record("http://example.org/a.pdf", [1], type: "revisit"))
        #expect(steps.map(\.short) == ["finished c.warc"])
    }

    @Test(arguments: ["", "no crawl at all\n", "WARC/0.9\r\n\r\n", "WARC/1.0\r\nContent-Length: x\r\n\r\n"])
    func whatIsNoCrawlIsToldOnce(text: String) throws {
        let steps = try steps(Array(text.utf8))
        #expect(steps.count == 1)
        #expect(text.isEmpty ? steps.first?.short == "finished c.warc" : steps.first?.reason != nil)
    }

    @Test func aHeadWithoutEndAndALengthBeyondTheFileAreGivenUp() throws {
        #expect(
            try steps(Array("WARC/1.0\r\n".utf8) + Array(repeating: 0x41, count: 100_000)).first?.reason
                == "a line is longer than 65536 bytes")
        let long =
            "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://e.org/a.pdf\r\nContent-Length: 9223372036854775807\r\n\r\nx"
        #expect(try steps(Array(long.utf8)).allSatisfy { $0.reason != nil })
    }

    @Test func aBombIsGivenUp() throws {
        #expect(throws: InflateError.tooMuch(1 << 20)) {
            try Inflater.unpacked(
                [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent("bomb.gz"))), limit: 1 << 20)
        }
        #expect(throws: InflateError.cutShort) { try Inflater.unpacked([0x1F, 0x8B, 8, 0], limit: 100) }
        #expect(throws: InflateError.damaged) { try Inflater.unpacked([0x1F, 0x8B, 9, 9, 9], limit: 100) }
    }
}
