import Correspondence
import Foundation
import GRDB

extension LetterIndex {
    /// Builds an index beside the old one and puts it in its place.
    ///
    /// - Returns: How many letters it holds.
    static func build(_ file: URL, _ source: IndexSource) throws -> Int {
        let folder = file.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw IndexError.notWritable(path: folder.path, reason: "\(error.localizedDescription)")
        }
        let temporary = folder.appendingPathComponent(".\(file.lastPathComponent).part")
        try removeIfThere(temporary.path)
        defer { unlink(temporary.path) }
        let count = try fill(temporary, source)
        try sync(temporary.path)
        try retire(file)
        guard rename(temporary.path, file.path) == 0 else { throw lastError(file.path) }
        try sync(folder.path)
        return count
    }

    private static func fill(_ file: URL, _ source: IndexSource) throws -> Int {
        let queue = try DatabaseQueue(path: file.path, configuration: configuration(readonly: false))
        try queue.writeWithoutTransaction { db in
            // Nobody reads the file before it is whole, and a half-made one is thrown away.
            try db.execute(sql: "PRAGMA journal_mode = OFF")
            try db.execute(sql: "PRAGMA synchronous = OFF")
            try db.execute(sql: "PRAGMA cache_size = -48000")
        }
        let count = try queue.writeWithoutTransaction { db in
            var count = 0
            try db.inTransaction {
                try prepare(db)
                count = try insertAll(db, source)
                try db.execute(sql: IndexTables.indexes)
                for table in ["letter_words", "letter_prefix"] { try optimize(table, db) }
                try finish(db, source)
                return .commit
            }
            try db.execute(sql: "ANALYZE")
            return count
        }
        try queue.close()
        return count
    }

    private static func prepare(_ db: Database) throws {
        try db.execute(sql: IndexTables.letters)
        try db.execute(sql: IndexTables.parts)
        try db.execute(sql: IndexTables.facets)
        try db.execute(sql: IndexTables.aliases)
        try db.execute(sql: IndexTables.words)
        for table in ["letter_words", "letter_prefix"] {
            // 6 MiB of postings are kept in memory before they go to disk, six times the default. Words that stand only once
            // take ten times as much: with 32 MiB two dozen texts of nothing else made a night hold 398 MiB, so 200.
            try db.execute(sql: "INSERT INTO \(table) (\(table), rank) VALUES ('hashsize', 6291456)")
        }
    }

    private static func insertAll(_ db: Database, _ source: IndexSource) throws -> Int {
        let rows = LetterRows(db: db)
        var count = 0
        try source.forEachLetter { entry, letter in
            count += 1
            try rows.insert(letter, entry: entry, number: count)
        }
        try rows.insert(source.relations())
        return count
    }

    private static func optimize(_ table: String, _ db: Database) throws {
        try db.execute(sql: "INSERT INTO \(table) (\(table)) VALUES ('optimize')")
    }

    /// Lets a write that was interrupted be rolled back, so that its journal cannot be taken for the new file's.
    private static func retire(_ file: URL) throws {
        let journal = file.path + "-journal"
        guard FileManager.default.fileExists(atPath: journal) else { return }
        do {
            let queue = try DatabaseQueue(path: file.path, configuration: configuration(readonly: false))
            try queue.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE; COMMIT") }
            try queue.close()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            throw indexError(error, file.path)
        } catch {
            // Not a database that could be rolled back: nothing is lost, it is about to be replaced.
        }
        try removeIfThere(journal)
    }

    private static func removeIfThere(_ path: String) throws(IndexError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw lastError(path) }
    }

    private static func sync(_ path: String) throws(IndexError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw lastError(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw lastError(path) }
    }

    private static func lastError(_ path: String) -> IndexError {
        errno == ENOSPC || errno == EDQUOT
            ? .diskFull(path: path) : .notWritable(path: path, reason: systemMessage())
    }
}
