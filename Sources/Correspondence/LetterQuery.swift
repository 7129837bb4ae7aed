/// A question to the archive: which letters, in what order, which part of the list.
public struct LetterQuery: Sendable, Hashable {
    public enum Sort: String, Sendable, Hashable, Codable, CaseIterable {
        /// Newest first; undated letters last.
        case date
        /// Best match first; by date where there are no words to match.
        case relevance
        /// By sender's name, newest first within it.
        case sender
    }

    /// Nil asks for every letter.
    public var condition: QueryCondition?
    public var sort: Sort
    /// Nil for all.
    public var limit: Int?
    public var offset: Int
    /// Where the page before ended: `QueryResult.cursor`. Unlike an offset it holds while letters come and go.
    public var cursor: String?

    public init(
        _ condition: QueryCondition? = nil, sort: Sort = .date, limit: Int? = nil, offset: Int = 0,
        cursor: String? = nil
    ) {
        self.condition = condition
        self.sort = sort
        self.limit = limit
        self.offset = offset
        self.cursor = cursor
    }
}

/// What must be true of a letter. The query language, the flags and the web form all come down to this.
public indirect enum QueryCondition: Sendable, Hashable {
    case text(TextTerm)
    /// The agency or any below it, whatever its role in the letter.
    case agency(String)
    /// A topic's id.
    case topic(String)
    /// Consecutive words of the sender's name, or its initials.
    case sender(String)
    /// Consecutive words of the name, organisation or agency of someone written to or copied.
    case addressee(String)
    /// Consecutive words of the name, title or organisation of someone who signs.
    case signatory(String)
    case kind(LetterKind)
    /// Whatever dashes, spaces and case were typed; of one kind, or of any. What a letter answers under two names is
    /// found under both.
    case identifier(String, Identifier.Kind?)
    /// The letter's date may lie between these days, both included; nil leaves a side open.
    case date(from: EDTFDate?, to: EDTFDate?)
    case has(Feature)
    case quality(TextQuality.Verdict)
    case campaign(String)
    /// The letters whose ids begin so.
    case letter(String)
    case all([QueryCondition])
    case any([QueryCondition])
    case not(QueryCondition)

    /// What a letter may have or lack.
    public enum Feature: String, Sendable, Hashable, Codable, CaseIterable {
        case date, sender, signatory, addressee, topic, ask, event, identifier, answer, signOn, finding
        case withdrawn, relation
    }
}

/// Words to find in a letter's title, subject, asks and text, stemmed and without regard to case and accents.
public enum TextTerm: Sendable, Hashable {
    case word(String)
    /// These words in this order, next to each other.
    case phrase(String)
    /// Any word that begins so.
    case prefix(String)
    /// These words or phrases with at most so many words between them.
    case near([String], within: Int)
}

extension QueryCondition {
    /// All of the given conditions, without needless nesting; nil where there are none.
    public static func all(of conditions: [QueryCondition?]) -> QueryCondition? {
        let given = conditions.compactMap { $0 }
        return given.count > 1 ? .all(given) : given.first
    }
}
