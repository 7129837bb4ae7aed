import Correspondence
import Glibc

/// Lists the regular files below a folder.
///
/// Hidden files and folders are left out. Links are not followed: a file is read where it lies. Folders named
/// like files are folders; pipes, sockets and devices are skipped with their reason.
///
/// - Parameters:
///   - root: absolute path of the corpus.
///   - ignored: shell patterns (`fnmatch`), matched against the name and the path in the corpus of each file;
///     one that begins with `/` only against the path, from the corpus's own folder on.
/// - Throws: `CorpusError` where the folder itself cannot be listed.
public func listCorpus(at root: String, ignoring ignored: [String] = []) throws(CorpusError) -> CorpusListing
{
    var listing = CorpusListing()
    try walkCorpus(at: root, ignoring: ignored) { meeting in
        switch meeting {
        case .file(let path, let facts): listing.add(path, facts)
        case .skipped(let path, let reason):
            listing.skipped.append(SkippedFile(path: path, reason: reason))
        }
    }
    listing.skipped.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return listing
}
