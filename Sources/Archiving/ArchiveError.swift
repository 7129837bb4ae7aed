/// Why the archive could not be read or written: which file, what happened, what to do.
public enum ArchiveError: Error, Hashable, CustomStringConvertible {
    case diskFull(path: String)
    case notWritable(path: String, reason: String)
    case notReadable(path: String, reason: String)
    /// No archive has been made here yet.
    case missing(path: String)
    /// The bytes are not a record, a manifest line or a relation.
    case damaged(path: String, reason: String)
    case newerVersion(path: String, found: Int, known: Int)
    case noSuchLetter(id: String)
    /// Several letters' ids begin so; the first of them.
    case ambiguous(id: String, candidates: [String])

    public var description: String {
        switch self {
        case .diskFull(let path):
            "\(path): the disk is full; free some space and run again: nothing that was there is lost"
        case .notWritable(let path, let reason):
            "\(path): cannot be written (\(reason)); check its owner and permissions, or choose another --output"
        case .notReadable(let path, let reason):
            "\(path): cannot be read (\(reason)); check its owner and permissions"
        case .missing(let path):
            "\(path): there is no archive here yet; run 'letterbook nightly' first, or name its folder with --output"
        case .damaged(let path, let reason):
            "\(path): damaged (\(reason)); 'letterbook verify' lists all damage and how to restore it"
        case .newerVersion(let path, let found, let known):
            """
            \(path): this output was written by a newer version of letterbook (records of version \(found), this \
            program knows \(known)); use that version, or choose another --output
            """
        case .noSuchLetter(let id):
            "no letter's id begins with '\(id)'; 'letterbook query' lists ids"
        case .ambiguous(let id, let candidates):
            "several letters' ids begin with '\(id)': \(candidates.joined(separator: ", ")); type more of it"
        }
    }
}
