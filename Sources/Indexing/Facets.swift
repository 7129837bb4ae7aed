import Correspondence
import GRDB

/// What letters can be counted by.
public enum Facet: String, Sendable, Hashable, Codable, CaseIterable {
    case agency, topic, sender, kind, year, identifier, campaign

    /// Values and the letters that have them, over the letters of a query.
    fileprivate var counting: String {
        switch self {
        case .agency:
            "SELECT agency AS value, count(DISTINCT letter) AS letters FROM letter_agency WHERE letter IN found"
        case .topic: "SELECT topic AS value, count(*) AS letters FROM letter_topic WHERE letter IN found"
        case .sender: "SELECT sender AS value, count(*) AS letters FROM letter WHERE number IN found"
        case .kind: "SELECT kind AS value, count(*) AS letters FROM letter WHERE number IN found"
        case .year:
            "SELECT substr(date_from, 1, 4) AS value, count(*) AS letters FROM letter WHERE number IN found"
        case .identifier:
            "SELECT value, count(DISTINCT letter) AS letters FROM identifier WHERE letter IN found"
        case .campaign:
            """
            SELECT other AS value, count(*) AS letters FROM relation JOIN letter ON letter.id = relation.letter \
            WHERE type = 'campaign' AND letter.number IN found
            """
        }
    }
}

/// How many letters have a value.
public struct FacetCount: Sendable, Hashable, Codable {
    public var value: String
    public var letters: Int

    public init(value: String, letters: Int) {
        self.value = value
        self.letters = letters
    }
}

extension LetterIndex {
    /// How many of the letters that a query finds have each value: most first, then by value; years in order.
    ///
    /// Agencies are counted as the letters name them: a child is not counted with its parent. Letters without a
    /// value are left out.
    /// - Parameter limit: Values at most; nil for all.
    /// - Throws: As `search`.
    public func counts(
        by facet: Facet, _ query: LetterQuery, vocabulary: Vocabulary = Vocabulary(), limit: Int? = nil
    ) throws -> [FacetCount] {
        try check(query.condition, vocabulary)
        return try read { db in
            let plan = try SearchPlan.plan(query.condition, ConditionSQL(vocabulary: vocabulary), db)
            let source = plan.source
            let order = facet == .year ? "value" : "letters DESC, value"
            let rows = try Row.fetchAll(
                db,
                sql: """
                    WITH found AS MATERIALIZED (SELECT letter.number \(source.sql)) \
                    \(facet.counting) AND value NOT NULL GROUP BY value ORDER BY \(order) LIMIT ?
                    """,
                arguments: source.arguments + [limit ?? -1])
            return rows.map { FacetCount(value: $0["value"], letters: $0["letters"]) }
        }
    }
}
