import Correspondence

/// What a file's bytes turned out to be.
public struct FileContent: Sendable, Hashable, Codable {
    public enum Verdict: Sendable, Hashable, Codable {
        /// A format that is read.
        case original(MediaType)
        /// None that is: the reason.
        case skipped(String)
    }

    public var sha256: String
    public var verdict: Verdict

    public init(sha256: String, verdict: Verdict) {
        self.sha256 = sha256
        self.verdict = verdict
    }
}

/// A file that an earlier night read.
public struct KnownFile: Sendable, Hashable, Codable {
    public var facts: CorpusFile
    public var content: FileContent

    public init(facts: CorpusFile, content: FileContent) {
        self.facts = facts
        self.content = content
    }
}

/// Splits the corpus into files whose content is known from an earlier night and files that must be read.
///
/// - Parameters:
///   - files: what is there now.
///   - known: what earlier nights remember, by path.
public func settled(
    _ files: [CorpusFile], known: [String: KnownFile]
) -> (known: [KnownFile], toRead: [CorpusFile]) {
    var settled: [KnownFile] = []
    var toRead: [CorpusFile] = []
    for file in files {
        if let remembered = known[file.path], remembered.facts == file {
            settled.append(remembered)
        } else {
            toRead.append(file)
        }
    }
    return (settled, toRead)
}
