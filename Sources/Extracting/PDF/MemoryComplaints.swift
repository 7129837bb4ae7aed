import Glibc

/// Listens to standard error while poppler works: out of memory, poppler says so there and nowhere else, and
/// goes on to report success with no text.
///
/// Only where the address space is limited, which is in a worker: standard error belongs to the whole process.
struct MemoryComplaints: ~Copyable {
    private let tap: (read: Int32, original: Int32)?

    init() {
        tap = Self.isLimited ? Self.open() : nil
    }

    deinit {
        if let tap { _ = Self.close(tap) }
    }

    /// Ends the listening, hands on what was heard, and says whether memory was short.
    consuming func heard() -> Bool {
        let said = tap.map { Self.close($0) } ?? ""
        discard self
        return said.contains("Out of memory") || said.contains("bad_alloc")
    }

    private static var isLimited: Bool {
        var limit = rlimit()
        return getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 && limit.rlim_cur != rlim_t.max
    }

    private static func open() -> (read: Int32, original: Int32)? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        // A full pipe loses words; it must not stop poppler.
        for end in ends { _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK) }
        let original = dup(STDERR_FILENO)
        guard original >= 0, dup2(ends[1], STDERR_FILENO) >= 0 else { return nil }
        _ = Glibc.close(ends[1])
        return (ends[0], original)
    }

    private static func close(_ tap: (read: Int32, original: Int32)) -> String {
        // Standard error is unbuffered. Flushing every stream would wait for whoever reads standard input.
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = max(0, read(tap.read, &bytes, bytes.count))
        _ = dup2(tap.original, STDERR_FILENO)
        _ = Glibc.close(tap.original)
        _ = Glibc.close(tap.read)
        if count > 0 { _ = write(STDERR_FILENO, bytes, count) }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
