import Correspondence
import Foundation
import GRDB

/// The letters of an archive that are not withdrawn, counted and listed.
extension LetterIndex {
    /// How many there are in all, by topic, and by agency addressed.
    public struct Census: Sendable, Hashable {
        public var letters: Int
        public var topics: [String: Int]
        public var agencies: [String: Int]
    }

    public func census() throws(IndexError) -> Census {
        try read { db in
            let withdrawn = "letter IN (SELECT number FROM letter WHERE withdrawn NOT NULL)"
            let topics = try Self.difference(
                "SELECT topic, count(*) FROM letter_topic", "", withdrawn, by: "topic", db)
            let agencies = try Self.difference(
                "SELECT agency, count(*) FROM letter_agency", "role = 'addressee'", withdrawn, by: "agency",
                db)
            let gone = try Int.fetchOne(db, sql: "SELECT count(*) FROM letter WHERE withdrawn NOT NULL") ?? 0
            let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM letter") ?? 0
            return Census(letters: all - gone, topics: topics, agencies: agencies)
        }
    }

    /// Counts of all rows, less those of letters that are withdrawn: these are few.
    private static func difference(
        _ select: String, _ condition: String, _ withdrawn: String, by column: String, _ db: Database
    ) throws -> [String: Int] {
        func counts(_ conditions: [String]) throws -> [String: Int] {
            let wanted = conditions.filter { !$0.isEmpty }.joined(separator: " AND ")
            let rows = try Row.fetchAll(
                db, sql: select + (wanted.isEmpty ? "" : " WHERE \(wanted)") + " GROUP BY \(column)")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int) })
        }
        let all = try counts([condition])
        guard
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM letter WHERE withdrawn NOT NULL)")
                == true
        else { return all }
        let gone = try counts([condition, withdrawn])
        return all.merging(gone, uniquingKeysWith: -).filter { $0.value > 0 }
    }

    /// A letter, and the SHA-256 of its record as 32 bytes.
    public struct Standing: Sendable, Hashable {
        public var id: String
        public var record: Data
    }

    /// In the order of ids.
    ///
    /// - Parameter since: a day, `YYYY-MM-DD`: letters whose date may be that day or a later one. Nil: all.
    public func standing(since day: String? = nil) throws(IndexError) -> [Standing] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, record_sha256 FROM letter \
                    WHERE withdrawn IS NULL\(day == nil ? "" : " AND number IN \(Self.since)") ORDER BY id
                    """, arguments: day.map { [$0, $0] } ?? []
            ).map { Standing(id: $0[0], record: $0[1]) }
        }
    }

    /// Letters that begin on the day or later are found by their index; those that began before and last until then
    /// have a year, a month or a range for a date.
    private static let since = """
        (SELECT number FROM letter WHERE date_from >= ? \
        UNION ALL SELECT number FROM letter WHERE date_to >= ? AND date_from < date_to)
        """

    /// The first day of which, with all later ones, no more than so many letters are; nil where all are no more.
    public func newestDays(letters most: Int) throws(IndexError) -> String? {
        try read { db in
            let newest = """
                SELECT date_from FROM letter WHERE date_from NOT NULL AND withdrawn IS NULL ORDER BY date_from DESC
                """
            guard let last = try String.fetchOne(db, sql: newest + " LIMIT 1 OFFSET ?", arguments: [most])
            else { return nil }
            return try String.fetchOne(
                db, sql: "SELECT min(date_from) FROM letter WHERE date_from > ? AND withdrawn IS NULL",
                arguments: [last]) ?? last
        }
    }

    /// The SHA-256 of letters' records as 64 digits, by id; without letters that the index does not have.
    public func records(of ids: [String]) throws(IndexError) -> [String: String] {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT record_sha256 FROM letter WHERE id = ?")
            var records: [String: String] = [:]
            for id in ids {
                guard let bytes = try Data.fetchOne(statement, arguments: [id]) else { continue }
                records[id] = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            }
            return records
        }
    }
}
