import Foundation
import Glibc

/// One night at a time for an output folder. Held until the value is released; the system lets go of it when the
/// process ends, however it ends.
final class Lock: Sendable {
    private let descriptor: Int32

    /// - Throws: `NightError.locked` with what the holder wrote, or `.unwritable`.
    init(at file: URL) throws(NightError) {
        let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(file.path, systemMessage()) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.content(of: descriptor)
            close(descriptor)
            throw .locked(holder: holder.isEmpty ? "another night" : holder)
        }
        self.descriptor = descriptor
        ftruncate(descriptor, 0)
        let text = Array("process \(getpid())".utf8)
        _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    deinit {
        ftruncate(descriptor, 0)
        close(descriptor)
    }

    private static func content(of descriptor: Int32) -> String {
        let bytes = [UInt8](unsafeUninitializedCapacity: 256) { buffer, filled in
            filled = max(0, pread(descriptor, buffer.baseAddress, 256, 0))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

func systemMessage(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }

/// Who holds an output folder for a night just now; nil where nobody does.
///
/// - Throws: `NightError.unwritable` where the lock cannot be looked at.
public func nightHolder(of output: URL) throws(NightError) -> String? {
    let file = output.appendingPathComponent("cache/night.lock")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    do {
        _ = try Lock(at: file)
        return nil
    } catch .locked(let holder) {
        return holder
    }
}
