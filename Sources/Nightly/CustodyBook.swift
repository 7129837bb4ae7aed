import Collecting
import Correspondence
import Foundation
import GRDB
import Planning

/// What the custody logs under `Corpus/collected` say of each original, so that a night with nothing new reads none of
/// them.
///
/// A cache: without it the logs are read again, and the same comes of them.
struct CustodyBook: Sendable {
    private let database: MemoryDatabase
    /// Absolute path of `Corpus/collected`.
    private let folder: String

    init(of corpus: URL, at file: URL) throws {
        folder = corpus.appendingPathComponent("collected").path
        let queue: DatabaseQueue
        do {
            queue = try Self.open(file)
        } catch is DatabaseError {
            // Damaged: nothing is lost with it but time.
            try FileManager.default.removeItem(at: file)
            queue = try Self.open(file)
        }
        database = MemoryDatabase(queue, at: file.path)
    }

    private static func open(_ file: URL) throws -> DatabaseQueue {
        let database = try DatabaseQueue(path: file.path)
        guard try database.read({ try !$0.tableExists("custody") }) else { return database }
        try database.write { db in
            try db.execute(
                sql: """
                    CREATE TABLE log (source TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
                    CREATE TABLE custody (
                        sha256 TEXT NOT NULL, source TEXT NOT NULL, fingerprint TEXT NOT NULL,
                        is_withdrawn INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (sha256, source)
                    ) WITHOUT ROWID;
                    CREATE INDEX custody_of ON custody (source);
                    """)
        }
        return database
    }

    /// Reads the logs that changed since they were last read. Remembers nothing yet.
    func changes() throws -> CustodyChanges {
        var changes = CustodyChanges()
        let known = try stamps()
        let stamps = Dictionary(uniqueKeysWithValues: sources().map { ($0, stamp(of: $0)) })
        for source in Set(known.keys).union(stamps.keys).sorted() where known[source] != stamps[source] {
            let now = stamps[source] == nil ? [:] : try read(source)
            let before = try fingerprints(from: source)
            for sha256 in Set(now.keys).union(before.keys) where now[sha256]?.fingerprint != before[sha256] {
                changes.touched.insert(sha256)
            }
            changes.logs[source] = CustodyChanges.Log(stamp: stamps[source], originals: now)
        }
        return changes
    }

    /// Remembers what logs say.
    func remember(_ changes: CustodyChanges) throws {
        guard !changes.logs.isEmpty else { return }
        try database.write { db in
            for (source, log) in changes.logs.sorted(by: { $0.key < $1.key }) {
                try db.execute(sql: "DELETE FROM custody WHERE source = ?", arguments: [source])
                try db.execute(sql: "DELETE FROM log WHERE source = ?", arguments: [source])
                guard let stamp = log.stamp else { continue }
                for (sha256, held) in log.originals.sorted(by: { $0.key < $1.key }) {
                    try db.execute(
                        sql: "INSERT INTO custody VALUES (?, ?, ?, ?, ?)",
                        arguments: [
                            sha256, source, held.fingerprint, held.isWithdrawn,
                            try JSONEncoder().encode(held),
                        ])
                }
                try db.execute(sql: "INSERT INTO log VALUES (?, ?)", arguments: [source, stamp])
            }
        }
    }
}

/// What the logs say that was not known.
struct CustodyChanges {
    struct Log {
        /// Nil where the log is gone.
        var stamp: String?
        var originals: [String: HeldOriginal]
    }

    /// SHA-256 of originals of which something else is said now.
    var touched: Set<String> = []
    var logs: [String: Log] = [:]
}

/// What one log says of one original.
struct HeldOriginal: Codable, Sendable {
    var custody: [Custody] = []
    /// The encoding that its server declared when it came.
    var charset: String?
    /// SHA-256 of versions that it took the place of.
    var supersedes: [String] = []
    /// The source says so at every address that it came from.
    var isWithdrawn: Bool { !withdrawnAt.isEmpty && withdrawnAt.count == places.count }
    private var places: Set<String> = []
    private var withdrawnAt: Set<String> = []

    mutating func take(_ line: CustodyLine) {
        custody.append(Custody(line))
        charset = charset ?? line.charset
        if let before = line.supersedes { supersedes.append(before) }
        let place = line.url ?? line.place ?? ""
        places.insert(place)
        switch line.event {
        case .withdrawn: withdrawnAt.insert(place)
        case .collected, .found, .back, .reinstated, .received: withdrawnAt.remove(place)
        case .sameText, .gone: break
        }
    }

    /// Of all that goes into a record.
    var fingerprint: String {
        do {
            return Planning.fingerprint(
                of: try custody.map { String(decoding: try CanonicalJSON.line($0), as: UTF8.self) }
                    + ["\(isWithdrawn)"])
        } catch {
            return "unreadable"
        }
    }
}

extension CustodyBook {
    /// What all logs say of an original, in order of their names.
    func held(_ sha256: String) -> [HeldOriginal] {
        do {
            return try database.read { db in
                try Data.fetchAll(
                    db, sql: "SELECT content FROM custody WHERE sha256 = ? ORDER BY source",
                    arguments: [sha256]
                ).map { try JSONDecoder().decode(HeldOriginal.self, from: $0) }
            }
        } catch {
            return []
        }
    }

    /// How an original was obtained, as its records tell: what it is attached to, then what the logs say.
    func custody(of original: PresentOriginal) -> [Custody] {
        original.custody + held(original.sha256).flatMap(\.custody)
    }

    /// The encoding that its server declared, where one did.
    func charset(of sha256: String) -> String? { held(sha256).lazy.compactMap(\.charset).first }

    /// Hashes of what is said of originals, by SHA-256, where anything is.
    func fingerprints(of originals: [String]) throws -> [String: String] {
        let rows = try database.read { db in
            // Many are had faster all at once.
            guard originals.count < 1_000 else {
                return try Row.fetchAll(
                    db, sql: "SELECT sha256, fingerprint FROM custody ORDER BY sha256, source")
            }
            return try originals.flatMap {
                try Row.fetchAll(
                    db, sql: "SELECT sha256, fingerprint FROM custody WHERE sha256 = ? ORDER BY source",
                    arguments: [$0])
            }
        }
        return Dictionary(rows.map { ($0[0], $0[1]) }) { $0 + $1 }
    }

    /// Sources that have withdrawn originals, by their SHA-256.
    func withdrawn() throws -> [String: Set<String>] {
        let rows = try database.read { db in
            try Row.fetchAll(db, sql: "SELECT sha256, source FROM custody WHERE is_withdrawn")
        }
        return Dictionary(grouping: rows) { $0[0] as String }.mapValues { Set($0.map { $0[1] as String }) }
    }

    /// All originals of which versions are known, with those that they took the place of, in order of SHA-256.
    func successions() throws -> [(later: String, earlier: [String])] {
        try database.read { db in
            let contents = try Row.fetchAll(
                db,
                sql: """
                    SELECT sha256, content FROM custody WHERE instr(content, '"supersedes":["') ORDER BY sha256, source
                    """)
            return try contents.map { row in
                (row[0], try JSONDecoder().decode(HeldOriginal.self, from: row[1] as Data).supersedes)
            }
        }
    }

    private func fingerprints(from source: String) throws -> [String: String] {
        let rows = try database.read { db in
            try Row.fetchAll(
                db, sql: "SELECT sha256, fingerprint FROM custody WHERE source = ?", arguments: [source])
        }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }

    private func stamps() throws -> [String: String] {
        let rows = try database.read { try Row.fetchAll($0, sql: "SELECT source, stamp FROM log") }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }

    /// Names of the folders that have a custody log.
    private func sources() -> [String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter {
                !$0.hasPrefix(".") && FileManager.default.fileExists(atPath: log(of: $0))
            }
        } catch {
            return []
        }
    }

    private func log(of source: String) -> String { folder + "/" + source + "/custody.jsonl" }

    /// Size, time and number of a log's file.
    private func stamp(of source: String) -> String {
        var facts = stat()
        guard stat(log(of: source), &facts) == 0 else { return "" }
        return "\(facts.st_size) \(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec) \(facts.st_ino)"
    }

    private func read(_ source: String) throws -> [String: HeldOriginal] {
        var originals: [String: HeldOriginal] = [:]
        try forEachCustodyLine(in: folder + "/" + source) { line in
            guard let sha256 = line.sha256 else { return }
            originals[sha256, default: HeldOriginal()].take(line)
        }
        return originals
    }
}
