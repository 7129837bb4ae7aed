import Collecting
import Correspondence
import Definitions
import Extracting
import Planning

/// What the corpus holds tonight, beside what earlier nights saw.
struct Survey {
    var skipped: [SkippedFile] = []
    /// Files that could not be read at all.
    var unreadable: [(path: String, reason: String)] = []
    /// Files that were read tonight.
    var learnt: [KnownFile] = []
    /// Paths of earlier nights that are gone.
    var gone: [String] = []
    /// SHA-256 of contents that came, went, or lie elsewhere now.
    var touched: Set<String> = []
}

/// Lists the corpus and reads what is new in it. Files of earlier nights are not opened again while size, time and
/// inode stand.
///
/// - Throws: `CorpusError` where there is no corpus.
func survey(_ workspace: Workspace, memory: Memory, progress: (Int, Int) -> Void) throws -> Survey {
    let root = workspace.corpus.path
    let listing = try listCorpus(at: root, ignoring: workspace.configuration.ignore)
    let (new, missing) = listing.difference(from: try memory.stamps())
    var survey = Survey()
    survey.skipped = listing.skipped
    for (position, file) in new.enumerated() {
        progress(position, new.count)
        do {
            let original = try OriginalFile(
                at: root + "/" + file.path, limit: workspace.configuration.sizeLimit << 20)
            let content = FileContent(of: try original.contents(), path: file.path)
            survey.learnt.append(KnownFile(facts: file, content: content))
        } catch {
            survey.unreadable.append((file.path, error.description))
        }
    }
    // A file that changed is not gone, though its old stamp is.
    let here = Set(new.map(\.path))
    let before = try memory.files(stamped: missing)
    survey.gone = before.map(\.facts.path).filter { !here.contains($0) }.sorted()
    survey.touched = Set((before + survey.learnt).map(\.content.sha256))
    return survey
}

extension FileContent {
    fileprivate init(of contents: OriginalContents, path: String) {
        let verdict: Verdict
        switch recognize(contents.ends, name: path) {
        case .readable(let mediaType): verdict = .original(mediaType)
        case .unreadable(let reason): verdict = .skipped(reason)
        }
        self.init(sha256: contents.sha256, verdict: verdict)
    }
}

extension CorpusListing {
    /// Files whose stamps are not among the known ones, sorted by path, and known stamps that no file has.
    ///
    /// - Parameter known: in rising order.
    func difference(from known: [UInt64]) -> (new: [CorpusFile], missing: [UInt64]) {
        var newStamps: Set<UInt64> = []
        var missing: [UInt64] = []
        var rest = known[...]
        for stamp in stamps.sorted() {
            while let next = rest.first, next < stamp {
                missing.append(next)
                rest.removeFirst()
            }
            if rest.first == stamp { rest.removeFirst() } else { newStamps.insert(stamp) }
        }
        guard !newStamps.isEmpty else { return ([], missing + rest) }
        let new = stamps.indices.filter { newStamps.contains(stamps[$0]) }.map(file)
        return (new.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }, missing + rest)
    }
}
