import Correspondence
import Foundation
import GRDB
import Planning

/// The originals that earlier nights dealt with.
extension Memory {
    /// By SHA-256.
    func originals() throws -> [String: KnownOriginal] {
        try database.read { db in
            Self.bySHA256(try Self.contents(db, "SELECT content FROM original"))
        }
    }

    /// Those among the given ones that are known, by SHA-256.
    func originals(_ contents: Set<String>) throws -> [String: KnownOriginal] {
        try database.read { db in
            Self.bySHA256(
                try contents.sorted().flatMap {
                    try Self.contents(db, "SELECT content FROM original WHERE sha256 = ?", [$0])
                })
        }
    }

    private static func bySHA256(_ originals: [KnownOriginal]) -> [String: KnownOriginal] {
        Dictionary(originals.map { ($0.sha256, $0) }) { first, _ in first }
    }

    /// SHA-256 of originals that are in quarantine.
    func failures() throws -> [String] {
        try database.read { try String.fetchAll($0, sql: "SELECT sha256 FROM original WHERE is_failed") }
    }

    /// SHA-256 of originals that begin so.
    func contents(beginningWith prefix: String) throws -> [String] {
        try database.read { db in
            try String.fetchAll(
                db, sql: "SELECT sha256 FROM original WHERE sha256 >= ? AND sha256 < ?",
                arguments: [prefix, prefix + "g"])
        }
    }

    /// What holds an original, or is held by it, by SHA-256.
    func attachedTo(_ sha256: String) throws -> [String] {
        try database.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT container FROM attached WHERE sha256 = ? UNION SELECT sha256 FROM attached WHERE container = ?
                    """,
                arguments: [sha256, sha256])
        }
    }

    /// All pairs of what is attached and what holds it, in the order of containers.
    func attachments() throws -> [(attached: String, container: String)] {
        try database.read { db in
            try Row.fetchAll(db, sql: "SELECT sha256, container FROM attached ORDER BY container, sha256")
                .map { ($0[0], $0[1]) }
        }
    }

    /// Notes what became of originals, once their records are safely on disk.
    func remember(_ originals: [KnownOriginal]) throws {
        guard !originals.isEmpty else { return }
        try database.write { db in
            for original in originals {
                let isFailed = if case .failed = original.outcome { true } else { false }
                try db.execute(
                    sql: "INSERT OR REPLACE INTO original VALUES (?, ?, ?)",
                    arguments: [original.sha256, isFailed, try JSONEncoder().encode(original)])
                try db.execute(
                    sql: "DELETE FROM attached WHERE container = ?", arguments: [original.sha256])
                for attached in original.attachments ?? [] {
                    try db.execute(
                        sql: "INSERT OR IGNORE INTO attached VALUES (?, ?)",
                        arguments: [attached.sha256, original.sha256])
                }
            }
        }
    }

    func forget(_ originals: [String]) throws {
        guard !originals.isEmpty else { return }
        try database.write { db in
            for sha256 in originals {
                try db.execute(sql: "DELETE FROM original WHERE sha256 = ?", arguments: [sha256])
                try db.execute(sql: "DELETE FROM attached WHERE container = ?", arguments: [sha256])
            }
        }
    }
}
