import Correspondence
import Foundation

/// An append-only log of JSON lines under `Output/ledger`: the part of the output that cannot be made again.
struct LedgerLog: Sendable {
    private let file: URL

    init(at file: URL) { self.file = file }

    /// Every whole line. A last line without its line break was cut off while it was written: it was never said.
    func lines<Line: Decodable>(of type: Line.Type) throws -> [Line] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        let data = try Data(contentsOf: file)
        return try data[..<Self.wholeLength(data)].split(separator: UInt8(ascii: "\n"))
            .map { try JSONDecoder().decode(type, from: Data($0)) }
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
