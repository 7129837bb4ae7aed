/// What people decided about one letter: `Pipeline/corrections/<id>.yaml`. It wins over every rule.
public struct Correction: Sendable, Hashable, Codable {
    /// The letter's id: the file's name.
    public var id: String
    public var values: [ValueCorrection]
    public var topics: [TopicDecision]
    public var withheld: [Withholding]

    public init(
        id: String, values: [ValueCorrection] = [], topics: [TopicDecision] = [],
        withheld: [Withholding] = []
    ) {
        self.id = id
        self.values = values
        self.topics = topics
        self.withheld = withheld
    }
}

/// Who decided, when, and why.
public struct Decision: Sendable, Hashable, Codable {
    public var who: String
    /// ISO 8601 day.
    public var when: String
    public var why: String?

    public init(who: String, when: String, why: String? = nil) {
        self.who = who
        self.when = when
        self.why = why
    }

    /// As evidence: nothing on a page decided, a person did.
    public var evidence: Evidence {
        Evidence(
            place: .field, quote: "\(who), \(when)" + (why.map { ": \($0)" } ?? ""), rule: "correction",
            confidence: .high)
    }
}

/// A value that a person put in the place of another.
public struct ValueCorrection: Sendable, Hashable, Codable {
    public var field: FieldPath
    /// What the rules said; nil where they found nothing.
    public var old: String?
    /// What is so; nil where there is no such value in the letter.
    public var new: String?
    public var decision: Decision

    public init(field: FieldPath, old: String? = nil, new: String? = nil, decision: Decision) {
        self.field = field
        self.old = old
        self.new = new
        self.decision = decision
    }
}

/// A person's yes or no to a topic.
public struct TopicDecision: Sendable, Hashable, Codable {
    public var topic: String
    /// Whether the letter has the topic.
    public var isTagged: Bool
    public var decision: Decision

    public init(topic: String, isTagged: Bool, decision: Decision) {
        self.topic = topic
        self.isTagged = isTagged
        self.decision = decision
    }
}

/// Words that a person had removed. The words themselves are not kept, only what recognises them.
public struct Withholding: Sendable, Hashable, Codable {
    /// A line of what was removed: how many words, and the SHA-256 of letter and words.
    public struct Words: Sendable, Hashable, Codable {
        public var count: Int
        /// Lower-case hexadecimal.
        public var sha256: String

        public init(count: Int, sha256: String) {
            self.count = count
            self.sha256 = sha256
        }
    }

    /// Nil where only the text held the words.
    public var field: FieldPath?
    public var words: [Words]
    public var decision: Decision

    public init(field: FieldPath?, words: [Words], decision: Decision) {
        self.field = field
        self.words = words
        self.decision = decision
    }

    /// As the record's `withheld` lists it.
    public var path: String { field?.description ?? "pages" }
}
