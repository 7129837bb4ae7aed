import Correspondence
import GRDB

/// Which table a query starts from. The rest of its conditions are looked up letter by letter.
///
/// SQLite's planner cannot know how many letters a word or an agency has, and starts from the wrong one
/// (measured: 400 ms instead of 9). So the order is written into the query: words first; else the rarest of
/// agency, topic and identifier, where that is rare; else the letters in the order in which they are wanted.
struct SearchPlan {
    /// The words that must all be there, as one FTS5 expression; nil where there are none.
    var words: String?
    /// Letters' numbers to start from, where there are no words.
    var start: Fragment?
    var filter: Fragment

    static func plan(_ condition: QueryCondition?, _ sql: ConditionSQL, _ db: Database) throws -> SearchPlan {
        let parts = condition.map(flattened) ?? []
        let words = parts.compactMap(positiveWords)
        guard words.isEmpty else {
            let rest = parts.filter { positiveWords($0) == nil }
            return SearchPlan(words: words.joined(separator: " AND "), filter: sql.sql(.all(rest)))
        }
        let filter = sql.sql(.all(parts))
        return SearchPlan(start: try rarest(parts, sql, db), filter: filter)
    }

    /// `FROM` and `WHERE`, with `letter` as the table of the letters.
    var source: Fragment {
        if let words {
            return Fragment(
                sql: """
                    FROM letter_words CROSS JOIN letter ON letter.number = letter_words.rowid \
                    WHERE letter_words MATCH ? AND \(filter.sql)
                    """,
                arguments: [words] + filter.arguments)
        }
        guard let start else {
            return Fragment(sql: "FROM letter WHERE \(filter.sql)", arguments: filter.arguments)
        }
        return Fragment(
            sql: """
                FROM (\(start.sql)) AS start CROSS JOIN letter ON letter.number = start.letter \
                WHERE \(filter.sql)
                """,
            arguments: start.arguments + filter.arguments)
    }

    private static func flattened(_ condition: QueryCondition) -> [QueryCondition] {
        guard case .all(let parts) = condition else { return [condition] }
        return parts.flatMap(flattened)
    }

    /// A condition on words alone as an FTS5 expression; nil where it is not one, or needs the other table.
    private static func positiveWords(_ condition: QueryCondition) -> String? {
        switch condition {
        case .text(.prefix(let text)) where MatchExpression.prefix(text) != nil: return nil
        case .text(let term): return MatchExpression.text(term)
        case .any(let parts):
            let all = parts.compactMap(positiveWords)
            return all.count == parts.count && !all.isEmpty ? "(" + all.joined(separator: " OR ") + ")" : nil
        case .all(let parts):
            let all = parts.compactMap(positiveWords)
            return all.count == parts.count && !all.isEmpty ? "(" + all.joined(separator: " AND ") + ")" : nil
        default: return nil
        }
    }

    private static func rarest(
        _ parts: [QueryCondition], _ sql: ConditionSQL, _ db: Database
    ) throws -> Fragment? {
        let letters = try Int.fetchOne(db, sql: "SELECT count(*) FROM letter") ?? 0
        var best: (count: Int, start: Fragment)?
        for start in parts.compactMap({ self.start($0, sql) }) {
            // Counting goes no further than the point from which the answer is no.
            let limit = min(best?.count ?? .max, letters / 20 + 1)
            let count =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM (\(start.sql) LIMIT \(limit))", arguments: start.arguments)
                ?? 0
            if count < limit { best = (count, start) }
        }
        return best?.start
    }

    private static func start(_ condition: QueryCondition, _ sql: ConditionSQL) -> Fragment? {
        switch condition {
        case .agency(let id):
            let family = sql.family(id)
            let marks = family.map { _ in "?" }.joined(separator: ", ")
            return Fragment(
                sql: "SELECT DISTINCT letter FROM letter_agency WHERE agency IN (\(marks))",
                arguments: StatementArguments(family))
        case .topic(let id):
            return Fragment(sql: "SELECT letter FROM letter_topic WHERE topic = ?", arguments: [id])
        case .identifier(let text, _):
            return Fragment(
                sql: "SELECT DISTINCT letter FROM identifier_key WHERE key = ?",
                arguments: [IdentifierKey.key(text)])
        case .sender(let name):
            let key = NameKey.words(name)
            guard !key.isEmpty else { return nil }
            return Fragment(
                sql: """
                    SELECT number AS letter FROM letter WHERE sender IN \
                    (SELECT name FROM sender WHERE instr(words, ?) OR initials = ?) \
                    UNION SELECT number FROM letter WHERE sender_agency = ?
                    """,
                arguments: [key, key.split(separator: " ").joined(), name.lowercased()])
        case .text(.prefix(let text)):
            guard let expression = MatchExpression.prefix(text) else { return nil }
            return Fragment(
                sql: "SELECT rowid AS letter FROM letter_prefix WHERE letter_prefix MATCH ?",
                arguments: [expression])
        default: return nil
        }
    }
}
