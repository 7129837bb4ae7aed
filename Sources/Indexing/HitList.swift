import Correspondence
import GRDB

/// The numbers of the letters that a query finds, in its order, and how many there are in all.
struct HitList {
    private let query: LetterQuery
    private let plan: SearchPlan
    /// The letter after which the page begins.
    private let after: Int?
    private let weights: RankingWeights

    init(
        _ query: LetterQuery, _ vocabulary: Vocabulary, weights: RankingWeights = .standard, _ db: Database
    ) throws {
        self.weights = weights
        self.query = query
        let sql = ConditionSQL(vocabulary: vocabulary, db)
        plan = try SearchPlan.plan(query.condition, sql, isRanked: query.sort == .relevance, db)
        after = try query.cursor.map { try QueryCursor(reading: $0, query).number(db) }
    }

    func numbers(_ db: Database) throws -> (numbers: [Int], total: Int) {
        if case .everything = plan.start, query.sort != .sender { return try walk(db) }
        let list = list()
        let rows = try Row.fetchAll(db, sql: list.sql, arguments: list.arguments)
        // A page beyond the end has no row that could say how long the list is.
        let total = try rows.first.map { $0[1] as Int } ?? count(db)
        return (rows.map { $0[0] }, total)
    }

    /// Through the letters in the order of dates until the page is full.
    private func walk(_ db: Database) throws -> (numbers: [Int], total: Int) {
        let source = plan.source
        // Left alone, SQLite may take the letters of a kind first and put them in order, all of them.
        var sql = "SELECT letter.number FROM letter INDEXED BY letter_by_date\(plan.condition)"
        var arguments = source.arguments
        if let after {
            sql += (plan.filter == nil ? " WHERE " : " AND ") + Self.dateKeyset
            arguments += Self.dateArguments(after)
        }
        let numbers = try Int.fetchAll(
            db, sql: "\(sql) ORDER BY \(Self.dateOrder) LIMIT ? OFFSET ?",
            arguments: arguments + [query.limit ?? -1, query.offset])
        if after == nil, !numbers.isEmpty, query.limit.map({ numbers.count < $0 }) ?? true {
            return (numbers, query.offset + numbers.count)
        }
        return (numbers, try count(db))
    }

    private func count(_ db: Database) throws -> Int {
        if plan.isEverything { return try SearchPlan.count(db) }
        let source = plan.source
        return try Int.fetchOne(db, sql: "SELECT count(*) \(source.sql)", arguments: source.arguments) ?? 0
    }

    /// The letters are found once, and then counted and put in order.
    private func list() -> Fragment {
        let source = plan.source
        let isRanked = query.sort == .relevance && plan.isRankable
        let score = isRanked ? ", \(weights.score) AS score" : ""
        let found = "WITH found AS MATERIALIZED (SELECT \(plan.number) AS number\(score) \(source.sql)) "
        let head = "SELECT found.number, (SELECT count(*) FROM found) FROM found"
        var rest: Fragment
        switch query.sort {
        case .relevance where isRanked: rest = scoreOrder()
        case .sender: rest = senderOrder()
        default:
            rest = Fragment(sql: " CROSS JOIN letter ON letter.number = found.number")
            if let after {
                rest.sql += " WHERE \(Self.dateKeyset)"
                rest.arguments = Self.dateArguments(after)
            }
            rest.sql += " ORDER BY \(Self.dateOrder)"
        }
        return Fragment(
            sql: "\(found)\(head)\(rest.sql) LIMIT ? OFFSET ?",
            arguments: source.arguments + rest.arguments + [query.limit ?? -1, query.offset])
    }

    /// Best first; equals in the order of their numbers, which needs no look-up.
    private func scoreOrder() -> Fragment {
        guard let after else { return Fragment(sql: " ORDER BY score, found.number") }
        return Fragment(
            sql: """
                 WHERE (score, found.number) > ((SELECT score FROM found WHERE number = ?), ?) \
                ORDER BY score, found.number
                """, arguments: [after, after])
    }

    /// By the sender's name, those without one last, newest first within it.
    private func senderOrder() -> Fragment {
        let join = """
             CROSS JOIN letter ON letter.number = found.number LEFT JOIN sender ON sender.number = letter.sender
            """
        let order = " ORDER BY sender.name NULLS LAST, \(Self.dateOrder)"
        guard let after else { return Fragment(sql: join + order) }
        let key = """
            (SELECT ifnull(name, char(1114111)) FROM letter LEFT JOIN sender ON sender.number = letter.sender \
            WHERE letter.number = ?)
            """
        return Fragment(
            sql: """
                \(join) WHERE (ifnull(sender.name, char(1114111)) > \(key) \
                OR (ifnull(sender.name, char(1114111)) = \(key) AND \(Self.dateKeyset)))\(order)
                """, arguments: [after, after] + Self.dateArguments(after))
    }

    private static let dateOrder = "letter.date_from DESC, letter.date_to DESC, letter.id"

    /// After a letter in the order of dates; letters without a date come last.
    private static let dateKeyset = """
        (\(dateKey) < (SELECT \(dateKey) FROM letter WHERE number = ?) \
        OR (\(dateKey) = (SELECT \(dateKey) FROM letter WHERE number = ?) \
        AND letter.id > (SELECT id FROM letter WHERE number = ?)))
        """
    private static let dateKey = "ifnull(letter.date_from, '') || ifnull(letter.date_to, '')"

    private static func dateArguments(_ after: Int) -> StatementArguments { [after, after, after] }
}
