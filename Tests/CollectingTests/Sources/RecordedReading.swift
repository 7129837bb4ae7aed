import Correspondence
import Foundation
import Testing

@testable import Collecting

/// What a source read, as golden files keep it: what is empty is left out.
struct RecordedReading: Encodable {
    struct Item: Encodable {
        var url: String
        var otherURLs: [String]?
        var headers: [String: String]?
        var linkText: String?
        var section: String?
        var teaser: String?
        var listedDate: String?
        var stamp: String?
        var isWithdrawn: Bool?
        var isLandingPage: Bool?
        var inline: String?
        var facts: [String: String]?

        init(_ item: ListedItem) {
            url = item.url
            otherURLs = item.otherURLs.isEmpty ? nil : item.otherURLs
            headers = item.headers.isEmpty ? nil : item.headers
            linkText = item.linkText
            section = item.section
            teaser = item.teaser
            listedDate = item.listedDate
            stamp = item.stamp
            isWithdrawn = item.isWithdrawn ? true : nil
            isLandingPage = item.isLandingPage ? true : nil
            inline = item.inline.map { "\($0.contentType): \(String(decoding: $0.bytes, as: UTF8.self))" }
            facts = item.facts.isEmpty ? nil : item.facts
        }
    }

    struct Next: Encodable {
        var url: String
        var headers: [String: String]?
        var context: [String: String]?
    }

    var items: [Item]
    var next: [Next]
    var events: [RecordedEvent]?

    init(_ reading: ListReading) {
        items = reading.items.map(Item.init)
        next = reading.next.map {
            Next(
                url: $0.url, headers: $0.headers.isEmpty ? nil : $0.headers,
                context: $0.context.isEmpty ? nil : $0.context)
        }
        events = reading.events.isEmpty ? nil : reading.events
    }
}

/// The saved pages and answers of our own making, `Fixtures/sources/<kind>/`, each beside its golden file.
enum SavedSources {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures/sources")

    static func files(_ kind: String, ending: String) throws -> [URL] {
        let folder = folder.appendingPathComponent(kind)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(ending) && !$0.hasSuffix(".expected.json") }.sorted()
            .map { folder.appendingPathComponent($0) }
    }

    static func answer(_ file: URL, url: String, context: [String: String] = [:]) throws -> ListAnswer {
        ListAnswer(
            request: ListRequest(url: url, context: context), finalURL: url, contentType: nil,
            body: [UInt8](try Data(contentsOf: file)))
    }

    /// Compares with the golden file beside a saved answer; re-recorded only with `RECORD=1`, and a missing one fails.
    static func compare(_ reading: ListReading, with file: URL) throws {
        try compare(CanonicalJSON.document(RecordedReading(reading)), with: file)
    }

    static func compare(_ found: Data, with file: URL) throws {
        let golden = file.appendingPathExtension("expected.json")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" { try found.write(to: golden) }
        let expected = try Data(contentsOf: golden)
        #expect(
            String(decoding: found, as: UTF8.self) == String(decoding: expected, as: UTF8.self),
            "\(file.lastPathComponent) is read otherwise; look, then record with RECORD=1")
    }
}
