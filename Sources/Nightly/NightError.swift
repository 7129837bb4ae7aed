import Foundation

/// Why a whole night fails. One bad letter never does: it goes to quarantine.
public enum NightError: Error, Sendable, CustomStringConvertible {
    case locked(holder: String)
    case unwritable(String, String)
    case unreadable(String, String)
    case noSuchLetter(String)
    case noSuchTopic(String, known: [String])
    case noSuchSource(String, known: [String])

    public var description: String {
        switch self {
        case .locked(let holder):
            "a night is already running here (\(holder)): wait until it ends"
        case .unwritable(let path, let reason):
            "cannot write \(path): \(reason); free space or give this user the right, then run the night again"
        case .unreadable(let path, let reason):
            "cannot read \(path): \(reason); look at its disk and its rights, then run the night again"
        case .noSuchTopic(let id, let known):
            "no active topic '\(id)' under Pipeline/topics; there are: \(known.joined(separator: ", "))"
        case .noSuchSource(let id, let known) where known.isEmpty:
            "no source '\(id)': there are none under Pipeline/sources; 'letterbook sources add URL' drafts one"
        case .noSuchSource(let id, let known):
            "no source '\(id)' under Pipeline/sources; there are: \(known.joined(separator: ", "))"
        case .noSuchLetter(let id):
            "no original's id begins with \(id): 'letterbook query' lists the ids"
        }
    }
}
