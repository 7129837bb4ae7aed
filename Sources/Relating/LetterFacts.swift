import Correspondence
import Scanning

/// What relating must know of a letter: about one kilobyte, kept from night to night so that old letters are
/// not read again.
public struct LetterFacts: Sendable, Hashable, Codable {
    public var id: String
    /// Hash of all words in order, hexadecimal: equal for texts that differ only in case, punctuation and layout.
    public var text: String
    public var words: Int
    /// Nil for very short texts.
    public var signature: Signature?
    /// First and last day that the letter's date can mean, `YYYY-MM-DD`.
    public var earliestDay: String?
    public var latestDay: String?
    /// The sending organisation, normalised.
    public var sender: String?
    /// Agency ids, else names, normalised and sorted.
    public var addressees: [String]
    public var mediaType: MediaType
    /// Under which names its writer goes: organisation, agency id, who signs; normalised and sorted.
    public var writers: [String] = []
    /// Under which names those go to whom it is written: agency ids, bodies, people; normalised and sorted.
    public var readers: [String] = []
    /// What it responds to: dockets, rules, and `letter 2020-03-31` for a letter of that day.
    public var answered: [String] = []

    /// The facts of a letter as it is archived.
    public init(_ letter: Letter) {
        self.init(
            id: letter.id, pages: letter.pages.map(\.text), date: letter.date?.value,
            sender: letter.sender?.organization,
            addressees: letter.addressees.compactMap { $0.agency ?? $0.organization ?? $0.name },
            mediaType: letter.original.mediaType)
        writers = Self.names(
            [letter.sender?.organization, letter.sender?.agency] + letter.signatories.map(\.name))
        readers = Self.names(letter.addressees.flatMap { [$0.agency, $0.organization, $0.name] })
        answered = Set(letter.answers.map(\.identifier)).sorted()
    }

    private static func names(_ names: [String?]) -> [String] {
        Set(names.compactMap { $0.map(normal) }.filter { !$0.isEmpty }).sorted()
    }

    public init(
        id: String, pages: [String], date: EDTFDate? = nil, sender: String? = nil, addressees: [String] = [],
        mediaType: MediaType = .pdf
    ) {
        let words = WordHash.words(of: pages)
        self.id = id
        self.text = String(WordHash.whole(words), radix: 16)
        self.words = words.count
        self.signature = Signature(words: words)
        self.earliestDay = date?.earliestDay
        self.latestDay = date?.latestDay
        self.sender = sender.map(Self.normal)
        self.addressees = Set(addressees.map(Self.normal)).sorted()
        self.mediaType = mediaType
    }

    private static func normal(_ name: String) -> String {
        String(decoding: NormalizedText(name).bytes, as: UTF8.self)
    }
}

/// How one letter stands to another, or to a campaign. A line of `archive/relations.jsonl`.
public struct LetterRelation: Sendable, Hashable, Codable {
    public var from: String
    public var kind: Relation.Kind
    /// The other letter's id; the campaign's for `campaign`.
    public var id: String
    /// The estimated share of three-word sequences in common, 0 to 1.
    public var score: Double

    public init(from: String, kind: Relation.Kind, id: String, score: Double) {
        self.from = from
        self.kind = kind
        self.id = id
        self.score = score
    }

    enum CodingKeys: String, CodingKey {
        case from
        case kind = "type"
        case id, score
    }
}
