/// Why the index could not be read or written: which file, what happened, what to do.
public enum IndexError: Error, Hashable, CustomStringConvertible {
    case missing(path: String)
    case diskFull(path: String)
    case notWritable(path: String, reason: String)
    case notReadable(path: String, reason: String)
    /// Not a database, or a part of it is gone.
    case damaged(path: String, reason: String)
    case newerVersion(path: String)
    case olderVersion(path: String)

    public var description: String {
        switch self {
        case .missing(let path):
            "\(path): there is no index here yet; run 'letterbook index' to build it from the archive"
        case .diskFull(let path):
            "\(path): the disk is full; free some space and run 'letterbook index'; the old index is untouched"
        case .notWritable(let path, let reason):
            "\(path): cannot be written (\(reason)); check its owner and permissions, or choose another --output"
        case .notReadable(let path, let reason):
            "\(path): cannot be read (\(reason)); check its owner and permissions, then try again"
        case .damaged(let path, let reason):
            "\(path): damaged (\(reason)); run 'letterbook index' to build it anew from the archive"
        case .newerVersion(let path):
            """
            \(path): this output was written by a newer version of letterbook; use that version, or run \
            'letterbook index' to build it anew
            """
        case .olderVersion(let path):
            "\(path): made by an older version of letterbook; run 'letterbook index' to build it anew"
        }
    }
}
