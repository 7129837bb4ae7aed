import Correspondence
import Foundation
import GRDB

extension LetterIndex {
    /// The letters that a query asks for.
    ///
    /// - Parameter vocabulary: What agencies and topics there are; an agency's children are found with it.
    /// - Throws: `QueryError` for a name that is not known, `IndexError`.
    public func search(_ query: LetterQuery, vocabulary: Vocabulary = Vocabulary()) throws -> QueryResult {
        try check(query.condition, vocabulary)
        return try read { db in
            let sql = ConditionSQL(vocabulary: vocabulary)
            let plan = try SearchPlan.plan(query.condition, sql, db)
            let source = plan.source
            let numbers = try Int.fetchAll(
                db, sql: "SELECT letter.number \(source.sql) \(Self.order(query, plan)) LIMIT ? OFFSET ?",
                arguments: source.arguments + [query.limit ?? -1, query.offset])
            let total = try Self.total(query, numbers.count, source, db)
            let words = SnippetFinder.terms(query.condition)
            let hits = try numbers.compactMap { try Self.hit($0, words, db) }
            let archived = try Int.fetchOne(db, sql: "SELECT count(*) FROM letter") ?? 0
            return QueryResult(hits: hits, total: total, archived: archived)
        }
    }

    /// The ids of all letters that a query asks for, in its order: for exports, which read the archive.
    public func ids(_ query: LetterQuery, vocabulary: Vocabulary = Vocabulary()) throws -> [String] {
        try check(query.condition, vocabulary)
        return try read { db in
            let plan = try SearchPlan.plan(query.condition, ConditionSQL(vocabulary: vocabulary), db)
            let source = plan.source
            return try String.fetchAll(
                db, sql: "SELECT letter.id \(source.sql) \(Self.order(query, plan)) LIMIT ? OFFSET ?",
                arguments: source.arguments + [query.limit ?? -1, query.offset])
        }
    }

    /// The weights say how much more a word in the title or in an ask counts than one in the text.
    private static func order(_ query: LetterQuery, _ plan: SearchPlan) -> String {
        let date = "letter.date_from DESC, letter.date_to DESC, letter.id"
        switch query.sort {
        case .date: return "ORDER BY \(date)"
        case .sender: return "ORDER BY letter.sender NULLS LAST, \(date)"
        case .relevance:
            return plan.words == nil
                ? "ORDER BY \(date)" : "ORDER BY bm25(letter_words, 8.0, 4.0, 1.0, 0.5), \(date)"
        }
    }

    private static func total(_ query: LetterQuery, _ found: Int, _ source: Fragment, _ db: Database) throws
        -> Int
    {
        // A page that is not full is the last one.
        if found > 0, query.limit.map({ found < $0 }) ?? true { return query.offset + found }
        return try Int.fetchOne(db, sql: "SELECT count(*) \(source.sql)", arguments: source.arguments) ?? 0
    }

    private static func hit(_ number: Int, _ words: [TextTerm], _ db: Database) throws -> QueryHit? {
        let row = try db.cachedStatement(sql: "SELECT * FROM letter WHERE number = ?")
        guard let letter = try Row.fetchOne(row, arguments: [number]) else { return nil }
        let list = { (column: String) in
            (letter[column] as String?)?.components(separatedBy: LetterText.listSeparator) ?? []
        }
        let id: String = letter["id"]
        return QueryHit(
            id: id, shortID: try shortID(id, db), kind: LetterKind(rawValue: letter["kind"]) ?? .other,
            date: (letter["date"] as String?).flatMap(EDTFDate.init), title: letter["title"],
            sender: letter["sender"], to: list("addressed_to"), topics: list("topics"),
            withdrawn: letter["withdrawn"], snippet: try SnippetFinder.snippet(number, words, db))
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

    /// Names that neither the definitions nor the index know are mistakes, not queries that find nothing.
    func check(_ condition: QueryCondition?, _ vocabulary: Vocabulary) throws {
        switch condition {
        case .all(let parts), .any(let parts): for part in parts { try check(part, vocabulary) }
        case .not(let part): try check(part, vocabulary)
        case .agency(let name) where vocabulary.agency(name) == nil:
            let known = try names("SELECT DISTINCT agency FROM letter_agency")
            guard !known.contains(name.lowercased()) else { return }
            let all = Set(vocabulary.agencies.agencies.map(\.id) + known).sorted()
            throw QueryError.unknown(
                sort: "agency", name: name, suggestions: nearestNames(to: name, among: all))
        case .topic(let id) where !vocabulary.topics.contains(id):
            let known = try names("SELECT DISTINCT topic FROM letter_topic")
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
