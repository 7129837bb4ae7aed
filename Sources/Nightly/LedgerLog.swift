import Correspondence
import Foundation

/// An append-only log of JSON lines under `Output/ledger`: the part of the output that cannot be made again.
struct LedgerLog: Sendable {
    private let file: URL

    init(at file: URL) { self.file = file }

    /// Size, time and number of the file: changes whenever it does.
    var stamp: String {
        var status = stat()
        guard stat(file.path, &status) == 0 else { return "none" }
        return "\(status.st_size) \(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec) \(status.st_ino)"
    }

    /// Every whole line. A last line without its line break was cut off while it was written: it was never said.
    func lines<Line: Decodable>(of type: Line.Type) throws -> [Line] {
        try wholeLines().map { try JSONDecoder().decode(type, from: Data($0)) }
    }

    /// The whole lines that can be read, and the numbers, from 1, of those that cannot.
    func soundLines<Line: Decodable>(of type: Line.Type) throws -> (lines: [Line], damaged: [Int]) {
        var lines: [Line] = []
        var damaged: [Int] = []
        for (place, line) in try wholeLines().enumerated() {
            do {
                lines.append(try JSONDecoder().decode(type, from: Data(line)))
            } catch {
                damaged.append(place + 1)
            }
        }
        return (lines, damaged)
    }

    /// Writes all lines anew: the old ones or the new ones, never a part.
    func replace(with lines: [some Encodable]) throws {
        try Nightly.replace(file, with: [UInt8](CanonicalJSON.lines(lines)))
    }

    /// Appends lines and makes them durable: all of them, or none where that fails.
    func append(_ lines: [some Encodable]) throws {
        guard !lines.isEmpty else { return }
        let bytes = [UInt8](try CanonicalJSON.lines(lines))
        try makeFolder(file.deletingLastPathComponent())
        let log = try AppendedFile(file.path)
        try log.append(bytes)
    }

    private func wholeLines() throws(NightError) -> [Data.SubSequence] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        let data: Data
        do {
            data = try Data(contentsOf: file)
        } catch {
            throw .unreadable(file.path, reason(of: error))
        }
        let whole = data.lastIndex(of: UInt8(ascii: "\n")).map { $0 - data.startIndex + 1 } ?? 0
        return data[..<whole].split(separator: UInt8(ascii: "\n"))
    }
}
