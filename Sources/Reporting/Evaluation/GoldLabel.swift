import Foundation

/// What a careful reader says of a document: one line of a gold file.
public struct GoldLabel: Sendable, Hashable, Decodable {
    /// Relative to the folder of the gold file.
    public var file: String
    public var kind: String
    /// The document's own date, EDTF; nil where its text has none.
    public var date: String?
    /// The date that the page around the document gives; a record that shows it invents nothing.
    public var metadataDate: String?
    public var sender: String?
    public var signatories: [String]
    public var recipients: [String]
    /// Short names of the bodies addressed.
    public var agencies: [String]
    public var subject: String?
    public var identifiers: [String]
    /// False where the list of identifiers is known to be short: then their precision is not scored.
    public var hasAllIdentifiers: Bool
    /// Whether the text can only be had by OCR; scored apart.
    public var isScanned: Bool
    public var topics: [String]
    /// Topics that may be given or not.
    public var borderlineTopics: [String]
    /// Topics beyond those in `topics`, where the reader gave them all.
    public var allTopics: [String]?

    enum CodingKeys: String, CodingKey {
        case file, kind, date, signatories, recipients, agencies, subject, identifiers, topics
        case metadataDate = "meta_date"
        case sender = "sender_org"
        case hasAllIdentifiers = "identifiers_complete"
        case isScanned = "scanned"
        case borderlineTopics = "topics_borderline"
        case allTopics = "all_topics"
    }

    public init(from decoder: any Decoder) throws {
        let line = try decoder.container(keyedBy: CodingKeys.self)
        file = try line.decode(String.self, forKey: .file)
        kind = try line.decode(String.self, forKey: .kind)
        date = try line.decodeIfPresent(String.self, forKey: .date)
        metadataDate = try line.decodeIfPresent(String.self, forKey: .metadataDate)
        sender = try line.decodeIfPresent(String.self, forKey: .sender)
        signatories = try line.decodeIfPresent([String].self, forKey: .signatories) ?? []
        recipients = try line.decodeIfPresent([String].self, forKey: .recipients) ?? []
        agencies = try line.decodeIfPresent([String].self, forKey: .agencies) ?? []
        subject = try line.decodeIfPresent(String.self, forKey: .subject)
        identifiers = try line.decodeIfPresent([String].self, forKey: .identifiers) ?? []
        hasAllIdentifiers = try line.decodeIfPresent(Bool.self, forKey: .hasAllIdentifiers) ?? true
        isScanned = try line.decodeIfPresent(Bool.self, forKey: .isScanned) ?? false
        topics = try line.decodeIfPresent([String].self, forKey: .topics) ?? []
        borderlineTopics = try line.decodeIfPresent([String].self, forKey: .borderlineTopics) ?? []
        allTopics = try line.decodeIfPresent([String].self, forKey: .allTopics)
    }

    /// Reads a gold file: JSON Lines, one label a line; empty lines mean nothing.
    public static func read(_ lines: String) throws(GoldLabelError) -> [GoldLabel] {
        var labels: [GoldLabel] = []
        for (place, line) in lines.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            do {
                labels.append(try JSONDecoder().decode(GoldLabel.self, from: Data(line.utf8)))
            } catch {
                throw GoldLabelError(line: place + 1, reason: "\(error)")
            }
        }
        return labels
    }
}

/// A line of a gold file that is no label.
public struct GoldLabelError: Error, Sendable, Hashable, CustomStringConvertible {
    /// From 1.
    public var line: Int
    public var reason: String

    public var description: String {
        "line \(line) is not a gold label: \(reason); expected a JSON object with at least file and kind"
    }
}
