import Correspondence

/// How a letter's points for one topic come about, so that a person can add them up by hand.
///
/// - `points = front + min(running, runningLimit) + min(hints, hintLimit)`
/// - front: for each idea and each of title, heading, opening: weight × zone weight × mentions counted (one in
///   title or subject, whichever zone weighs more; one in the opening; up to three in headings);
/// - running: weight × zone weight × mentions ÷ thousands of words of running text (at least half a thousand);
/// - `score = points ÷ (points + pointsNeeded)`: a half where the points just suffice. The letter gets the
///   topic when `points ≥ pointsNeeded`.
public struct TopicAccount: Sendable, Hashable, Codable {
    /// One idea in one zone.
    public struct Entry: Sendable, Hashable, Codable {
        /// `topic.title-term`: zone and kind of what was mentioned.
        public var rule: String
        /// The term, bill, programme or rule of the definition.
        public var name: String
        public var zone: Topic.Zone
        public var weight: Double
        public var zoneWeight: Double
        /// All mentions; `counted` of them give points.
        public var mentions: Int
        public var counted: Int
        public var points: Double
        public var isHint: Bool
        /// The first quotes.
        public var evidence: [Evidence]
    }

    /// A mention that a negative took away.
    public struct Cancelled: Sendable, Hashable, Codable {
        public var name: String
        public var reason: String
        public var evidence: Evidence
    }

    public var topic: String
    public var pointsNeeded: Double
    public var points: Double
    public var score: Double
    public var bodyWords: Int
    public var runningLimit: Double
    public var hintLimit: Double
    /// Most points first.
    public var entries: [Entry]
    public var cancelled: [Cancelled]
    /// What a near miss wants: one sentence each.
    public var lacking: [String]

    public var isTagged: Bool { points >= pointsNeeded }
}
