import Correspondence
import Foundation

/// Reads and replaces whole files so that a reader sees the old bytes or the new ones, even after a power cut.
enum RecordFile {
    /// The bytes of a file; nil where there is none.
    static func bytes(at path: String) throws(ArchiveError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .notReadable(path: path, reason: systemMessage())
        }
        defer { close(descriptor) }
        var status = stat()
        let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        var bytes = [UInt8](repeating: 0, count: size + 1)
        var filled = 0
        while true {
            let count = bytes.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .notReadable(path: path, reason: systemMessage()) }
            filled += count
            if count == 0 { break }
            if filled == bytes.count { bytes.append(contentsOf: [UInt8](repeating: 0, count: bytes.count)) }
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    /// SHA-256 of a file of any size; nil where there is none.
    static func hash(of path: String) throws(ArchiveError) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .notReadable(path: path, reason: systemMessage())
        }
        defer { close(descriptor) }
        var hash = SHA256()
        var portion = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = portion.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .notReadable(path: path, reason: systemMessage()) }
            if count == 0 { return hash.finalizeHex() }
            hash.update(portion[..<count])
        }
    }

    /// Writes beside the file, syncs, renames. The folder must exist.
    ///
    /// - Parameter isDurable: false leaves the syncing to the caller, who does it for many files at once.
    static func replace(_ path: String, with bytes: [UInt8], isDurable: Bool = true) throws(ArchiveError) {
        var writer = try ReplacingWriter(path)
        try writer.write(bytes)
        try writer.commit(isDurable: isDurable)
    }

    static func makeFolder(_ path: String) throws(ArchiveError) {
        do {
            try FileManager.default.createDirectory(
                at: URL(fileURLWithPath: path, isDirectory: true), withIntermediateDirectories: true)
        } catch {
            throw ArchiveError.notWritable(path: path, reason: reason(of: error))
        }
    }

    /// Makes the names in a folder as durable as the files' bytes.
    static func syncFolder(_ path: String) throws(ArchiveError) { try sync(path, O_DIRECTORY) }

    static func syncFile(_ path: String) throws(ArchiveError) { try sync(path, 0) }

    private static func sync(_ path: String, _ flags: Int32) throws(ArchiveError) {
        let descriptor = open(path, O_RDONLY | flags | O_CLOEXEC)
        guard descriptor >= 0 else { throw .notWritable(path: path, reason: systemMessage()) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw writeError(path) }
    }

    /// All of the bytes, through short counts and interrupts; false where that fails, with the reason in `errno`.
    static func write(all bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = Foundation.write(
                descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return false }
            written += count
        }
        return true
    }

    static func writeError(_ path: String) -> ArchiveError {
        errno == ENOSPC || errno == EDQUOT
            ? .diskFull(path: path) : .notWritable(path: path, reason: systemMessage())
    }

    private static func reason(of error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        guard let underlying, underlying.domain == NSPOSIXErrorDomain else { return "\(error)" }
        return systemMessage(Int32(underlying.code))
    }
}

/// A file in the making: hidden under a temporary name until it is whole. Dropped unless committed.
struct ReplacingWriter: ~Copyable {
    private let path: String
    private let temporary: String
    private let descriptor: Int32
    private var isCommitted = false

    init(_ path: String) throws(ArchiveError) {
        self.path = path
        let place = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        temporary = path[..<place] + "." + path[place...] + ".part"
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw RecordFile.writeError(path) }
    }

    deinit {
        close(descriptor)
        if !isCommitted { unlink(temporary) }
    }

    mutating func write(_ bytes: [UInt8]) throws(ArchiveError) {
        let isWritten = bytes.withUnsafeBytes { RecordFile.write(all: $0, to: descriptor) }
        guard isWritten else { throw RecordFile.writeError(path) }
    }

    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
        guard RecordFile.write(all: bytes, to: descriptor) else { throw RecordFile.writeError(path) }
    }

    mutating func commit(isDurable: Bool = true) throws(ArchiveError) {
        guard !isDurable || fsync(descriptor) == 0, rename(temporary, path) == 0 else {
            throw RecordFile.writeError(path)
        }
        isCommitted = true
    }
}
