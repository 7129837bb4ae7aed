import Correspondence
import Foundation

/// A file of lines that grows at its end.
struct AppendedFile: ~Copyable {
    private let path: String
    private let descriptor: Int32

    /// - Throws: `NightError.unwritable`.
    init(_ path: String) throws(NightError) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(path, systemMessage()) }
    }

    deinit { close(descriptor) }

    /// Writes whole lines behind the last whole line and makes them durable, or leaves the file as it was.
    ///
    /// - Throws: `NightError.unwritable`.
    func append(_ lines: [UInt8]) throws(NightError) {
        let end = try wholeLength()
        guard ftruncate(descriptor, end) == 0, Self.write(lines, to: descriptor, at: end),
            fsync(descriptor) == 0, syncFolder()
        else {
            let reason = systemMessage()
            // Where this fails, too, a line that is not whole is passed over by whoever reads.
            ftruncate(descriptor, end)
            throw .unwritable(path, reason)
        }
    }

    /// All of the bytes, through short counts and interrupts; false where that fails, with the reason in `errno`.
    static func write(_ bytes: [UInt8], to descriptor: Int32, at start: off_t) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = pwrite(
                    descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written,
                    start + off_t(written))
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return false }
                written += count
            }
            return true
        }
    }

    /// A name is as durable as the folder that it stands in.
    private func syncFolder() -> Bool {
        let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return false }
        defer { close(folder) }
        return fsync(folder) == 0
    }

    /// Bytes up to and with the last line break: what a night that was cut off left behind it is no line.
    private func wholeLength() throws(NightError) -> off_t {
        var end = lseek(descriptor, 0, SEEK_END)
        guard end >= 0 else { throw .unwritable(path, systemMessage()) }
        while end > 0 {
            let start = max(0, end - 65_536)
            let bytes = try read(Int(end - start), at: start)
            if let place = bytes.lastIndex(of: UInt8(ascii: "\n")) { return start + off_t(place) + 1 }
            end = start
        }
        return 0
    }

    private func read(_ count: Int, at start: off_t) throws(NightError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                pread(
                    descriptor, buffer.baseAddress.map { $0 + filled }, count - filled,
                    start + off_t(filled))
            }
            if got < 0 && errno == EINTR { continue }
            guard got > 0 else { throw .unreadable(path, systemMessage()) }
            filled += got
        }
        return bytes
    }
}
