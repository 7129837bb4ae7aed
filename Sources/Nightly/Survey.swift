import Collecting
import Correspondence
import Definitions
import Extracting
import Planning

/// What the corpus holds tonight, by content.
struct Survey {
    /// One for each distinct content that is read.
    var originals: [PresentOriginal] = []
    var skipped: [SkippedFile] = []
    /// Files that could not be read at all.
    var unreadable: [(path: String, reason: String)] = []
    /// Files that were read tonight.
    var learnt: [KnownFile] = []
    /// Paths of earlier nights that are gone.
    var gone: [String] = []
}

/// Lists the corpus and reads what is new in it.
///
/// - Parameter known: files of earlier nights, by path; they are not opened again while size, time and inode
///   stand.
/// - Throws: `CorpusError` where there is no corpus.
func survey(
    _ workspace: Workspace, known: [String: KnownFile], progress: (Int, Int) -> Void
) throws(CorpusError) -> Survey {
    let root = workspace.corpus.path
    let listing = try listCorpus(at: root, ignoring: workspace.configuration.ignore)
    let (remembered, toRead) = settled(listing.files, known: known)
    var survey = Survey()
    survey.skipped = listing.skipped
    for (position, file) in toRead.enumerated() {
        progress(position, toRead.count)
        do {
            let bytes = try readOriginal(
                at: root + "/" + file.path, limit: workspace.configuration.sizeLimit << 20)
            survey.learnt.append(KnownFile(facts: file, content: content(of: bytes, path: file.path)))
        } catch {
            survey.unreadable.append((file.path, error.description))
        }
    }
    let here = Set(listing.files.map(\.path))
    survey.gone = known.keys.filter { !here.contains($0) }.sorted()
    survey.join(remembered + survey.learnt)
    return survey
}

private func content(of bytes: [UInt8], path: String) -> FileContent {
    let verdict: FileContent.Verdict
    switch recognize(bytes, name: path) {
    case .readable(let mediaType): verdict = .original(mediaType)
    case .unreadable(let reason): verdict = .skipped(reason)
    }
    return FileContent(sha256: SHA256.hex(of: bytes), verdict: verdict)
}

extension Survey {
    /// Same bytes twice are one original with both paths.
    fileprivate mutating func join(_ files: [KnownFile]) {
        var byContent: [String: PresentOriginal] = [:]
        for file in files {
            switch file.content.verdict {
            case .skipped(let reason):
                skipped.append(SkippedFile(path: file.facts.path, reason: reason))
            case .original(let mediaType):
                let fresh = PresentOriginal(
                    sha256: file.content.sha256, mediaType: mediaType, paths: [], size: file.facts.size)
                byContent[file.content.sha256, default: fresh].paths.append(file.facts.path)
            }
        }
        skipped.sort { $0.path < $1.path }
        originals = byContent.values.map { original in
            var original = original
            original.paths.sort()
            return original
        }
        originals.sort { $0.paths[0] < $1.paths[0] }
    }
}
