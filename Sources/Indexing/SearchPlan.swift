import Correspondence
import GRDB

/// Which table a query starts from. The rest of its conditions are looked up letter by letter.
///
/// SQLite's planner cannot know how many letters a word or an agency has, and starts from the wrong one
/// (measured: 400 ms instead of 9). So the order is written into the query: from the words, unless something else is
/// far rarer; else from the rarest field, where that is rare; else through the letters in the order of dates.
struct SearchPlan {
    enum Start {
        /// The words that must all be there, as one FTS5 expression.
        case words(String)
        /// Numbers of letters, in a column `letter`.
        case numbers(Fragment)
        case everything
    }

    var start: Start
    var filter: Fragment?
    /// Letters that left and whose words are still in the list.
    var hasGone: Bool

    /// Where something else has fewer letters than this, words are looked up in those letters only if the words have
    /// twenty times as many: each look-up costs some twenty letters of a list.
    private static let fewLetters = 500
    private static let timesAsMany = 20

    /// - Parameter isRanked: Whether the words decide the order, too: then it is the list of words that is read.
    static func plan(
        _ condition: QueryCondition?, _ sql: ConditionSQL, isRanked: Bool = false, _ db: Database
    ) throws -> SearchPlan {
        let parts = condition.map(flattened) ?? []
        let words = parts.compactMap(positiveWords)
        let rest = parts.filter { positiveWords($0) == nil }
        let hasGone = try Int.fetchOne(db, sql: "SELECT number FROM gone LIMIT 1") != nil
        guard !words.isEmpty else {
            let start = try rarest(parts, sql, limit: count(db) / 5 + 1, db)?.start
            let filter = parts.isEmpty ? nil : try sql.sql(.all(parts))
            return SearchPlan(
                start: start.map(Start.numbers) ?? .everything, filter: filter, hasGone: hasGone)
        }
        let expression = words.joined(separator: " AND ")
        if !isRanked, let rare = try rarest(rest, sql, limit: fewLetters, db),
            try isFrequent(expression, than: rare.count, db)
        {
            let match = Fragment(
                sql: """
                    EXISTS (SELECT 1 FROM letter_words WHERE letter_words MATCH ? \
                    AND letter_words.rowid = letter.number)
                    """, arguments: [expression])
            return SearchPlan(
                start: .numbers(rare.start), filter: .joined([try sql.sql(.all(rest)), match], "AND"),
                hasGone: hasGone)
        }
        return SearchPlan(
            start: .words(expression), filter: try wordsFilter(rest, sql), hasGone: hasGone)
    }

    /// Where no other column of the letter is read, its number is taken from the list of words.
    private static func wordsFilter(_ rest: [QueryCondition], _ sql: ConditionSQL) throws -> Fragment? {
        guard !rest.isEmpty else { return nil }
        let filter = try sql.sql(.all(rest))
        guard !filter.readsLetter else { return filter }
        var byWords = sql
        // The plus keeps SQLite from looking up alternatives one by one in the list of words, which it cannot do
        // together with MATCH: it says "unable to use function MATCH in the requested context".
        byWords.number = "+letter_words.rowid"
        return try byWords.sql(.all(rest))
    }

    /// Where `source` has the letter's number.
    var number: String {
        switch start {
        case .words: filter?.readsLetter == true ? "letter.number" : "letter_words.rowid"
        case .numbers, .everything: "letter.number"
        }
    }

    var isEverything: Bool {
        if case .everything = start { filter == nil } else { false }
    }

    var isRankable: Bool {
        if case .words = start { true } else { false }
    }

    /// `FROM` and `WHERE`.
    var source: Fragment {
        switch start {
        case .words(let words): wordsSource(words)
        case .numbers(let numbers):
            Fragment(
                sql: """
                    FROM (\(numbers.sql)) AS start CROSS JOIN letter ON letter.number = start.letter\(condition)
                    """,
                arguments: numbers.arguments + (filter?.arguments ?? []))
        case .everything: Fragment(sql: "FROM letter\(condition)", arguments: filter?.arguments ?? [])
        }
    }

    /// ` WHERE …`; empty where all letters are wanted.
    var condition: String { filter.map { " WHERE \($0.sql)" } ?? "" }

    private func wordsSource(_ words: String) -> Fragment {
        let arguments = [words] + (filter?.arguments ?? [])
        let rest = filter.map { " AND \($0.sql)" } ?? ""
        if filter?.readsLetter == true {
            return Fragment(
                sql: """
                    FROM letter_words CROSS JOIN letter ON letter.number = letter_words.rowid \
                    WHERE letter_words MATCH ?\(rest)
                    """, arguments: arguments)
        }
        let standing = hasGone ? " AND letter_words.rowid NOT IN (SELECT number FROM gone)" : ""
        return Fragment(
            sql: "FROM letter_words WHERE letter_words MATCH ?\(standing)\(rest)", arguments: arguments)
    }

    static func count(_ db: Database) throws -> Int {
        try LetterIndex.about("letters", db).flatMap { Int($0) } ?? 0
    }

    static func flattened(_ condition: QueryCondition) -> [QueryCondition] {
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

    private static func isFrequent(_ words: String, than count: Int, _ db: Database) throws -> Bool {
        let limit = (count + 1) * timesAsMany
        let found = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM (SELECT 1 FROM letter_words WHERE letter_words MATCH ? LIMIT ?)",
            arguments: [words, limit])
        return (found ?? 0) >= limit
    }

    private static func rarest(
        _ parts: [QueryCondition], _ sql: ConditionSQL, limit: Int, _ db: Database
    ) throws -> (count: Int, start: Fragment)? {
        var best: (count: Int, start: Fragment)?
        for start in try parts.compactMap({ try StartSQL(sql: sql).start($0) }) {
            // Counting goes no further than the point from which the answer is no.
            let most = min(best?.count ?? .max, limit)
            let count =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM (\(start.sql) LIMIT \(most))", arguments: start.arguments)
                ?? 0
            if count < most { best = (count, start) }
        }
        return best
    }
}
