/// A topic applied to a letter, with what decided it.
public struct Tag: Sendable, Hashable, Codable {
    public enum Decision: String, Sendable, Hashable, Codable {
        case rules, person
    }

    /// The topic's id: its file name under `Pipeline/topics/`.
    public var id: String
    /// 0 to 1.
    public var score: Double
    public var decidedBy: Decision
    public var evidence: [Evidence]

    public init(id: String, score: Double, decidedBy: Decision = .rules, evidence: [Evidence]) {
        self.id = id
        self.score = score
        self.decidedBy = decidedBy
        self.evidence = evidence
    }
}
