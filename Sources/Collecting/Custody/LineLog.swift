import Correspondence
import Foundation
import Glibc

/// An append-only file of JSON lines. A last line that was cut off while it was written was never said: it is taken away
/// when the file is next opened for writing.
struct LineLog: Sendable {
    let path: String

    init(at path: String) { self.path = path }

    /// Calls `body` with every whole line. Nothing where there is no file.
    ///
    /// - Returns: numbers, from 1, of lines that are not what they should be.
    @discardableResult
    func forEach<Line: Decodable>(
        _ type: Line.Type, _ body: (Line) -> Void
    ) throws(CollectError) -> [Int] {
        guard let data = try bytes() else { return [] }
        let decoder = JSONDecoder()
        var damaged: [Int] = []
        var number = 0
        var start = data.startIndex
        while let end = data[start...].firstIndex(of: UInt8(ascii: "\n")) {
            number += 1
            do {
                if end > start { body(try decoder.decode(type, from: data[start..<end])) }
            } catch {
                damaged.append(number)
            }
            start = end + 1
        }
        return damaged
    }

    /// Appends lines; durable when it returns, unless told otherwise.
    func append(_ lines: [some Encodable], isDurable: Bool = true) throws(CollectError) {
        guard !lines.isEmpty else { return }
        do {
            var bytes = Data()
            for line in lines { bytes += try CanonicalJSON.line(line) }
            try makeFolder(of: path)
            try write([UInt8](bytes), isDurable: isDurable)
        } catch let error as CollectError {
            throw error
        } catch {
            throw .unwritable(path, reason: error.localizedDescription)
        }
    }

    /// Takes away a last line that was cut off.
    func mend() throws(CollectError) {
        guard let data = try bytes(), let last = data.last, last != UInt8(ascii: "\n") else { return }
        let whole = data.lastIndex(of: UInt8(ascii: "\n")).map { $0 - data.startIndex + 1 } ?? 0
        guard truncate(path, whole) == 0 else { throw .unwritable(path, reason: systemMessage()) }
    }

    /// Writes all lines anew: the old ones or the new ones, never a part.
    func replace(with lines: [some Encodable]) throws(CollectError) {
        do {
            var bytes = Data()
            for line in lines { bytes += try CanonicalJSON.line(line) }
            try bytes.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .unwritable(path, reason: error.localizedDescription)
        }
    }

    private func write(_ bytes: [UInt8], isDurable: Bool) throws(CollectError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(path, reason: systemMessage()) }
        defer { close(descriptor) }
        try writeAll(bytes, to: descriptor, path: path)
        guard !isDurable || fsync(descriptor) == 0 else { throw .unwritable(path, reason: systemMessage()) }
    }

    private func bytes() throws(CollectError) -> Data? {
        guard access(path, F_OK) == 0 else { return nil }
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .unreadable(path, reason: error.localizedDescription)
        }
    }
}

/// Writes all bytes, however many calls that takes.
func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(CollectError) {
    var done = 0
    while done < bytes.count {
        let count = bytes.withUnsafeBytes {
            write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw .unwritable(path, reason: systemMessage()) }
        done += count
    }
}

/// Makes the folder that a file is to lie in, and those above it.
func makeFolder(of path: String) throws(CollectError) {
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    guard access(folder, F_OK) != 0 else { return }
    do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
        throw .unwritable(folder, reason: error.localizedDescription)
    }
}
