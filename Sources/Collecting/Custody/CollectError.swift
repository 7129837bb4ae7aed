/// Why collecting as a whole cannot go on. One letter or one source that fails never is such a reason.
public enum CollectError: Error, Sendable, Hashable, CustomStringConvertible {
    case unwritable(String, reason: String)
    case unreadable(String, reason: String)

    public var description: String {
        switch self {
        case .unwritable(let path, let reason):
            "cannot write \(path): \(reason); free space or give this user the right, then collect again"
        case .unreadable(let path, let reason):
            "cannot read \(path): \(reason); give this user the right, or restore it from a backup"
        }
    }
}
