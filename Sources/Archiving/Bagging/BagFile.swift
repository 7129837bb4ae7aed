import Correspondence
import Foundation

/// A file of a bag in the making, hashed while it is written.
struct BagFile: ~Copyable {
    private let path: String
    private let descriptor: Int32
    private var hash = SHA256()
    private(set) var bytes = 0

    /// Makes the file; it must not be there.
    init(_ path: String) throws(ArchiveError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw RecordFile.writeError(path) }
    }

    deinit { close(descriptor) }

    mutating func write(_ portion: some Collection<UInt8>) throws(ArchiveError) {
        let portion = Array(portion)
        hash.update(portion)
        guard portion.withUnsafeBytes({ RecordFile.write(all: $0, to: descriptor) }) else {
            throw RecordFile.writeError(path)
        }
        bytes += portion.count
    }

    /// SHA-256 of what was written.
    func digest() -> String { hash.finalizeHex() }
}
