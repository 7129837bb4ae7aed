/// What a query found: one part of the list, and how long the whole list is.
public struct QueryResult: Sendable, Hashable {
    public var hits: [QueryHit]
    /// Letters that match, before limit and offset.
    public var total: Int
    /// Letters in the archive.
    public var archived: Int
    /// Where this page ends, for `LetterQuery.cursor`; nil where nothing follows.
    public var cursor: String?
    /// Other names under which the query's identifiers were looked up.
    public var alsoKnownAs: [String] = []

    public init(hits: [QueryHit], total: Int, archived: Int) {
        self.hits = hits
        self.total = total
        self.archived = archived
    }
}

/// A letter that matches, with what a list shows of it.
public struct QueryHit: Sendable, Hashable, Codable {
    public var id: String
    /// The shortest prefix of the id that no other letter has; at least eight digits.
    public var shortID: String
    public var kind: LetterKind
    public var date: EDTFDate?
    public var title: String?
    public var sender: String?
    /// Agencies written to, by id; else the addressees' organisations or names.
    public var to: [String]
    public var topics: [String]
    /// ISO 8601 day since which the original is gone.
    public var withdrawn: String?
    /// Where the words stand; nil for a query without words.
    public var snippet: Snippet?

    public init(
        id: String, shortID: String, kind: LetterKind, date: EDTFDate? = nil, title: String? = nil,
        sender: String? = nil, to: [String] = [], topics: [String] = [], withdrawn: String? = nil,
        snippet: Snippet? = nil
    ) {
        self.id = id
        self.shortID = shortID
        self.kind = kind
        self.date = date
        self.title = title
        self.sender = sender
        self.to = to
        self.topics = topics
        self.withdrawn = withdrawn
        self.snippet = snippet
    }
}

/// A passage that shows why a letter matches.
public struct Snippet: Sendable, Hashable, Codable {
    /// One line; an ellipsis where it was cut.
    public var text: String
    /// The page that it stands on; absent for a title, a subject or an ask.
    public var page: Int?
    /// Words that match: pairs of Unicode scalar offsets into `text`, start and end.
    public var highlights: [[Int]]

    public init(text: String, page: Int? = nil, highlights: [[Int]] = []) {
        self.text = text
        self.page = page
        self.highlights = highlights
    }
}
