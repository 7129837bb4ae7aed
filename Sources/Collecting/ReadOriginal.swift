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

/// The bytes of a file, at most `limit` of them: for who needs them whole. A night takes an `OriginalFile` instead.
public func readOriginal(at path: String, limit: Int) throws(OriginalError) -> [UInt8] {
    try OriginalFile(at: path, limit: limit).bytes()
}
