import Correspondence

/// Something in the corpus that is not taken, and why.
public struct SkippedFile: Sendable, Hashable, Codable {
    public var path: String
    public var reason: String

    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }
}

/// What lies in the corpus. Nothing is passed over in silence: what is not a file is skipped with its reason.
public struct CorpusListing: Sendable, Hashable {
    /// Sorted by path.
    public var files: [CorpusFile]
    /// Sorted by path.
    public var skipped: [SkippedFile]

    public init(files: [CorpusFile] = [], skipped: [SkippedFile] = []) {
        self.files = files
        self.skipped = skipped
    }
}

/// Why the corpus cannot be listed at all.
public enum CorpusError: Error, Sendable, Hashable, CustomStringConvertible {
    case missing(String)
    case notAFolder(String)
    case unreadable(String, reason: String)

    public var description: String {
        switch self {
        case .missing(let path):
            "no corpus folder at \(path): make it and put letters in it, or name another with --corpus"
        case .notAFolder(let path):
            "the corpus \(path) is a file: name the folder that holds the letters"
        case .unreadable(let path, let reason):
            "the corpus \(path) cannot be read: \(reason); give this user the right to read it"
        }
    }
}
