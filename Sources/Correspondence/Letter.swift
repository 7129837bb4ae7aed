/// One item of correspondence, whatever its kind: the record of the archive.
///
/// Its JSON is the contract with everything downstream, published as `archive/schema/letter.schema.json`.
/// A value nobody could establish is absent; lists are always there, empty where nothing was found.
public struct Letter: Sendable, Hashable, Codable {
    /// Raised with the first change that an earlier schema would refuse; each raise has a `RecordMigration`.
    public static let schemaVersion = 2

    public var schemaVersion = Letter.schemaVersion
    /// First 16 hexadecimal digits of the original's SHA-256; later letters of one file append `-2`, `-3` …
    public var id: String
    public var kind: LetterKind
    public var kindEvidence: Evidence?
    /// What a list shows: the subject, else the document's title, else the first heading.
    public var title: String?
    public var date: Evidenced<EDTFDate>?
    public var dates: [DateCandidate]
    public var sender: Sender?
    public var signatories: [Signatory]
    public var addressees: [Addressee]
    public var copied: [Addressee]
    public var signOn: SignOn?
    public var agencies: [AgencyReference]
    public var subject: Evidenced<String>?
    public var submission: Submission?
    public var identifiers: [Identifier]
    public var topics: [Tag]
    public var asks: [Ask]
    public var answers: [Answer]
    public var events: [PolicyEvent]
    public var quality: TextQuality
    public var language: String?
    public var pages: [Page]
    public var original: Original
    public var document: DocumentMetadata
    public var custody: [Custody]
    /// Kept in `archive/relations.jsonl`; joined in by `show`, `export` and the API.
    public var relations: [Relation]?
    public var withdrawn: Withdrawal?
    /// Paths of values that a person had removed: `addressees.0.address`.
    public var withheld: [String]?
    public var findings: [Finding]
    public var provenance: Provenance

    public init(
        id: String, text: ExtractedText, description: Description, topics: [Tag], original: Original,
        custody: [Custody], provenance: Provenance
    ) {
        self.id = id
        self.kind = description.kind.value
        self.kindEvidence = description.kind.evidence
        self.title = description.title
        self.date = description.date
        self.dates = description.dates
        self.sender = description.sender
        self.signatories = description.signatories
        self.addressees = description.addressees
        self.copied = description.copied
        self.signOn = description.signOn
        self.agencies = description.agencies
        self.subject = description.subject
        self.submission = description.submission
        self.identifiers = description.identifiers
        self.topics = topics
        self.asks = description.asks
        self.answers = description.answers
        self.events = description.events
        self.quality = text.quality
        self.language = text.language
        self.pages = text.pages
        self.original = original
        self.document = text.document
        self.custody = custody
        self.findings = text.findings + description.findings
        self.provenance = provenance
    }
}
