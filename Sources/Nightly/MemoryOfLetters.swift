import Correspondence
import Foundation
import GRDB
import Relating
import Reporting

/// What follows from letters' records, so that only those that changed are read again.
extension Memory {
    /// What relating needs of each letter, by id.
    ///
    /// - Parameter version: of the facts; others are of no use.
    func facts(version: Int) throws -> [String: LetterFacts] {
        try database.read { db in
            var facts: [String: LetterFacts] = [:]
            let rows = try Row.fetchCursor(
                db, sql: "SELECT content FROM facts WHERE version = ?", arguments: [version])
            while let row = try rows.next() {
                let letter = try row.withUnsafeData(atIndex: 0) {
                    $0.flatMap { LetterFacts(packed: [UInt8]($0)) }
                }
                // What cannot be read is learnt again.
                if let letter { facts[letter.id] = letter }
            }
            return facts
        }
    }

    func remember(_ facts: [LetterFacts], version: Int) throws {
        guard !facts.isEmpty else { return }
        try database.write { db in
            for letter in facts {
                try db.execute(
                    sql: "INSERT OR REPLACE INTO facts VALUES (?, ?, ?)",
                    arguments: [letter.id, version, Data(letter.packed)])
            }
        }
    }

    /// What the last timeline was made of: facts by the fixity of the record that they were taken from.
    func timelineFacts() throws -> [Data: TimelineFacts] {
        try database.read { db in
            let decoder = JSONDecoder()
            var facts: [Data: TimelineFacts] = [:]
            let rows = try Row.fetchCursor(db, sql: "SELECT record, content FROM timeline")
            while let row = try rows.next() {
                // What another version of the program left is learnt again.
                do {
                    facts[row[0]] = try decoder.decode(TimelineFacts.self, from: row[1])
                } catch is DecodingError { continue }
            }
            return facts
        }
    }

    /// Notes facts for the next timeline, and forgets those of letters that are on it no longer.
    func remember(_ facts: [(record: Data, facts: TimelineFacts)], forgetting gone: [String]) throws {
        guard !facts.isEmpty || !gone.isEmpty else { return }
        try database.write { db in
            for id in gone { try db.execute(sql: "DELETE FROM timeline WHERE letter = ?", arguments: [id]) }
            for (record, letter) in facts {
                try db.execute(
                    sql: "INSERT OR REPLACE INTO timeline VALUES (?, ?, ?)",
                    arguments: [letter.id, record, try JSONEncoder().encode(letter)])
            }
        }
    }
}
