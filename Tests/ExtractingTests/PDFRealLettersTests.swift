import Correspondence
import Foundation
import Testing

@testable import Extracting

/// What the labels of the real letters promise, wherever those letters are present.
@Suite struct PDFRealLettersTests {
    /// `LETTERBOOK_GOLD` names the folder; `../shared/real` beside the project by default.
    private static let folder: URL? = {
        let named = ProcessInfo.processInfo.environment["LETTERBOOK_GOLD"].map { URL(filePath: $0) }
        let project = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = named ?? project.deletingLastPathComponent().appending(path: "shared/real")
        return FileManager.default.fileExists(atPath: folder.appending(path: "letters-gold.jsonl").path())
            ? folder : nil
    }()

    private struct Label: Decodable {
        var file: String
        var subject: String?
        var signatories: [String]?
        var scanned: Bool?
    }

    private static func squeezed(_ text: String) -> String {
        let plain = text.precomposedStringWithCompatibilityMapping.lowercased()
        return String(String.UnicodeScalarView(plain.unicodeScalars.filter { $0.properties.isAlphabetic }))
    }

    @Test(.enabled(if: folder != nil, "the real letters are not here"))
    func everySubjectAndSignatoryOfANativePDFStandsInTheText() throws {
        let folder = try #require(Self.folder)
        let lines = try String(contentsOf: folder.appending(path: "letters-gold.jsonl"), encoding: .utf8)
            .split(separator: "\n")
        var count = 0
        for line in lines {
            let label = try JSONDecoder().decode(Label.self, from: Data(line.utf8))
            guard label.file.hasSuffix(".pdf"), label.scanned != true else { continue }
            count += 1
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: label.file)))
            let text = try PDFExtractor().extract(bytes, as: .pdf, settings: ExtractionSettings())
            let squeezed = Self.squeezed(text.pages.map(\.text).joined(separator: "\n"))
            for wanted in (label.signatories ?? []) + [label.subject].compactMap({ $0 }) {
                #expect(squeezed.contains(Self.squeezed(wanted)), "\(wanted) is missing from \(label.file)")
            }
        }
        #expect(count > 20)
    }
}
