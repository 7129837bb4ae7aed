import Collecting
import Correspondence
import Foundation
import GRDB
import Planning

/// The files of the corpus as earlier nights saw them.
extension Memory {
    /// Of all files, in rising order.
    func stamps() throws -> [UInt64] {
        try database.read { db in
            var stamps: [UInt64] = []
            let rows = try Int64.fetchCursor(db, sql: "SELECT stamp FROM file ORDER BY stamp")
            while let stamp = try rows.next() { stamps.append(UInt64(bitPattern: stamp)) }
            // The database counts the upper half as negative.
            let upper = stamps.firstIndex { $0 < 1 << 63 } ?? stamps.endIndex
            return Array(stamps[upper...] + stamps[..<upper])
        }
    }

    func files() throws -> [KnownFile] {
        try database.read { try Self.contents($0, "SELECT content FROM file ORDER BY number") }
    }

    /// Files of a format that is not read.
    func skippedFiles() throws -> [KnownFile] {
        try database.read { try Self.contents($0, "SELECT content FROM file WHERE is_skipped") }
    }

    func files(stamped stamps: [UInt64]) throws -> [KnownFile] {
        try database.read { db in
            try stamps.flatMap {
                try Self.contents(
                    db, "SELECT content FROM file WHERE stamp = ?", [Int64(bitPattern: $0)])
            }
        }
    }

    /// Files with any of these contents.
    func files(holding contents: Set<String>) throws -> [KnownFile] {
        try database.read { db in
            try contents.sorted().flatMap {
                try Self.contents(db, "SELECT content FROM file WHERE sha256 = ?", [$0])
            }
        }
    }

    /// The next night reads these files anew, though size, time and inode may be the known ones.
    func doubt(_ paths: [String]) throws {
        try database.write { db in
            // No file has this stamp: what they held stands until then.
            for path in paths {
                try db.execute(sql: "UPDATE file SET stamp = 0 WHERE path = ?", arguments: [path])
            }
        }
    }

    /// Notes what files hold and forgets files that are gone. Writes nothing where there is nothing to note.
    func remember(_ files: [KnownFile], forgetting gone: [String]) throws {
        guard !files.isEmpty || !gone.isEmpty else { return }
        try database.write { db in
            for path in gone { try db.execute(sql: "DELETE FROM file WHERE path = ?", arguments: [path]) }
            let insertion = try db.cachedStatement(
                sql: """
                    INSERT OR REPLACE INTO file (path, stamp, sha256, is_skipped, content) VALUES (?, ?, ?, ?, ?)
                    """)
            for file in files {
                let isSkipped = if case .skipped = file.content.verdict { true } else { false }
                try insertion.execute(
                    arguments: [
                        file.facts.path, Int64(bitPattern: CorpusListing.stamp(of: file.facts)),
                        file.content.sha256, isSkipped, try JSONEncoder().encode(file),
                    ])
            }
        }
    }
}
