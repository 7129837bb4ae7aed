import Correspondence
import Foundation
import Testing

@testable import Extracting

/// The Word and e-mail fixtures, made by `Fixtures/make-office-fixtures.py`.
enum OfficeFixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "Fixtures")

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: path)))
    }

    /// Recognises and reads a fixture, as the night does.
    static func text(_ path: String) throws -> ExtractedText {
        let bytes = try bytes(path)
        guard case .readable(let type) = recognize(bytes, name: "unnamed") else {
            throw ExtractionError.unsupported(path)
        }
        return try extract(bytes, as: type)
    }

    /// Why a Word document gives no text; nil where it gives some.
    static func failure(_ path: String) throws -> ExtractionError? {
        do {
            _ = try extract(try bytes(path), as: .docx)
            return nil
        } catch let error as ExtractionError {
            return error
        }
    }

    /// Compares text, line kinds and margins with the recorded ones.
    static func compare(_ text: ExtractedText, with path: String) throws {
        var actual = ""
        for (page, layout) in zip(text.pages, text.layouts) {
            actual += "=== page \(page.number)\n"
            for line in layout.lines {
                let level = line.level.map(String.init) ?? ""
                let bold = line.isBold ? " bold" : ""
                actual += "\(line.block) \(line.kind.rawValue)\(level)\(bold): "
                actual += page.slice(line.start, line.end) + "\n"
            }
            for line in layout.marginLines {
                let margin = Array((page.margin ?? "").unicodeScalars)
                let words = String(String.UnicodeScalarView(margin[line.start..<line.end]))
                actual += "margin \(line.role.rawValue): \(words)\n"
            }
        }
        let file = folder.appending(path: path)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(actual.utf8).write(to: file)
        }
        let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(actual == expected)
    }
}
