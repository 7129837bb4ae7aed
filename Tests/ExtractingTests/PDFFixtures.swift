import Correspondence
import Foundation

@testable import Extracting

/// The PDF fixtures, made by `Fixtures/make-fixtures.py`.
enum PDFFixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/pdf")

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    static func text(_ name: String, settings: ExtractionSettings = ExtractionSettings()) throws
        -> ExtractedText
    {
        try PDFExtractor().extract(try bytes(name), as: .pdf, settings: settings)
    }
}

extension Page {
    /// The words at a line's offsets.
    func slice(_ start: Int, _ end: Int) -> String {
        String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
    }
}

extension ExtractedText {
    /// The lines of a page as its layout names them.
    func printed(_ page: Int) -> [String] {
        layouts[page].lines.map { pages[page].slice($0.start, $0.end) }
    }

    /// The margin of a page by role.
    func margin(_ page: Int) -> [MarginLine.Role: [String]] {
        let scalars = Array((pages[page].margin ?? "").unicodeScalars)
        return Dictionary(grouping: layouts[page].marginLines, by: \.role).mapValues { lines in
            lines.map { String(String.UnicodeScalarView(scalars[$0.start..<$0.end])) }
        }
    }
}
