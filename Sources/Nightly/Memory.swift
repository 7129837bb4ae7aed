import Correspondence
import Foundation
import GRDB
import Planning
import Relating

/// What the nights remember of files and originals, so that a night with nothing new reads nothing.
///
/// A cache: without it the next night does everything again and arrives at the same bytes. Kept with a rollback
/// journal, so that only reading it changes no byte.
struct Memory: Sendable {
    private let database: DatabaseQueue

    init(at file: URL) throws {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        do {
            database = try Self.open(file)
        } catch is DatabaseError {
            // Damaged, or of another version: nothing is lost with it but time.
            try FileManager.default.removeItem(at: file)
            database = try Self.open(file)
        }
    }

    private static func open(_ file: URL) throws -> DatabaseQueue {
        var configuration = Configuration()
        // What is deleted or replaced is overwritten with zeros: withheld words leave no trace.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
        let database = try DatabaseQueue(path: file.path, configuration: configuration)
        let isReady = try database.read {
            try $0.tableExists("file") && $0.tableExists("original") && $0.tableExists("facts")
        }
        guard !isReady else { return database }
        try database.write { db in
            try db.execute(
                sql: """
                    CREATE TABLE file (path TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
                    CREATE TABLE original (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
                    CREATE TABLE facts (letter TEXT PRIMARY KEY, version INTEGER NOT NULL, content BLOB NOT NULL)
                        WITHOUT ROWID;
                    """)
        }
        return database
    }

    /// Makes the file anew, without the pages that earlier programs only marked as free.
    func wipe() throws {
        try database.vacuum()
    }

    /// By path.
    func files() throws -> [String: KnownFile] {
        try database.read { db in try Self.values(db, "SELECT path, content FROM file") }
    }

    /// By SHA-256.
    func originals() throws -> [String: KnownOriginal] {
        try database.read { db in try Self.values(db, "SELECT sha256, content FROM original") }
    }

    /// Notes what files hold and forgets files that are gone. Writes nothing where there is nothing to note.
    func remember(_ files: [KnownFile], forgetting gone: [String]) throws {
        guard !files.isEmpty || !gone.isEmpty else { return }
        try database.write { db in
            for file in files {
                try db.execute(
                    sql: "INSERT OR REPLACE INTO file VALUES (?, ?)",
                    arguments: [file.facts.path, try JSONEncoder().encode(file)])
            }
            for path in gone { try db.execute(sql: "DELETE FROM file WHERE path = ?", arguments: [path]) }
        }
    }

    /// Notes what became of originals, once their records are safely on disk.
    func remember(_ originals: [KnownOriginal]) throws {
        guard !originals.isEmpty else { return }
        try database.write { db in
            for original in originals {
                try db.execute(
                    sql: "INSERT OR REPLACE INTO original VALUES (?, ?)",
                    arguments: [original.sha256, try JSONEncoder().encode(original)])
            }
        }
    }

    func forget(_ originals: [String]) throws {
        guard !originals.isEmpty else { return }
        try database.write { db in
            for sha256 in originals {
                try db.execute(sql: "DELETE FROM original WHERE sha256 = ?", arguments: [sha256])
            }
        }
    }

    /// What relating needs of each letter, by id.
    ///
    /// - Parameter version: of the facts; others are of no use.
    func facts(version: Int) throws -> [String: LetterFacts] {
        try database.read { db in
            try Self.values(db, "SELECT letter, content FROM facts WHERE version = ?", [version])
        }
    }

    func remember(_ facts: [LetterFacts], version: Int) throws {
        guard !facts.isEmpty else { return }
        try database.write { db in
            for letter in facts {
                try db.execute(
                    sql: "INSERT OR REPLACE INTO facts VALUES (?, ?, ?)",
                    arguments: [letter.id, version, try JSONEncoder().encode(letter)])
            }
        }
    }

    private static func values<Value: Decodable>(
        _ db: Database, _ query: String, _ arguments: StatementArguments = []
    ) throws -> [String: Value] {
        var values: [String: Value] = [:]
        let decoder = JSONDecoder()
        let rows = try Row.fetchCursor(db, sql: query, arguments: arguments)
        while let row = try rows.next() {
            values[row[0]] = try decoder.decode(Value.self, from: row[1])
        }
        return values
    }
}
