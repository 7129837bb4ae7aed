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
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        let data = try Data(contentsOf: file)
        return try data[..<Self.wholeLength(data)].split(separator: UInt8(ascii: "\n"))
            .map { try JSONDecoder().decode(type, from: Data($0)) }
    }

    /// The whole lines that can be read, and the numbers, from 1, of those that cannot.
    func soundLines<Line: Decodable>(of type: Line.Type) throws -> (lines: [Line], damaged: [Int]) {
        guard FileManager.default.fileExists(atPath: file.path) else { return ([], []) }
        let data = try Data(contentsOf: file)
        var lines: [Line] = []
        var damaged: [Int] = []
        for (place, line) in data[..<Self.wholeLength(data)].split(separator: UInt8(ascii: "\n")).enumerated()
        {
            do {
                lines.append(try JSONDecoder().decode(type, from: Data(line)))
            } catch {
                damaged.append(place + 1)
            }
        }
        return (lines, damaged)
    }

    /// Writes all lines anew: the old ones or the new ones, never a part.
    func replace(with lines: [some Encodable]) throws(NightError) {
        do {
            var bytes = Data()
            for line in lines { bytes += try CanonicalJSON.line(line) }
            try bytes.write(to: file, options: .atomic)
        } catch {
            throw .unwritable(file.path, error.localizedDescription)
        }
    }

    /// Appends lines and makes them durable.
    func append(_ lines: [some Encodable]) throws(NightError) {
        guard !lines.isEmpty else { return }
        do {
            var bytes = Data()
            for line in lines { bytes += try CanonicalJSON.line(line) }
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
            let handle = try FileHandle(forUpdating: file)
            defer { handle.closeFile() }
            let whole = Self.wholeLength(try handle.readToEnd() ?? Data())
            try handle.truncate(atOffset: UInt64(whole))
            try handle.seekToEnd()
            try handle.write(contentsOf: bytes)
            try handle.synchronize()
        } catch {
            throw .unwritable(file.path, error.localizedDescription)
        }
    }

    /// Bytes up to and with the last line break.
    private static func wholeLength(_ data: Data) -> Int {
        data.lastIndex(of: UInt8(ascii: "\n")).map { $0 - data.startIndex + 1 } ?? 0
    }
}
