import Correspondence
import Foundation
import GRDB

extension LetterIndex {
    /// Reads a letter of the archive by its id; nil where it is not there. The index does not keep the texts.
    public typealias LetterSource = (String) throws -> Letter?

    /// The letters that a query asks for.
    ///
    /// - Parameters:
    ///   - vocabulary: What agencies and topics there are; an agency's children are found with it.
    ///   - letter: Where the passages are taken from that show why a letter matches; without it there are none.
    /// - Throws: `QueryError` for a name that is not known or a cursor of another query, `IndexError`, and what
    ///   reading a letter throws.
    public func search(
        _ query: LetterQuery, vocabulary: Vocabulary = Vocabulary(), reading letter: LetterSource? = nil
    ) throws -> QueryResult {
        try check(query.condition, vocabulary)
        var result = try ask { try Self.result(query, vocabulary, $0) }
        let terms = SnippetFinder.terms(query.condition)
        guard let letter, !terms.isEmpty, !result.hits.isEmpty else { return result }
        let finder = try SnippetFinder(terms: terms)
        for place in result.hits.indices {
            guard let letter = try letter(result.hits[place].id) else { continue }
            result.hits[place].snippet = try finder.snippet(letter)
        }
        return result
    }

    /// The ids of all letters that a query asks for, in its order: for exports, which read the archive.
    public func ids(
        _ query: LetterQuery, vocabulary: Vocabulary = Vocabulary(), weights: RankingWeights = .standard
    ) throws -> [String] {
        try check(query.condition, vocabulary)
        return try ask { db in
            let list = try HitList(query, vocabulary, weights: weights, db)
            let name = try db.cachedStatement(sql: "SELECT id FROM letter WHERE number = ?")
            return try list.numbers(db).numbers.compactMap { try String.fetchOne(name, arguments: [$0]) }
        }
    }

    private static func result(
        _ query: LetterQuery, _ vocabulary: Vocabulary, _ db: Database
    ) throws -> QueryResult {
        // One more than is wanted says whether anything follows.
        var wider = query
        wider.limit = query.limit.map { $0 + 1 }
        let (numbers, total) = try HitList(wider, vocabulary, db).numbers(db)
        let hits = try numbers.prefix(query.limit ?? .max).compactMap { try hit($0, db) }
        var result = QueryResult(hits: hits, total: total, archived: try SearchPlan.count(db))
        if hits.count < numbers.count, let last = hits.last {
            result.cursor = QueryCursor(after: last.id, query).text
        }
        result.alsoKnownAs = try alsoKnownAs(query.condition, db)
        return result
    }

    private static func hit(_ number: Int, _ db: Database) throws -> QueryHit? {
        let row = try db.cachedStatement(
            sql: """
                SELECT letter.*, sender.name AS sender_name FROM letter \
                LEFT JOIN sender ON sender.number = letter.sender WHERE letter.number = ?
                """)
        guard let letter = try Row.fetchOne(row, arguments: [number]) else { return nil }
        let list = { (column: String) in
            (letter[column] as String?)?.components(separatedBy: LetterRows.listSeparator) ?? []
        }
        let id: String = letter["id"]
        return QueryHit(
            id: id, shortID: try shortID(id, db), kind: LetterKind(rawValue: letter["kind"]) ?? .other,
            date: (letter["date"] as String?).flatMap(EDTFDate.init), title: letter["title"],
            sender: letter["sender_name"], to: list("addressed_to"), topics: list("topics"),
            withdrawn: letter["withdrawn"])
    }

    /// The shortest prefix, of eight digits or more, that neither neighbour in the order of ids has.
    private static func shortID(_ id: String, _ db: Database) throws -> String {
        let before = try String.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM letter WHERE id < ? ORDER BY id DESC LIMIT 1"),
            arguments: [id])
        let after = try String.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM letter WHERE id > ? ORDER BY id LIMIT 1"), arguments: [id]
        )
        let shared = [before, after].compactMap { $0?.commonPrefix(with: id).count }.max() ?? 0
        return String(id.prefix(max(8, shared + 1)))
    }

    /// Under which other names the identifiers of a query were looked up.
    private static func alsoKnownAs(_ condition: QueryCondition?, _ db: Database) throws -> [String] {
        switch condition {
        case .all(let parts), .any(let parts): try parts.flatMap { try alsoKnownAs($0, db) }
        case .identifier(let text, _):
            try IdentifierAliases.others(of: IdentifierKey.key(text), db).map(\.value)
        default: []
        }
    }

    /// Names that neither the definitions nor the index know are mistakes, not queries that find nothing.
    func check(_ condition: QueryCondition?, _ vocabulary: Vocabulary) throws {
        switch condition {
        case .all(let parts), .any(let parts): for part in parts { try check(part, vocabulary) }
        case .not(let part): try check(part, vocabulary)
        case .agency(let name) where vocabulary.agency(name) == nil:
            let known = try names("SELECT value FROM facet_value WHERE facet = 'agency'")
            guard !known.contains(name.lowercased()) else { return }
            let all = Set(vocabulary.agencies.agencies.map(\.id) + known).sorted()
            throw QueryError.unknown(
                sort: "agency", name: name, suggestions: nearestNames(to: name, among: all))
        case .topic(let id) where !vocabulary.topics.contains(id):
            let known = try names("SELECT value FROM facet_value WHERE facet = 'topic'")
            guard !known.contains(id) else { return }
            let all = Set(vocabulary.topics + known).sorted()
            throw QueryError.unknown(sort: "topic", name: id, suggestions: nearestNames(to: id, among: all))
        default: return
        }
    }

    private func names(_ sql: String) throws -> [String] {
        try read { try String.fetchAll($0, sql: sql) }
    }
}
