import Correspondence
import Foundation
import GRDB

/// What the nights remember of files and originals, so that a night reads only what changed.
///
/// A cache: without it the next night does everything again and arrives at the same bytes. Kept with a rollback
/// journal, so that only reading it changes no byte. `MemoryOfFiles`, `MemoryOfOriginals` and `MemoryOfLetters` say what
/// is asked of it.
struct Memory: Sendable {
    let database: MemoryDatabase
    /// Raised whenever the tables change; a memory of another version is made anew.
    private static let version = 3

    /// - Throws: `NightError.unwritable`.
    init(at file: URL) throws {
        try makeFolder(file.deletingLastPathComponent())
        let queue = try MemoryDatabase.saying(file.path) {
            if let queue = try Self.open(file) { return queue }
            // Nothing is lost with it but time.
            for path in [file.path, file.path + "-journal"] where unlink(path) != 0 && errno != ENOENT {
                throw NightError.unwritable(path, systemMessage())
            }
            return try Self.make(file)
        }
        database = MemoryDatabase(queue, at: file.path)
    }

    private static func queue(_ file: URL) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.prepareDatabase {
            // What is deleted or replaced is overwritten with zeros: withheld words leave no trace.
            try $0.execute(sql: "PRAGMA secure_delete = ON")
            try $0.execute(sql: "PRAGMA cache_size = -65536")
        }
        return try DatabaseQueue(path: file.path, configuration: configuration)
    }

    /// Nil for none, for one that is damaged and for one of another version.
    private static func open(_ file: URL) throws -> DatabaseQueue? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        do {
            let database = try queue(file)
            let found = try database.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
            return found == version ? database : nil
        } catch let error as DatabaseError
            where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode)
        {
            return nil
        }
    }

    private static func make(_ file: URL) throws -> DatabaseQueue {
        let database = try queue(file)
        try database.write { db in
            try db.execute(sql: tables)
            try db.execute(sql: "PRAGMA user_version = \(version)")
        }
        return database
    }

    private static let tables = """
        CREATE TABLE file (
          number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, stamp INTEGER NOT NULL, sha256 TEXT NOT NULL,
          is_skipped INTEGER NOT NULL, content BLOB NOT NULL);
        CREATE INDEX file_stamp ON file (stamp);
        CREATE INDEX file_sha256 ON file (sha256);
        CREATE INDEX file_skipped ON file (number) WHERE is_skipped;
        CREATE TABLE original (sha256 TEXT PRIMARY KEY, is_failed INTEGER NOT NULL, content BLOB NOT NULL)
          WITHOUT ROWID;
        CREATE INDEX original_failed ON original (sha256) WHERE is_failed;
        CREATE TABLE attached (sha256 TEXT NOT NULL, container TEXT NOT NULL, PRIMARY KEY (sha256, container))
          WITHOUT ROWID;
        CREATE INDEX attached_container ON attached (container);
        CREATE TABLE facts (letter TEXT PRIMARY KEY, version INTEGER NOT NULL, content BLOB NOT NULL)
          WITHOUT ROWID;
        CREATE TABLE timeline (letter TEXT PRIMARY KEY, record BLOB NOT NULL, content BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE state (key TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
        """

    /// Makes the file anew, without the pages that earlier programs only marked as free.
    func wipe() throws {
        try database.vacuum()
    }

    /// What an earlier night left under a name; nil where it left nothing that can be read.
    func state<Value: Decodable>(_ key: String, as type: Value.Type) throws -> Value? {
        let content = try database.read { db in
            try Data.fetchOne(db, sql: "SELECT content FROM state WHERE key = ?", arguments: [key])
        }
        guard let content else { return nil }
        do { return try JSONDecoder().decode(type, from: content) } catch { return nil }
    }

    /// Leaves a value under a name, or takes it away. Writes nothing where it stands there already.
    func setState(_ key: String, to value: (some Encodable)?) throws {
        let new = try value.map { try CanonicalJSON.line($0) }
        let old = try database.read { db in
            try Data.fetchOne(db, sql: "SELECT content FROM state WHERE key = ?", arguments: [key])
        }
        guard new != old else { return }
        try database.write { db in
            if let new {
                try db.execute(sql: "INSERT OR REPLACE INTO state VALUES (?, ?)", arguments: [key, new])
            } else {
                try db.execute(sql: "DELETE FROM state WHERE key = ?", arguments: [key])
            }
        }
    }

    /// Rows of `content`, decoded.
    static func contents<Value: Decodable>(
        _ db: Database, _ query: String, _ arguments: StatementArguments = []
    ) throws -> [Value] {
        let decoder = JSONDecoder()
        var values: [Value] = []
        let rows = try Data.fetchCursor(try db.cachedStatement(sql: query), arguments: arguments)
        while let content = try rows.next() {
            values.append(try decoder.decode(Value.self, from: content))
        }
        return values
    }
}
