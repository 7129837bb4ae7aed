import Correspondence
import Foundation
import Glibc

/// One night at a time for an output folder. Held until the value is released; the system lets go of it when the
/// process ends, however it ends.
///
/// The file names its holder until the night says that it has come to its end: so the next one knows of a night that was
/// cut off.
final class Lock: Sendable {
    private let descriptor: Int32
    /// The night before this one was killed, or failed.
    let wasCutOff: Bool

    /// - Throws: `NightError.locked` with what the holder wrote, or `.unwritable`.
    init(at file: URL) throws(NightError) {
        let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(file.path, systemMessage()) }
        let holder = Self.content(of: descriptor)
        guard Self.claim(descriptor) else {
            let reason = errno
            close(descriptor)
            guard reason == EWOULDBLOCK else { throw .unwritable(file.path, systemMessage(reason)) }
            throw .locked(holder: holder.isEmpty ? "another night" : holder)
        }
        self.descriptor = descriptor
        wasCutOff = !holder.isEmpty
        let text = Array("process \(getpid())".utf8)
        // Never empty on the way: whoever is killed here leaves its name or its forerunner's.
        guard AppendedFile.write(text, to: descriptor, at: 0), ftruncate(descriptor, off_t(text.count)) == 0
        else { throw .unwritable(file.path, systemMessage()) }
    }

    deinit { close(descriptor) }

    /// All that the night had to write is written.
    func comeToEnd() { ftruncate(descriptor, 0) }

    private static func claim(_ descriptor: Int32) -> Bool {
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EINTR else { return false }
        }
        return true
    }

    private static func content(of descriptor: Int32) -> String {
        let bytes = [UInt8](unsafeUninitializedCapacity: 256) { buffer, filled in
            filled = max(0, pread(descriptor, buffer.baseAddress, 256, 0))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Who holds an output folder for a night just now; nil where nobody does. The lock is only looked at: a night that begins
/// meanwhile gets it.
///
/// - Throws: `NightError.unreadable` where the lock cannot be looked at.
public func nightHolder(of output: URL) throws(NightError) -> String? {
    let file = output.appendingPathComponent("cache/night.lock")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    do {
        guard try isLocked(file) else { return nil }
        // A night that was cut off leaves its name, but no lock.
        let holder = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        return holder.isEmpty ? "another night" : holder
    } catch {
        throw .unreadable(file.path, reason(of: error))
    }
}

/// Whether a process holds a lock on a file, by the kernel's list of them: proc(5), `/proc/locks`.
private func isLocked(_ file: URL) throws -> Bool {
    var facts = stat()
    guard stat(file.path, &facts) == 0 else { return false }
    let locks = String(decoding: try Data(contentsOf: URL(fileURLWithPath: "/proc/locks")), as: UTF8.self)
    return locks.split(separator: "\n").contains { line in
        let fields = line.split(separator: " ")
        return fields.contains("FLOCK") && fields.contains { $0.hasSuffix(":\(facts.st_ino)") }
    }
}
