import Correspondence

/// A letter as it stands on a timeline.
public struct TimelineLetter: Sendable, Hashable, Codable {
    /// From 1, in the timeline's order: what citations on the page show.
    public var number: Int
    public var id: String
    /// The record's file, relative to the archive: `letters/ab/abcdef0123456789.json`.
    public var record: String
    public var kind: LetterKind
    /// Absent: the letter is counted and listed, never placed.
    public var date: EDTFDate?
    public var dateConfidence: Evidence.Confidence?
    public var title: String
    public var from: String?
    /// The addressees by agency, else by organization, else by name.
    public var to: [String]
    /// Ids of the agencies addressed.
    public var agencies: [String]
    public var topics: [String]
    public var lanes: [String]
    /// Dockets, file codes, RINs and bills that it names.
    public var identifiers: [String]
    /// What it responds to.
    public var answers: [String]
    /// Ids of events on this timeline that it responds to.
    public var answersEvents: [String]
    /// Ids of letters on this timeline that it replies to.
    public var answersLetters: [String]
    /// Ids of events on this timeline that settled afterwards what it is about: final rules, votes, laws.
    public var followedBy: [String]
    /// Organisations that sign, for joint letters.
    public var signOn: Int?
    /// Days from the letter's date to the end of the comment period that it answers; negative when late.
    public var daysToDeadline: Int?

    var isUntitled: Bool { title == Self.untitled(kind) }

    static func untitled(_ kind: LetterKind) -> String { "Untitled \(kind.rawValue)" }

    /// Where a record lies in the archive.
    static func recordPath(of id: String) -> String { "letters/\(id.prefix(2))/\(id).json" }
}

/// A dated policy event that letters tell of.
public struct TimelineEvent: Sendable, Hashable, Codable {
    /// Unique on its timeline, made of kind and date: `commentCloses-2020-06-01`.
    public var id: String
    public var kind: PolicyEvent.Kind
    public var date: EDTFDate
    /// Where a comment period is told with its opening: its first day.
    public var opens: EDTFDate?
    /// The words of the first witness.
    public var text: String
    /// Identifiers that the event is about.
    public var about: [String]
    public var lanes: [String]
    /// Letters that tell of it, in the order of `letters`; none where only a person put it on record.
    public var witnesses: [Witness]
    /// Where a person put it on record: what can be read there, and in which file it stands.
    public var record: Record?
    /// Other dates that letters give for what seems to be the same event.
    public var otherDates: [OtherDate]

    public struct Witness: Sendable, Hashable, Codable {
        /// The letter's id.
        public var record: String
        public var page: Int?
        public var quote: String
    }

    public struct Record: Sendable, Hashable, Codable {
        /// An address of the web or a citation.
        public var source: String
        /// `Pipeline/events/rules.yaml`.
        public var file: String
    }

    public struct OtherDate: Sendable, Hashable, Codable {
        public var date: EDTFDate
        public var event: String
    }
}

/// Something that letters urge, whoever words it how.
public struct AskGroup: Sendable, Hashable, Codable {
    /// The sentence of one of the letters.
    public var text: String
    /// The words in it that name what is wanted, where they could be told from the rest.
    public var object: String?
    public var direction: Ask.Direction
    /// The letter that is quoted.
    public var quoted: String
    /// Ids of letters that ask for it or support it.
    public var asking: [String]
    /// Ids of letters that oppose it.
    public var opposing: [String]
    public var about: String?
    /// Senders, each once, in the order of their letters.
    public var senders: [String]
    /// Days of the first and the last letter, where dated.
    public var first: String?
    public var last: String?
    /// What became of it, where a later record says so; in order of date.
    public var outcomes: [AskOutcome]

    /// Letters for and against.
    public var count: Int { asking.count + opposing.count }
}

/// What a later record says became of an ask, with the words on both sides.
public struct AskOutcome: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable {
        /// A later letter says that it was done.
        case granted
        /// A later letter says that it was not done, or declines it.
        case refused
        /// The bill that it is about was passed or signed afterwards.
        case followed
    }

    public var kind: Kind
    public var asked: TimelineEvent.Witness
    public var told: TimelineEvent.Witness
    /// Where an event tells it: its id.
    public var event: String?
    /// The first day of the record that tells it, or of the event.
    public var date: String?
}

/// Letters that stand behind what another sender wrote.
public struct Endorsement: Sendable, Hashable, Codable {
    public var sender: String
    /// Ids of what that sender wrote on the same matter about the same time, where the timeline has it.
    public var of: [String]
    /// The letters that say so, with their words.
    public var letters: [TimelineEvent.Witness]
}
