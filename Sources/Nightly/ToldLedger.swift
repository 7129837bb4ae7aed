import Correspondence
import Foundation

/// What saved queries have already told, and to whom it was delivered: `ledger/told.jsonl`.
struct ToldLedger {
    /// Either a letter that was told, or (without `letter`) the word that all until then was delivered.
    struct Line: Codable, Hashable {
        var query: String
        /// Start of the night, ISO 8601, UTC.
        var night: String
        var letter: String?
        /// SHA-256 of the record, by which an unchanged letter is known without reading it.
        var record: String?
        /// Of what the letter says, so that a record that was merely written anew is no news.
        var digest: String?
        var isChange: Bool?
    }

    private let log: LedgerLog
    private(set) var lines: [Line]

    init(in output: URL) throws {
        log = LedgerLog(at: output.appendingPathComponent("ledger/told.jsonl"))
        lines = try log.lines(of: Line.self)
    }

    mutating func append(_ new: [Line]) throws {
        try log.append(new)
        lines += new
    }

    /// The last line of each letter that a query has told.
    func told(by query: String) -> [String: Line] {
        var told: [String: Line] = [:]
        for line in lines where line.query == query {
            if let letter = line.letter { told[letter] = line }
        }
        return told
    }

    /// News, oldest first; lines that only note a record written anew are none.
    func news(of query: String) -> [Line] {
        lines.filter { $0.query == query && $0.letter != nil && $0.isChange != nil }
    }

    /// News that the query's command has not been given, or not with success.
    func undelivered(of query: String) -> [Line] {
        let last = lines.lastIndex { $0.query == query && $0.letter == nil } ?? -1
        return lines.indices.filter { $0 > last }.map { lines[$0] }
            .filter { $0.query == query && $0.letter != nil && $0.isChange != nil }
    }
}

extension Letter {
    /// Of what a reader would call the letter's content: not of evidence, provenance and where it was found.
    var newsDigest: String {
        var parts = [
            kind.rawValue, title ?? "", date?.value.description ?? "", sender?.organization ?? "",
            withdrawn?.since ?? "",
        ]
        parts += topics.map(\.id) + ["|"] + agencies.map { "\($0.id) \($0.role.rawValue)" } + ["|"]
        parts += identifiers.map(\.value) + ["|"] + asks.map(\.text) + ["|"] + pages.map(\.text)
        return String(SHA256.hex(of: parts.joined(separator: "\u{1F}").utf8).prefix(16))
    }
}
