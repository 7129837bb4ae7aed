import Correspondence
import Foundation
import Testing

@testable import Extracting

enum HTMLFixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/html")

    static func extract(_ name: String) throws -> ExtractedText {
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name + ".html")))
        return try HTMLExtractor().extract(bytes, as: .html, settings: ExtractionSettings())
    }

    static func extract(html: String) throws -> ExtractedText {
        try HTMLExtractor().extract(Array(html.utf8), as: .html, settings: ExtractionSettings())
    }
}

/// Text and margin of each page under `Fixtures/html`, as they are expected.
@Test("a page's text and margin are those recorded", arguments: ["letter", "news", "old"])
func htmlGolden(name: String) throws {
    let extracted = try HTMLFixture.extract(name)
    let actual = extracted.pages[0].text + "\n\n--- margin ---\n" + (extracted.pages[0].margin ?? "") + "\n"
    let file = HTMLFixture.folder.appending(path: name + ".expected.txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try Data(actual.utf8).write(to: file)
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(actual == expected)
}

@Test(
    "every line of the layout is the slice of the text that it names", arguments: ["letter", "news", "old"])
func htmlLayout(name: String) throws {
    let extracted = try HTMLFixture.extract(name)
    let page = extracted.pages[0]
    let lines = extracted.layouts[0].lines.map { page.slice($0.start, $0.end) }
    #expect(lines == page.text.split(separator: "\n").map(String.init))
    let margin = Array((page.margin ?? "").unicodeScalars)
    let marginLines = extracted.layouts[0].marginLines.map { line in
        String(String.UnicodeScalarView(margin[line.start..<line.end]))
    }
    #expect(marginLines.joined(separator: "\n") == page.margin ?? "")
}
