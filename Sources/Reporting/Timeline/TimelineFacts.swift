import Correspondence

/// All that a timeline needs of a record, without its pages: small, and a function of the record alone, so that it can
/// be kept beside the archive and made again only where a record changed.
public struct TimelineFacts: Sendable, Hashable, Codable {
    /// Raised whenever `init(_:)` makes something else of the same record.
    public static let version = 2

    public var id: String
    public var kind: LetterKind
    public var isWithdrawn: Bool
    public var date: EDTFDate?
    public var dateConfidence: Evidence.Confidence?
    /// The title, else the subject, else the document's own title.
    public var title: String?
    public var sender: String?
    /// Organisations that sign, for joint letters.
    public var signOn: Int?
    /// Ids of the agencies addressed.
    public var addressed: [String]
    /// Ids of the agencies that the letter names in any role.
    public var agencies: [String]
    /// The addressees by organization, else by name.
    public var addressees: [String]
    /// Topic ids.
    public var topics: [String]
    public var identifiers: [Named]
    /// What it responds to.
    public var answers: [String]
    public var asks: [Said]
    public var events: [Told]
    /// Deadlines and hearings among the letter's date candidates.
    public var dates: [Told]
    /// What it says became of something asked for.
    public var outcomes: [Outcome]

    /// An identifier and how it is printed.
    public struct Named: Sendable, Hashable, Codable {
        public var kind: Identifier.Kind
        public var value: String
        public var printed: String
    }

    /// An ask, with its page.
    public struct Said: Sendable, Hashable, Codable {
        public var text: String
        public var direction: Ask.Direction
        public var object: String?
        public var about: String?
        public var page: Int?
    }

    /// A sentence that says what became of something asked for.
    public struct Outcome: Sendable, Hashable, Codable {
        public enum Kind: String, Sendable, Hashable, Codable {
            case granted, refused
        }

        public var kind: Kind
        /// The whole sentence.
        public var text: String
        /// The words in it that name what was done or refused.
        public var object: String
        /// Whether the sentence itself says that it was asked for: `as we requested`.
        public var says: Bool
        public var page: Int
    }

    /// An event, with the words that tell its date.
    public struct Told: Sendable, Hashable, Codable {
        public var kind: PolicyEvent.Kind
        public var date: EDTFDate
        public var text: String
        public var page: Int?
        public var quote: String
    }
}

extension TimelineFacts {
    public init(_ letter: Letter) {
        id = letter.id
        kind = letter.kind
        isWithdrawn = letter.withdrawn != nil
        date = letter.date?.value
        dateConfidence = letter.date?.evidence.confidence
        title = letter.title ?? letter.subject?.value ?? letter.document.title
        sender = letter.sender?.organization
        signOn = letter.signOn?.count
        addressed = unique(letter.agencies.lazy.filter { $0.role == .addressee }.map(\.id))
        agencies = unique(letter.agencies.map(\.id))
        addressees = unique(letter.addressees.compactMap { $0.organization ?? $0.name })
        topics = unique(letter.topics.map(\.id))
        identifiers = unique(
            letter.identifiers.map { Named(kind: $0.kind, value: $0.value, printed: $0.printed) })
        answers = unique(letter.answers.map(\.identifier))
        asks = letter.asks.map {
            Said(
                text: $0.text, direction: $0.direction, object: $0.object, about: $0.about,
                page: $0.evidence.page)
        }
        events = letter.events.map { Told($0.kind, $0.date, $0.text, $0.evidence) }
        dates = letter.dates.compactMap { candidate in
            switch candidate.role {
            case .hearing: Told(.hearing, candidate.value, "", candidate.evidence)
            case .due: Told(.deadline, candidate.value, "", candidate.evidence)
            default: nil
            }
        }
        outcomes = letter.withdrawn == nil ? OutcomeStatements.find(in: letter.pages) : []
    }
}

extension TimelineFacts.Told {
    init(_ kind: PolicyEvent.Kind, _ date: EDTFDate, _ text: String, _ evidence: Evidence) {
        self.init(kind: kind, date: date, text: text, page: evidence.page, quote: evidence.quote)
    }
}

/// Each value once, where it first stands.
func unique<Value: Hashable>(_ values: some Sequence<Value>) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
}
