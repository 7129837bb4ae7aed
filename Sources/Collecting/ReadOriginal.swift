import Correspondence
import Glibc

/// Why an original cannot be read.
public enum OriginalError: Error, Sendable, Hashable, CustomStringConvertible {
    case unreadable(String)
    case tooLarge(bytes: Int, limit: Int)
    case vanished
    /// Its bytes are others than those that were planned for.
    case changed

    public var description: String {
        switch self {
        case .unreadable(let reason): "cannot be read: \(reason); give this user the right to read it"
        case .tooLarge(let bytes, let limit):
            "\(bytes / 1_048_576) MiB, over the limit of \(limit / 1_048_576) MiB: raise size-limit in letterbook.yaml"
        case .changed: "changed while the night read it: the next night will take it as it is then"
        case .vanished: "vanished while the corpus was read: the next night will see"
        }
    }
}

/// The bytes of a file, at most `limit` of them.
public func readOriginal(at path: String, limit: Int) throws(OriginalError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
        throw errno == ENOENT ? .vanished : .unreadable(systemMessage())
    }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw .unreadable(systemMessage()) }
    guard Int(facts.st_size) <= limit else { throw .tooLarge(bytes: Int(facts.st_size), limit: limit) }
    // One byte more than stated shows a file that grew meanwhile.
    var bytes: [UInt8] = []
    var chunk = Int(facts.st_size) + 1
    while true {
        var failure: Int32 = 0
        let more = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, filled in
            let got = read(descriptor, buffer.baseAddress, chunk)
            if got < 0 { failure = errno } else { filled = got }
        }
        if failure == EINTR { continue }
        guard failure == 0 else { throw .unreadable(systemMessage(failure)) }
        if more.isEmpty { return bytes }
        bytes = bytes.isEmpty ? more : bytes + more
        guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
        chunk = 65_536
    }
}
