/// What a letter urges of its addressee.
public struct Ask: Sendable, Hashable, Codable {
    public enum Direction: String, Sendable, Hashable, Codable {
        case support, oppose, request, recommend
    }

    public var text: String
    public var direction: Direction
    public var object: String?
    /// An agency, a bill or a docket: `cms`, `hr4995-116`.
    public var about: String?
    public var evidence: Evidence

    public init(
        text: String, direction: Direction, object: String? = nil, about: String? = nil, evidence: Evidence
    ) {
        self.text = text
        self.direction = direction
        self.object = object
        self.about = about
        self.evidence = evidence
    }
}

/// The rule, notice, request, hearing or letter that a letter responds to.
public struct Answer: Sendable, Hashable, Codable {
    public var identifier: String
    public var confidence: Evidence.Confidence
    public var evidence: Evidence

    public init(identifier: String, confidence: Evidence.Confidence, evidence: Evidence) {
        self.identifier = identifier
        self.confidence = confidence
        self.evidence = evidence
    }
}

/// A dated policy event that a letter tells of.
public struct PolicyEvent: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case published, commentOpens, commentCloses, hearing, introduced, passed, signed, meeting, deadline
        case starts, other
    }

    public var date: EDTFDate
    public var kind: Kind
    public var text: String
    public var evidence: Evidence

    public init(date: EDTFDate, kind: Kind, text: String, evidence: Evidence) {
        self.date = date
        self.kind = kind
        self.text = text
        self.evidence = evidence
    }
}
