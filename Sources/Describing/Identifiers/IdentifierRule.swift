import Correspondence
import Scanning

/// How identifiers of one kind are found: a pattern, and a reader that makes the canonical value or refuses.
struct IdentifierRule: Sendable {
    var kind: Identifier.Kind
    /// Name in the evidence: `identifier.rin`.
    var name: String
    var pattern: Pattern
    /// What a match means; empty where it is none of the kind.
    var read: @Sendable (IdentifierCandidate) -> [IdentifierReading]

    init(
        _ kind: Identifier.Kind, _ name: String? = nil, _ pattern: Pattern,
        read: @escaping @Sendable (IdentifierCandidate) -> [IdentifierReading]
    ) {
        self.kind = kind
        self.name = "identifier.\(name ?? kind.rawValue)"
        self.pattern = pattern
        self.read = read
    }

    /// All rules, in the order in which they are tried.
    static let all: [IdentifierRule] =
        rulemaking + dockets + law + bills + notices + awards + cases + publications
}

/// What an identifier was read as.
struct IdentifierReading {
    var value: String
    /// Bytes of the text.
    var range: Range<Int>
    var confidence: Evidence.Confidence
    var kind: Identifier.Kind?
    /// Of a bill, where it is stated beside it.
    var congress: Int?

    init(
        _ value: String, at range: Range<Int>, _ confidence: Evidence.Confidence = .high,
        kind: Identifier.Kind? = nil, congress: Int? = nil
    ) {
        self.value = value
        self.range = range
        self.confidence = confidence
        self.kind = kind
        self.congress = congress
    }
}

/// A match of a rule's pattern, with what stands around it.
struct IdentifierCandidate {
    let text: IndexedText
    let match: PatternMatch
    /// The letter goes to a state's legislature or agency.
    let isToState: Bool

    var range: Range<Int> { match.range }

    /// A named group's text; empty where it took no part.
    subscript(group: String) -> String {
        match[group].map { text[$0] } ?? ""
    }

    /// Up to so many bytes before the match.
    func before(_ count: Int) -> String {
        text[max(0, range.lowerBound - count)..<range.lowerBound]
    }

    /// Up to so many bytes after the match.
    func after(_ count: Int) -> String {
        text[range.upperBound..<min(text.bytes.count, range.upperBound + count)]
    }

    /// A group with its dashes made hyphens and its white space dropped.
    func compact(_ group: String) -> String { Self.compact(self[group]) }

    static func compact(_ text: String) -> String {
        var compact = ""
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            compact.unicodeScalars.append(isDash(scalar) ? "-" : scalar)
        }
        return compact
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        (0x2010...0x2015).contains(scalar.value) || scalar.value == 0x2212
    }
}
