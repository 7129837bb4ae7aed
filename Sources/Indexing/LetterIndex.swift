import Correspondence
import Foundation
import GRDB

/// The archive in a form that answers quickly: `Output/index/letterbook.sqlite`, made from the archive alone.
///
/// The file is either replaced whole or changed in one transaction, so that readers see the old index or the
/// new one. It keeps SQLite's rollback journal: write-ahead logs are files of their own, which would stay
/// behind when the file is replaced, and make every reader a writer.
public final class LetterIndex: Sendable {
    /// Where the index lies in an output folder.
    public static let path = "index/letterbook.sqlite"

    let queue: DatabaseQueue
    let place: String

    /// Opens the index to read it.
    ///
    /// - Throws: `.missing`, `.damaged`, `.newerVersion`, `.olderVersion`.
    public init(reading file: URL) throws(IndexError) {
        place = file.path
        guard FileManager.default.fileExists(atPath: place) else { throw .missing(path: place) }
        do {
            queue = try DatabaseQueue(path: place, configuration: Self.configuration(readonly: true))
            let version = try queue.read(Self.version)
            if version < IndexTables.version { throw IndexError.olderVersion(path: place) }
            if version > IndexTables.version { throw IndexError.newerVersion(path: place) }
        } catch {
            throw Self.readingError(error, place)
        }
    }

    /// Letters in the index.
    public func count() throws(IndexError) -> Int {
        try read(SearchPlan.count)
    }

    /// What the index was made from: the archive's fingerprint at that time.
    public func archiveFingerprint() throws(IndexError) -> String? {
        try read { try Self.about("archive", $0) }
    }

    func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(IndexError) -> Value {
        do {
            return try queue.read(body)
        } catch {
            throw Self.readingError(error, place)
        }
    }

    /// As `read`; what is wrong with the query is thrown as it is.
    func ask<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws -> Value {
        do {
            return try queue.read(body)
        } catch let error as QueryError {
            throw error
        } catch {
            throw Self.readingError(error, place)
        }
    }

    static func version(_ db: Database) throws -> Int {
        try about("version", db).flatMap { Int($0) } ?? 0
    }

    static func about(_ key: String, _ db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM about WHERE key = ?", arguments: [key])
    }

    static func configuration(readonly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        // A writer commits within milliseconds; five seconds are for a machine that is very busy.
        configuration.busyMode = .timeout(5)
        configuration.label = "letterbook.index"
        return configuration
    }

    private static func readingError(_ error: any Error, _ path: String) -> IndexError {
        switch indexError(error, path) {
        case .notWritable(_, let reason):
            // An interrupted write that cannot be rolled back here shows itself as a need to write.
            (error as? DatabaseError)?.resultCode == .SQLITE_READONLY
                ? .damaged(path: path, reason: "a write was interrupted")
                : .notReadable(path: path, reason: reason)
        case let error: error
        }
    }

    static func indexError(_ error: any Error, _ path: String) -> IndexError {
        if let error = error as? IndexError { return error }
        guard let error = error as? DatabaseError else { return .damaged(path: path, reason: "\(error)") }
        let reason = error.message ?? "\(error.resultCode)"
        switch error.resultCode {
        case .SQLITE_FULL: return .diskFull(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH, .SQLITE_BUSY, .SQLITE_IOERR:
            return .notWritable(path: path, reason: reason)
        default: return .damaged(path: path, reason: reason)
        }
    }
}
