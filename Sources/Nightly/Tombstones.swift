import Archiving
import Correspondence
import Foundation

/// Letters whose originals are gone: `Output/ledger/tombstones.jsonl`, one line each, with the last record, so that
/// nothing a citation points to is ever lost.
struct Tombstones: Sendable {
    private struct Line: Codable {
        var id: String
        var since: String
        var reason: String
        /// A letter that came back has a tombstone no longer.
        var lifted: Bool?
        /// As some version of the program wrote it.
        var record: StoredLetter?
    }

    /// A line without its record.
    private struct Mark: Decodable {
        var id: String
        var lifted: Bool?
    }

    private let log: LedgerLog
    /// Changes whenever the ledger does.
    var stamp: String { log.stamp }

    init(in output: URL) { log = LedgerLog(at: output.appendingPathComponent("ledger/tombstones.jsonl")) }

    /// Notes withdrawals, but those that a night which was cut off has noted already. The records carry their
    /// `withdrawn`.
    func append(_ withdrawn: [Letter]) throws {
        guard !withdrawn.isEmpty else { return }
        let noted = try standing()
        try log.append(
            withdrawn.filter { noted[$0.id] != $0 }.map {
                Line(
                    id: $0.id, since: $0.withdrawn?.since ?? "", reason: $0.withdrawn?.reason ?? "",
                    record: StoredLetter($0))
            })
    }

    /// Notes that letters came back, but those of which it is noted already.
    func lift(_ ids: [String], on day: String) throws {
        guard !ids.isEmpty else { return }
        let noted = try self.ids()
        try log.append(
            ids.filter(noted.contains).map {
                Line(id: $0, since: day, reason: "the original is back", lifted: true)
            })
    }

    /// The letters that are withdrawn now.
    func ids() throws -> Set<String> {
        var ids: Set<String> = []
        for line in try log.lines(of: Mark.self) {
            if line.lifted == true { ids.remove(line.id) } else { ids.insert(line.id) }
        }
        return ids
    }

    /// The last records of letters that are withdrawn now, by id.
    func standing() throws -> [String: Letter] { Self.standing(try log.lines(of: Line.self)) }

    /// The same from the lines that can be read, and the numbers of those that cannot.
    func survey() throws -> (standing: [String: Letter], damaged: [Int]) {
        let (lines, damaged) = try log.soundLines(of: Line.self)
        return (Self.standing(lines), damaged)
    }

    /// Drops the lines that cannot be read.
    func keepSoundLines() throws { try log.replace(with: try log.soundLines(of: Line.self).lines) }

    private static func standing(_ lines: [Line]) -> [String: Letter] {
        var standing: [String: Letter] = [:]
        for line in lines { standing[line.id] = line.lifted == true ? nil : line.record?.letter }
        return standing
    }
}
