import Correspondence
import Foundation
import Testing

@testable import Extracting

/// What the labels of the real letters promise of their web pages, wherever those letters are present.
@Suite("Real letters in HTML")
struct HTMLRealLettersTests {
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
        var date: String?
    }

    private static func squeezed(_ text: String) -> String {
        let plain = text.precomposedStringWithCompatibilityMapping.lowercased()
        return String(
            String.UnicodeScalarView(
                plain.unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "/"
                }))
    }

    /// The ways in which an American letter prints a day.
    private static func printed(_ day: String) -> [String] {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return [] }
        let (year, month, date) = (parts[0], parts[1], parts[2])
        return [
            "\(months[month - 1])\(date)\(year)", "\(date)\(months[month - 1])\(year)",
            "\(month)/\(date)/\(year)",
            "\(month)/\(date)/\(year % 100)",
        ]
    }

    @Test(
        "every subject, signatory and printed date of a web page stands in its text",
        .enabled(if: folder != nil, "the real letters are not here"))
    func labels() throws {
        let folder = try #require(Self.folder)
        let lines = try String(contentsOf: folder.appending(path: "letters-gold.jsonl"), encoding: .utf8)
            .split(separator: "\n")
        var count = 0
        for line in lines {
            let label = try JSONDecoder().decode(Label.self, from: Data(line.utf8))
            guard label.file.hasSuffix(".html") || label.file.hasSuffix(".htm") else { continue }
            count += 1
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: label.file)))
            let page = try HTMLExtractor().extract(bytes, as: .html, settings: ExtractionSettings()).pages[0]
            let text = Self.squeezed(page.text)
            for wanted in (label.signatories ?? []) + [label.subject].compactMap({ $0 }) {
                #expect(text.contains(Self.squeezed(wanted)), "\(wanted) is missing from \(label.file)")
            }
            if let day = label.date, day.count == 10 {
                let isPrinted = Self.printed(day).contains { text.contains(Self.squeezed($0)) }
                #expect(isPrinted, "\(day) is missing from \(label.file)")
            }
        }
        #expect(count > 20)
    }
}
