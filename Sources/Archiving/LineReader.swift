import Correspondence
import Foundation

/// Reads a file line by line in bounded memory, without the line breaks.
struct LineReader: ~Copyable {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private static let portion = 1 << 18

    /// Nil where there is no such file.
    init?(_ path: String) throws(ArchiveError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .notReadable(path: path, reason: systemMessage())
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    mutating func next() throws(ArchiveError) -> [UInt8]? {
        while true {
            if let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { position = end + 1 }
                return Array(buffer[position..<end])
            }
            if isAtEnd {
                defer { position = buffer.count }
                return position < buffer.count ? Array(buffer[position...]) : nil
            }
            try fill()
        }
    }

    private mutating func fill() throws(ArchiveError) {
        buffer.removeFirst(position)
        position = 0
        var more = [UInt8](repeating: 0, count: Self.portion)
        let count = more.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count < 0 && errno == EINTR { return }
        guard count >= 0 else { throw .notReadable(path: path, reason: systemMessage()) }
        isAtEnd = count == 0
        buffer.append(contentsOf: more.prefix(count))
    }
}
