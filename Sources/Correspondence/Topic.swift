/// An entry of the controlled vocabulary: a file `Pipeline/topics/<id>.yaml`, written by people.
///
/// A letter is given the topic when its points reach `pointsNeeded`. Points come from mentions: the weight of
/// what is mentioned times the weight of the zone where it stands (see `Tagging`).
public struct Topic: Sendable, Hashable, Codable {
    /// The file's name without `.yaml`: `maternal-health`.
    public var id: String
    /// For people: `Maternal health`.
    public var label: String
    /// What the topic covers and what it does not.
    public var scopeNote: String?
    /// Ids of wider, narrower and neighbouring topics.
    public var broader: [String] = []
    public var narrower: [String] = []
    public var related: [String] = []
    /// The same concept in MeSH, where somebody confirmed it.
    public var exactMatch: [MeSHConcept] = []
    /// Topics that are not active are kept and checked, but tag nothing.
    public var isActive = true
    /// Default 6: what one term of the usual weight in the title gives.
    public var pointsNeeded = 6.0
    public var terms: [Term] = []
    /// Words that speak for the topic but never decide alone: together they give at most half of `pointsNeeded`.
    public var hints: [Term] = []
    /// Named programmes, initiatives, networks, task forces.
    public var programs: [Term] = []
    public var companions: [Companions] = []
    public var bills: [Bill] = []
    /// Dockets, file codes, notices … that settle the matter, in canonical form: `NOT-TR-21-030`.
    public var identifiers: [Term] = []
    public var negatives: [Negative] = []
    public var zones = ZoneWeights()
    public var examples = Examples()

    public init(id: String, label: String) {
        self.id = id
        self.label = label
    }
}

extension Topic {
    /// A concept of the National Library of Medicine's Medical Subject Headings.
    public struct MeSHConcept: Sendable, Hashable, Codable {
        /// `D011247`.
        public var id: String
        public var label: String

        public init(id: String, label: String) {
            self.id = id
            self.label = label
        }
    }

    /// One idea, in all the ways that it is written.
    public struct Term: Sendable, Hashable, Codable {
        /// The usual form. All in capitals (`CTSA`): matches only in capitals.
        public var text: String
        public var variants: [String]
        /// 0 to 10; 3 is usual for terms, 1 for hints.
        public var weight: Double
        /// The term counts only in a letter that has one of these too.
        public var needs: [String]

        public init(
            _ text: String, variants: [String] = [], weight: Double = 3, needs: [String] = []
        ) {
            self.text = text
            self.variants = variants
            self.weight = weight
            self.needs = needs
        }
    }

    /// Ideas that make the topic only when they stand together.
    public struct Companions: Sendable, Hashable, Codable {
        public enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
            case sentence, paragraph, section
        }

        public var name: String
        public var within: Scope
        public var weight: Double
        /// One phrase at least of each group must be there; each mention from the last group counts.
        public var groups: [[String]]

        public init(_ name: String, within: Scope, weight: Double = 3, groups: [[String]]) {
            self.name = name
            self.within = within
            self.weight = weight
            self.groups = groups
        }
    }

    /// A bill that belongs to the topic. Titles alone can be shared by several bills; numbers need a Congress.
    public struct Bill: Sendable, Hashable, Codable {
        /// Printed titles, in full and short; empty where only the number tells.
        public var titles: [String]
        /// `hr4995-116`.
        public var ids: [String]
        public var weight: Double

        public init(titles: [String], ids: [String], weight: Double = 3) {
            self.titles = titles
            self.ids = ids
            self.weight = weight
        }
    }

    /// A context in which a mention does not count.
    public struct Negative: Sendable, Hashable, Codable {
        public enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
            /// Cancels what overlaps the phrase itself.
            case phrase
            case sentence, paragraph
            /// Cancels in the whole letter.
            case letter
        }

        public var phrases: [String]
        public var within: Scope
        /// Why: shown where it cancels something.
        public var reason: String?

        public init(phrases: [String], within: Scope = .phrase, reason: String? = nil) {
            self.phrases = phrases
            self.within = within
            self.reason = reason
        }
    }

    /// Texts that people have decided on; checked by `letterbook topics check`.
    public struct Examples: Sendable, Hashable, Codable {
        public var match: [String] = []
        public var noMatch: [String] = []

        public init() {}
    }
}
