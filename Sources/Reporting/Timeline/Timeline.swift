import Correspondence

/// What was said, to whom, in answer to what, over time: everything that a timeline in any format shows.
///
/// A plain value made from letters and a question alone, so that the same archive gives the same bytes.
/// Its JSON is `timeline.json`: keys as named here, dates in EDTF, texts free of control characters.
public struct Timeline: Sendable, Hashable, Codable {
    public static let schemaVersion = 1

    public var schemaVersion = Timeline.schemaVersion
    public var title: String
    /// From the first letter's date to the last one's; absent where no letter is dated.
    public var period: Span?
    /// What the time axis shows: the period, with nearby events, without far outliers.
    public var frame: Span?
    public var counts: Counts
    /// Each sentence is a template over counted facts, or a quote, and cites its records.
    public var summary: [Sentence]
    /// Every month of the frame, in order, empty months included.
    public var months: [MonthCount]
    public var lanesBy: TimelineQuestion.Lanes
    /// Fullest first; letters that belong nowhere last.
    public var lanes: [Lane]
    /// Topic ids of the letters, with the topics' names.
    public var topicNames: [String: String]
    /// How many letters fall on a month in a lane: what is drawn where there are too many letters to list.
    public var cells: [Cell]
    /// Dated letters in time order, then undated ones; empty where there are more than the question allows.
    public var letters: [TimelineLetter]
    /// In time order; dates without a year last.
    public var events: [TimelineEvent]
    /// Asked by most letters first.
    public var asks: [AskGroup]
    /// Who stands behind whose letters; backed by most first.
    public var endorsements: [Endorsement]
    public var colophon: Colophon
    /// Only where the timeline was compared with another.
    public var comparison: TimelineComparison?
}

extension Timeline {
    /// Two days, both included, as `2020-05-31`.
    public struct Span: Sendable, Hashable, Codable {
        public var from: String
        public var to: String
    }

    public struct Counts: Sendable, Hashable, Codable {
        /// Letters on the timeline, undated ones included.
        public var letters = 0
        public var undated = 0
        public var events = 0
        public var senders = 0
        public var agencies = 0
        /// Dockets and file codes.
        public var dockets = 0
        public var bills = 0
        /// Web pages and other items that are no correspondence.
        public var leftOut = 0
        /// Collected events of the period that no letter here refers to, and that are therefore not shown.
        public var unrelatedEvents = 0
    }

    public struct Sentence: Sendable, Hashable, Codable {
        /// Which template made it: `size`, `asks`, `next`…
        public var kind: String
        public var text: String
        /// Ids of the records that it rests on, in the order of `letters`.
        public var records: [String]
    }

    public struct MonthCount: Sendable, Hashable, Codable {
        /// `2020-05`.
        public var month: String
        public var letters: Int
        public var events: Int
    }

    public struct Lane: Sendable, Hashable, Codable {
        /// A topic's or an agency's id, a sender's name, an identifier; `others` and `none` for the rests.
        public var id: String
        public var name: String
        public var letters: Int
        public var events: Int
    }

    public struct Cell: Sendable, Hashable, Codable {
        public var lane: String
        public var month: String
        public var letters: Int
    }

    /// What a citation of this timeline needs.
    public struct Colophon: Sendable, Hashable, Codable {
        /// The question in words.
        public var query: String
        /// The newest letter's date, unless the question names another day.
        public var asOf: String?
        /// Fingerprint of the archive's manifest.
        public var archive: String?
        /// `letterbook 0.1.0`.
        public var program: String
        public var dateStyle: DateStyle
    }
}
