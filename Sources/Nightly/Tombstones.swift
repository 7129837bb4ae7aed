import Archiving
import Correspondence
import Foundation

/// Letters whose originals are gone: `Output/ledger/tombstones.jsonl`, one line each, with the last record, so that
/// nothing a citation points to is ever lost. Append-only; part of any backup.
struct Tombstones: Sendable {
    private struct Line: Codable {
        var id: String
        var since: String
        var reason: String
        /// A letter that came back has an open tombstone no longer.
        var lifted: Bool?
        var record: Letter?
    }

    private let file: URL

    init(in output: URL) { file = output.appendingPathComponent("ledger/tombstones.jsonl") }

    /// Notes withdrawals. The records carry their `withdrawn`.
    func append(_ withdrawn: [Letter]) throws(NightError) {
        try append(
            lines: withdrawn.map {
                Line(
                    id: $0.id, since: $0.withdrawn?.since ?? "", reason: $0.withdrawn?.reason ?? "",
                    record: $0)
            })
    }

    /// Notes that letters came back.
    func lift(_ ids: [String], on day: String) throws(NightError) {
        try append(
            lines: ids.map { Line(id: $0, since: day, reason: "the original is back", lifted: true) })
    }

    /// The last records of letters that are withdrawn now, by id.
    func standing() throws -> [String: Letter] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [:] }
        var standing: [String: Letter] = [:]
        for bytes in try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")) {
            let line = try JSONDecoder().decode(Line.self, from: Data(bytes))
            standing[line.id] = line.lifted == true ? nil : line.record
        }
        return standing
    }

    private func append(lines: [Line]) throws(NightError) {
        guard !lines.isEmpty else { return }
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
            let handle = try FileHandle(forWritingTo: file)
            defer { handle.closeFile() }
            try handle.seekToEnd()
            for line in lines { try handle.write(contentsOf: CanonicalJSON.line(line)) }
            try handle.synchronize()
        } catch {
            throw .unwritable(file.path, error.localizedDescription)
        }
    }
}
