/// Where a value comes from: a page, a span on it, the words that stand there, the rule that read them.
///
/// `start` and `end` are Unicode scalar offsets into that page's `text` or `margin`, and `quote` is exactly
/// that slice. A value from HTML or PDF metadata has `place == .field`, no offsets, and `rule` names the field.
public struct Evidence: Sendable, Hashable, Codable {
    /// Which of a page's texts the span lies in.
    public enum Place: String, Sendable, Hashable, Codable {
        case text, margin, field
    }

    public enum Confidence: String, Sendable, Hashable, Codable, CaseIterable {
        case low, medium, high
    }

    /// The page, from 1. Absent for a value from the document's metadata.
    public var page: Int?
    public var place: Place
    public var start: Int?
    public var end: Int?
    public var quote: String
    /// Dotted: the finder, then the rule in it (`date.letterhead`).
    public var rule: String
    public var confidence: Confidence

    public init(
        page: Int? = nil, place: Place, start: Int? = nil, end: Int? = nil, quote: String, rule: String,
        confidence: Confidence
    ) {
        self.page = page
        self.place = place
        self.start = start
        self.end = end
        self.quote = quote
        self.rule = rule
        self.confidence = confidence
    }

    enum CodingKeys: String, CodingKey {
        case page
        case place = "in"
        case start, end, quote, rule, confidence
    }
}

extension Evidence.Confidence: Comparable {
    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }
}

/// A value and what it rests on.
public struct Evidenced<Value: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    public var value: Value
    public var evidence: Evidence

    public init(_ value: Value, _ evidence: Evidence) {
        self.value = value
        self.evidence = evidence
    }
}
