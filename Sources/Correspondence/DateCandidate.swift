/// A date that stands in a letter, with the part it plays. Roles are never merged.
public struct DateCandidate: Sendable, Hashable, Codable {
    public enum Role: String, Sendable, Hashable, Codable {
        case letter, posted, received, due, hearing, published, modified, other
    }

    public var role: Role
    public var value: EDTFDate
    public var evidence: Evidence

    public init(role: Role, value: EDTFDate, evidence: Evidence) {
        self.role = role
        self.value = value
        self.evidence = evidence
    }
}
