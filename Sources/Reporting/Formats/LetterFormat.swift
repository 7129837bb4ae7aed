import Correspondence

/// A way to write letters down, one after the other, however many they are.
///
/// To add one: a file `Formats/<Name>Report.swift` with its values, a line in `all`, a golden file.
public struct LetterFormat: Sendable {
    /// What `--format` names it: `csv`.
    public let id: String
    /// For help and errors: `CSV for spreadsheets (RFC 4180)`.
    public let summary: String
    /// Whether it has a place for the query, the count and the program's version. Where it has none, they are said
    /// beside it: `about`.
    public let hasHeader: Bool
    let begin: @Sendable (LetterListFacts) throws -> String
    /// The item, and whether it is the first.
    let item: @Sendable (LetterItem, LetterListFacts, Bool) throws -> String
    let end: @Sendable (LetterListFacts) throws -> String

    init(
        id: String, summary: String, hasHeader: Bool = true,
        begin: @escaping @Sendable (LetterListFacts) throws -> String = { _ in "" },
        item: @escaping @Sendable (LetterItem, LetterListFacts, Bool) throws -> String,
        end: @escaping @Sendable (LetterListFacts) throws -> String = { _ in "" }
    ) {
        self.id = id
        self.summary = summary
        self.hasHeader = hasHeader
        self.begin = begin
        self.item = item
        self.end = end
    }

    public static let all: [LetterFormat] = [
        .jsonLines, .json, .csv, .markdown, .ris, .cslJSON, .bibTeX, .dublinCoreJSON, .dublinCoreXML,
        .schemaOrg,
    ]

    /// The format of that name, whatever the case; nil where there is none.
    public static func named(_ id: String) -> LetterFormat? {
        let wanted = id.lowercased() == "md" ? "markdown" : id.lowercased()
        return all.first { $0.id == wanted }
    }

    /// Writes all letters, one in memory at a time.
    ///
    /// - Parameters:
    ///   - next: Gives the letters; nil after the last.
    ///   - write: Takes the text piece by piece.
    public func write(
        _ facts: LetterListFacts, next: () throws -> LetterItem?, to write: (String) throws -> Void
    ) throws {
        try write(begin(facts))
        var isFirst = true
        while let item = try next() {
            try write(self.item(item, facts, isFirst))
            isFirst = false
        }
        try write(end(facts))
    }
}

/// A letter in a list.
public struct LetterItem: Sendable, Hashable {
    public var letter: Letter
    public var snippet: Snippet?
    /// Lists leave the text out; exports keep it.
    public var hasPages: Bool

    public init(_ letter: Letter, snippet: Snippet? = nil, hasPages: Bool) {
        self.letter = letter
        self.snippet = snippet
        self.hasPages = hasPages
    }
}

/// What a list says of itself, where its format has a place for it.
public struct LetterListFacts: Sendable {
    /// As the person asked: `agency:cms date:2020..`; empty for all letters.
    public var query: String
    /// Letters that match.
    public var total: Int
    /// `letterbook 0.1.0`.
    public var program: String
    /// For names instead of ids.
    public var agencies: AgencyRegistry
    /// Topic id to the topic's name for people.
    public var topicNames: [String: String]
    /// Where this part of the list ends: the next part is asked for with it. Nil where nothing follows.
    public var cursor: String?

    public init(
        query: String, total: Int, program: String, agencies: AgencyRegistry = AgencyRegistry([]),
        topicNames: [String: String] = [:]
    ) {
        self.query = query
        self.total = total
        self.program = program
        self.agencies = agencies
        self.topicNames = topicNames
    }

    /// `24 letters · agency:cms · letterbook 0.1.0`.
    public var line: String {
        [counted(total, "letter"), cleanText(query), program].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// What a list says of itself as one JSON document, for formats that have no place for it.
    public var about: String {
        get throws {
            let members = [
                "\"program\":\(try JSONText.line(program))", "\"query\":\(try JSONText.line(query))",
                "\"total\":\(total)",
            ]
            return "{\(members.joined(separator: ","))}"
        }
    }

    func agencyName(_ id: String) -> String { cleanText(agencies[id]?.name ?? id) }

    func topicName(_ id: String) -> String { cleanText(topicNames[id] ?? id) }
}
