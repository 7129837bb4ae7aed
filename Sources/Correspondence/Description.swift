/// What Describing finds in a letter.
public struct Description: Sendable, Hashable, Codable {
    public var kind: Evidenced<LetterKind>
    public var title: String?
    public var date: Evidenced<EDTFDate>?
    public var dates: [DateCandidate] = []
    public var sender: Sender?
    public var signatories: [Signatory] = []
    public var addressees: [Addressee] = []
    public var copied: [Addressee] = []
    public var signOn: SignOn?
    public var agencies: [AgencyReference] = []
    public var subject: Evidenced<String>?
    public var submission: Submission?
    public var identifiers: [Identifier] = []
    public var asks: [Ask] = []
    public var answers: [Answer] = []
    public var events: [PolicyEvent] = []
    public var findings: [Finding] = []

    public init(kind: Evidenced<LetterKind>) { self.kind = kind }
}
