import Correspondence
import Extracting
import Foundation

/// Labelled web pages: a folder a set, with `gold.jsonl` and the pages under `pages/`.
enum WebPages {
    /// What the set says of a page.
    struct Label: Decodable {
        var id: String
        var with: [String]?
        var without: [String]?
        var text: String?
        var date: String?
        var pageType: String?

        private enum CodingKeys: String, CodingKey {
            case id, with, without, text, date
            case pageType = "page_type"
        }
    }

    static let folder = ProcessInfo.processInfo.environment["LETTERBOOK_PAGES"].map {
        URL(fileURLWithPath: $0)
    }

    /// The pages of a set with what was read from them.
    static func read(
        _ set: String, where isWanted: (Label) -> Bool = { _ in true }
    ) throws -> [(label: Label, text: String, day: String?)] {
        guard let folder = folder?.appendingPathComponent(set) else { return [] }
        let pages = folder.appendingPathComponent("pages")
        let names = try FileManager.default.contentsOfDirectory(atPath: pages.path).sorted()
        var files: [String: String] = [:]
        for name in names { files[String(name.prefix { $0 != "." })] = name }
        let lines = try GoldFolders.text("gold.jsonl", in: folder).split(separator: "\n")
        let labels = try lines.map { try JSONDecoder().decode(Label.self, from: Data($0.utf8)) }
        return try labels.filter(isWanted).map { label in
            guard let file = files[label.id] else { return (label, "", nil) }
            let bytes = [UInt8](try Data(contentsOf: pages.appendingPathComponent(file)))
            let text = try extract(bytes, as: .html)
            return (label, text.pages.map(\.text).joined(separator: "\n"), text.document.published)
        }
    }

    static func collapsed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// F1 of the words of two texts, however they are ordered.
    static func wordScore(of text: String, against label: String) -> Double {
        let (found, wanted) = (words(text), words(label))
        let common = found.reduce(0) { $0 + min($1.value, wanted[$1.key] ?? 0) }
        let all = found.values.reduce(0, +) + wanted.values.reduce(0, +)
        return all == 0 ? 1 : 2 * Double(common) / Double(all)
    }

    private static func words(_ text: String) -> [String: Int] {
        var counts: [String: Int] = [:]
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
            counts[String(word), default: 0] += 1
        }
        return counts
    }
}
