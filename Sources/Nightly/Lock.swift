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

func systemMessage(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }

/// Who holds an output folder for a night just now; nil where nobody does. The lock is only looked at: a night that begins
/// meanwhile gets it.
///
/// - Throws: `NightError.unreadable` where the lock cannot be looked at.
public func nightHolder(of output: URL) throws(NightError) -> String? {
    let file = output.appendingPathComponent("cache/night.lock")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let holder: String
    do {
        holder = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    } catch {
        throw .unreadable(file.path, reason(of: error))
    }
    // A night that was cut off leaves its name, but no process.
    guard let number = holder.split(separator: " ").last.flatMap({ pid_t($0) }), number > 0,
        kill(number, 0) == 0 || errno == EPERM
    else { return nil }
    return holder
}
