/// How a letter stands to another one of the archive.
public struct Relation: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable {
        case duplicate, nearDuplicate, campaign, replyTo, attachmentOf, rendition, supersedes
    }

    public var kind: Kind
    /// The other letter's id; the campaign's for `campaign`.
    public var id: String
    public var score: Double?

    public init(kind: Kind, id: String, score: Double? = nil) {
        self.kind = kind
        self.id = id
        self.score = score
    }

    enum CodingKeys: String, CodingKey {
        case kind = "type"
        case id, score
    }
}
