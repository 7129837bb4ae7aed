import Correspondence
import Foundation
import GRDB

/// The archive as the index reads it. The closures are called in turn, never at the same time.
public struct IndexSource {
    /// The archive's fingerprint; an index that was made from an equal one is in step.
    public var fingerprint: String
    /// Starts reading the manifest anew and gives a function that returns its lines one by one, by id.
    public var manifest: () throws -> () throws -> ManifestEntry?
    /// A record by its id. Called from more than one thread.
    public var letter: @Sendable (String) throws -> Letter
    public var relations: () throws -> [String: [Relation]]
    /// All that changed since an earlier fingerprint, where that is known: then neither the manifest nor the relations
    /// need be read.
    public var changes: Changes?

    /// What changed in an archive.
    public struct Changes: Sendable {
        /// The archive's fingerprint before.
        public var since: String
        /// Letters that are new or have another record, in the order of ids.
        public var entered: [ManifestEntry]
        /// All relations of the letters that are entered, and of those whose relations are others now.
        public var relations: [String: [Relation]]

        public init(since: String, entered: [ManifestEntry], relations: [String: [Relation]]) {
            self.since = since
            self.entered = entered
            self.relations = relations
        }
    }

    public init(
        fingerprint: String, manifest: @escaping () throws -> () throws -> ManifestEntry?,
        letter: @escaping @Sendable (String) throws -> Letter,
        relations: @escaping () throws -> [String: [Relation]]
    ) {
        self.fingerprint = fingerprint
        self.manifest = manifest
        self.letter = letter
        self.relations = relations
    }
}

/// What was done to bring the index in step with the archive.
public enum IndexChange: Sendable, Hashable {
    case unchanged
    /// Letters entered or replaced, and letters taken out.
    case updated(entered: Int, removed: Int)
    case rebuilt(letters: Int)
}

extension LetterIndex {
    /// Up to so many letters an index is always built anew: it takes a second or two, and its bytes then
    /// depend on the archive alone.
    static let alwaysRebuiltUpTo = 1_000

    /// Brings the index in step with the archive: not at all, by the letters that changed, or from nothing.
    ///
    /// - Parameters:
    ///   - file: `Output/index/letterbook.sqlite`; its folder is made.
    ///   - rebuild: Build anew even where the index seems to be in step.
    /// - Throws: `IndexError`, or what reading the archive throws. The old index stays then.
    public static func bringUpToDate(
        _ file: URL, with source: IndexSource, rebuild: Bool = false
    ) throws -> IndexChange {
        do {
            // An index that cannot be read, for whatever reason, is replaced.
            if !rebuild, let old = try? LetterIndex(reading: file) {
                if try old.archiveFingerprint() == source.fingerprint { return .unchanged }
                if let difference = try old.difference(from: source) {
                    return try update(file, difference, source)
                }
            }
            return .rebuilt(letters: try build(file, source))
        } catch let error as DatabaseError {
            throw indexError(error, file.path)
        }
    }

    struct Difference: Sendable {
        var entered: [ManifestEntry] = []
        var removed: [String] = []
        /// Nil: all are entered anew.
        var relations: [String: [Relation]]?
    }

    /// What changed since; nil where building anew is the better way.
    private func difference(from source: IndexSource) throws -> Difference? {
        let count = try count()
        guard count > Self.alwaysRebuiltUpTo else { return nil }
        guard let changes = source.changes, try archiveFingerprint() == changes.since else {
            return try difference(from: source.manifest(), count: count)
        }
        let gone = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM gone") ?? 0 }
        guard (changes.entered.count + gone) * 5 <= count else { return nil }
        return Difference(entered: changes.entered, relations: changes.relations)
    }

    private func difference(from next: () throws -> ManifestEntry?, count: Int) throws -> Difference? {
        return try queue.read { db in
            var difference = Difference()
            let gone = try Int.fetchOne(db, sql: "SELECT count(*) FROM gone") ?? 0
            let rows = try Row.fetchCursor(db, sql: "SELECT id, record_sha256 FROM letter ORDER BY id")
            var row = try rows.next()
            var entry = try next()
            while row != nil || entry != nil {
                let id: String? = row?["id"]
                if let known = id, entry.map({ known < $0.id }) ?? true {
                    difference.removed.append(known)
                    row = try rows.next()
                } else if let new = entry {
                    if id != new.id || row?["record_sha256"] != LetterRows.fixity(new) {
                        difference.entered.append(new)
                    }
                    if id == new.id { row = try rows.next() }
                    entry = try next()
                }
                let changed = difference.entered.count + difference.removed.count + gone
                guard changed * 5 <= count else { return nil }
            }
            return difference
        }
    }

    private static func update(
        _ file: URL, _ difference: Difference, _ source: IndexSource
    ) throws -> IndexChange {
        let queue = try DatabaseQueue(path: file.path, configuration: configuration(readonly: false))
        // Enough to keep a night's changes in memory until they are committed, so that readers go on meanwhile.
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA cache_size = -48000") }
        try queue.write { db in
            let rows = LetterRows(db: db)
            var number = try max(highest("letter", db), highest("gone", db))
            try rows.delete(ids: difference.removed + difference.entered.map(\.id))
            for entry in difference.entered {
                number += 1
                try rows.insert(source.letter(entry.id), entry: entry, number: number)
            }
            if let relations = difference.relations {
                try rows.replace(relations)
            } else {
                try db.execute(sql: "DELETE FROM relation")
                try rows.insert(source.relations())
            }
            try finish(db, source)
        }
        return .updated(entered: difference.entered.count, removed: difference.removed.count)
    }

    private static func highest(_ table: String, _ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT max(number) FROM \(table)") ?? 0
    }

    /// What an index says of itself.
    static func finish(_ db: Database, _ source: IndexSource) throws {
        let facts = [
            "version": String(IndexTables.version), "archive": source.fingerprint, "program": programVersion,
            "letters": String(try Int.fetchOne(db, sql: "SELECT count(*) FROM letter") ?? 0),
        ]
        for (key, value) in facts.sorted(by: { $0.key < $1.key }) {
            try db.execute(sql: "INSERT OR REPLACE INTO about VALUES (?, ?)", arguments: [key, value])
        }
    }
}
