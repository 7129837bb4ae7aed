import Correspondence

/// What a timeline is asked to show. Every filter that is set must be met; of several values in one, any.
public struct TimelineQuestion: Sendable, Hashable, Codable {
    /// What makes a lane.
    public enum Lanes: String, Sendable, Hashable, Codable, CaseIterable {
        case topic, agency, sender, docket
    }

    /// How much the summary says.
    public enum Length: String, Sendable, Hashable, Codable, CaseIterable {
        /// One sentence.
        case headline
        /// Three sentences.
        case short
        /// All that the letters bear out.
        case full
    }

    /// A question in the query language, by which the letters were chosen beforehand.
    public var query: String?
    /// Topic ids.
    public var topics: [String] = []
    /// Agency ids; each finds its children too.
    public var agencies: [String] = []
    /// Parts of senders' names or their initials, without regard to case.
    public var senders: [String] = []
    /// Dockets, bills and other identifiers, without regard to case and dashes.
    public var identifiers: [String] = []
    /// The first day that counts. Default: none.
    public var from: EDTFDate?
    /// The last day that counts, to the end of a month or year. Default: none.
    public var to: EDTFDate?
    /// Default: agencies where one topic is asked for, topics otherwise.
    public var lanes: Lanes?
    public var length: Length = .full
    /// Default: made from the filters.
    public var title: String?
    /// How dates are written for people. Default: `31 May 2020`.
    public var dateStyle: DateStyle = .dayFirst
    /// Letters beyond which only months and lanes are counted. Default: 6,000, about 3 MB of HTML.
    public var mostLetters = 6_000
    /// Lanes beyond which the rest share one. Default: 12, about a screenful.
    public var mostLanes = 12

    public init() {}

    var effectiveLanes: Lanes { lanes ?? (topics.count == 1 ? .agency : .topic) }
}

/// Names for ids, and what a citation needs: all that a timeline says beyond the letters.
public struct TimelineContext: Sendable {
    public var agencies: AgencyRegistry
    /// Topic id to the topic's name for people.
    public var topicNames: [String: String]
    /// `letterbook 0.1.0`.
    public var program: String
    /// Fingerprint of the archive's manifest.
    public var archive: String?
    /// Events that people put on record, `Pipeline/events/*.yaml`.
    public var events: [RecordedEvent]
    /// The letters that a letter replies to, by its id: the archive's relations of that kind.
    public var replies: [String: [String]]

    public init(
        agencies: AgencyRegistry = AgencyRegistry([]), topicNames: [String: String] = [:],
        program: String = "letterbook", archive: String? = nil, events: [RecordedEvent] = [],
        replies: [String: [String]] = [:]
    ) {
        self.agencies = agencies
        self.topicNames = topicNames
        self.program = program
        self.archive = archive
        self.events = events
        self.replies = replies
    }

    /// Of an archive's relations those that say which letters a letter replies to.
    public static func replies(in relations: [String: [Relation]]) -> [String: [String]] {
        relations.compactMapValues { relations in
            let earlier = relations.filter { $0.kind == .replyTo }.map(\.id)
            return earlier.isEmpty ? nil : earlier
        }
    }

    func agencyName(_ id: String) -> String {
        guard let agency = agencies[id] else { return id.uppercased() }
        return cleanText(agency.shortName ?? agency.name)
    }

    /// The topic's name, else its id made readable: `maternal-health` is `Maternal health`.
    func topicName(_ id: String) -> String {
        if let name = topicNames[id] { return cleanText(name) }
        let words = id.replacing("-", with: " ")
        return cleanText(words.prefix(1).uppercased() + words.dropFirst())
    }
}
