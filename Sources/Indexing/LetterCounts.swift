import Correspondence
import GRDB

extension LetterIndex {
    /// How many letters name each agency or one below it.
    public func lettersByAgency(_ registry: AgencyRegistry) throws -> [String: Int] {
        try read { db in
            var letters: [String: Set<Int>] = [:]
            let rows = try Row.fetchCursor(db, sql: "SELECT DISTINCT agency, letter FROM letter_agency")
            while let row = try rows.next() {
                let agency: String = row["agency"]
                for id in [agency] + registry.ancestors(of: agency) {
                    letters[id, default: []].insert(row["letter"])
                }
            }
            return letters.mapValues(\.count)
        }
    }

    /// How many letters have each topic.
    public func lettersByTopic() throws -> [String: Int] {
        try read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT topic, count(*) AS letters FROM letter_topic GROUP BY topic")
            return Dictionary(
                uniqueKeysWithValues: rows.map { ($0["topic"] as String, $0["letters"] as Int) })
        }
    }
}
