import Correspondence
import Glibc

/// An original that is open for reading and never held in memory whole.
///
/// It stays the file that was opened, whatever becomes of its path; what is written into that file meanwhile shows in
/// `isUntouched`. The descriptor is closed with the last reference.
public final class OriginalFile: Sendable {
    /// Most bytes that are read at a time: 1 MiB. More is no faster.
    static let portion = 1 << 20

    /// For whoever reads it with `pread`; open as long as this object is held.
    public let descriptor: Int32
    /// Bytes, as it was opened.
    public let size: Int
    private let opened: Stamp

    /// Opens a regular file; never what a symbolic link leads to, and without waiting for a pipe's other end.
    ///
    /// - Parameter limit: bytes that it may have.
    public init(at path: String, limit: Int) throws(OriginalError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .vanished : .unreadable(systemMessage())
        }
        self.descriptor = descriptor
        // From here on `deinit` closes it, whatever is thrown.
        var facts = stat()
        let failure = fstat(descriptor, &facts) == 0 ? 0 : errno
        size = Int(facts.st_size)
        opened = Stamp(facts)
        guard failure == 0 else { throw .unreadable(systemMessage(failure)) }
        guard facts.st_mode & S_IFMT == S_IFREG else { throw .unreadable("it is not a regular file") }
        guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    }

    deinit { close(descriptor) }

    /// Whether size and times are those of the moment it was opened: then all that was read since are the same bytes.
    ///
    /// The time of the last change to the inode is among them, which no program can set back. So a new name or new
    /// rights count as a change too.
    public var isUntouched: Bool { stamp == opened }

    /// Whether all that was read since it was opened are bytes of this hash.
    ///
    /// What only got a new name, other rights or a link, as a backup makes one, is read again to tell.
    ///
    /// - Parameter sha256: of its bytes when it was opened.
    public func stillHolds(_ sha256: String) throws(OriginalError) -> Bool {
        let now = stamp
        if now == opened { return true }
        guard now?.isWritten(as: opened) ?? false else { return false }
        return try self.sha256() == sha256
    }

    /// Nil where the system does not say.
    private var stamp: Stamp? {
        var facts = stat()
        return fstat(descriptor, &facts) == 0 ? Stamp(facts) : nil
    }

    /// The SHA-256 of its bytes as lower-case hexadecimal digits.
    ///
    /// - Throws: `.changed` where it has become shorter.
    public func sha256() throws(OriginalError) -> String {
        var hash = SHA256()
        try eachPortion { portion, _ in hash.update(portion) }
        return hash.finalizeHex()
    }

    /// Its bytes, for who must have them whole.
    ///
    /// - Throws: `.changed` where it is not what it was when it was opened.
    public func bytes() throws(OriginalError) -> [UInt8] {
        let bytes = try bytes(in: 0..<size)
        guard isUntouched else { throw .changed }
        return bytes
    }

    /// - Throws: `.changed` where it ends before.
    func bytes(in range: Range<Int>) throws(OriginalError) -> [UInt8] {
        var failure: OriginalError?
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            do throws(OriginalError) {
                while filled < range.count {
                    let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled..<range.count])
                    filled += try read(into: rest, at: range.lowerBound + filled)
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// One portion after another, each with its place in the file.
    func eachPortion(_ body: (ArraySlice<UInt8>, Int) -> Void) throws(OriginalError) {
        var buffer = [UInt8](repeating: 0, count: min(size, Self.portion))
        var place = 0
        while place < size {
            let left = size - place
            let got = try buffer.withUnsafeMutableBufferPointer { (bytes) throws(OriginalError) in
                try read(into: UnsafeMutableBufferPointer(rebasing: bytes.prefix(left)), at: place)
            }
            body(buffer[..<got], place)
            place += got
        }
    }

    /// - Returns: how many bytes it read, at least one.
    private func read(
        into buffer: UnsafeMutableBufferPointer<UInt8>, at place: Int
    ) throws(OriginalError) -> Int {
        while true {
            let got = pread(descriptor, buffer.baseAddress, buffer.count, off_t(place))
            if got > 0 { return got }
            if got == 0 { throw .changed }
            if errno != EINTR { throw .unreadable(systemMessage()) }
        }
    }

    /// What shows that a file was written to.
    private struct Stamp: Equatable {
        private let size: Int
        /// Nanoseconds since 1970.
        private let modified, changed: Int64

        func isWritten(as other: Stamp) -> Bool { size == other.size && modified == other.modified }

        init(_ facts: stat) {
            func nanoseconds(_ time: timespec) -> Int64 {
                Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
            }
            size = Int(facts.st_size)
            modified = nanoseconds(facts.st_mtim)
            changed = nanoseconds(facts.st_ctim)
        }
    }
}
