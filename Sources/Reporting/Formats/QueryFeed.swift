import Correspondence

/// What a saved query has told, as an Atom feed (RFC 4287), newest first.
public struct QueryFeed: Sendable {
    /// A letter as it was told.
    public struct Entry: Sendable {
        public var id: String
        public var title: String
        public var sender: String?
        public var summary: String
        /// ISO 8601, UTC: the night that told of it.
        public var updated: String

        public init(id: String, title: String, sender: String?, summary: String, updated: String) {
            self.id = id
            self.title = title
            self.sender = sender
            self.summary = summary
            self.updated = updated
        }
    }

    private let query: SavedQuery
    private let entries: [Entry]
    private let program: String

    public init(_ query: SavedQuery, entries: [Entry], program: String) {
        self.query = query
        self.entries = entries
        self.program = program
    }

    /// The feed's XML.
    public var text: String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <id>urn:letterbook:query:\(html(query.id))</id>
        <title>\(html(query.id)): \(Self.shown(query.query))</title>
        <subtitle>\(Self.shown(query.why))</subtitle>
        <updated>\(entries.first?.updated ?? "1970-01-01T00:00:00Z")</updated>
        <generator>\(html(program))</generator>
        <author><name>Letterbook</name></author>

        """ + entries.map(Self.text).joined() + "</feed>\n"
    }

    /// XML knows most control characters in no form at all.
    private static func shown(_ text: String) -> String { html(cleanText(text)) }

    private static func text(_ entry: Entry) -> String {
        """
        <entry>
        <id>urn:letterbook:letter:\(html(entry.id)):\(html(entry.updated))</id>
        <title>\(shown(entry.title))</title>
        <link rel="alternate" type="application/json" href="../archive/letters/\(entry.id.prefix(2))/\(entry.id).json"/>
        <updated>\(html(entry.updated))</updated>
        <author><name>\(shown(entry.sender ?? "unknown"))</name></author>
        <summary>\(shown(entry.summary))</summary>
        </entry>

        """
    }
}
