import Correspondence
import Reporting
import Testing

/// Letters with just the values that a test speaks of.
enum LetterMaking {
    static let evidence = Evidence(
        page: 1, place: .text, start: 0, end: 1, quote: "x", rule: "test", confidence: .high)

    static func letter(
        kind: LetterKind = .letter, topics: [String] = [], _ change: (inout Description) -> Void = { _ in }
    ) -> Letter {
        var description = Description(kind: Evidenced(kind, evidence))
        change(&description)
        let text = ExtractedText(
            mediaType: .plain, pages: [], layouts: [], document: DocumentMetadata(),
            quality: TextQuality(text: .good))
        return Letter(
            id: "0123456789abcdef", text: text, description: description,
            topics: topics.map { Tag(id: $0, score: 1, evidence: []) },
            original: Original(sha256: "0123", bytes: 1, mediaType: .plain, paths: ["a.txt"]), custody: [],
            provenance: Provenance(program: "test", extract: "", describe: "", tag: ""))
    }

    static func label(_ fields: String) throws -> GoldLabel {
        try #require(GoldLabel.read(#"{"file": "a.txt", \#(fields)}"#).first)
    }
}
