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
    var facts = stat()
    guard stat(root, &facts) == 0 else {
        if errno == ENOENT || errno == ENOTDIR { throw .missing(root) }
        throw .unreadable(root, reason: systemMessage())
    }
    guard facts.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(root) }
    var listing = CorpusListing()
    // Folders still to be read, relative to the root: a list of our own, so that depth costs no stack.
    var waiting = [""]
    while let folder = waiting.popLast() {
        let names: [String]
        switch readFolder(folder.isEmpty ? root : root + "/" + folder) {
        case .names(let found, let unreadable):
            names = found
            listing.skipped += unreadable.map {
                SkippedFile(path: join(folder, $0), reason: "its name is not UTF-8: rename it")
            }
        case .failed(let reason):
            guard !folder.isEmpty else { throw .unreadable(root, reason: reason) }
            listing.skipped.append(SkippedFile(path: folder, reason: "the folder cannot be read: \(reason)"))
            continue
        }
        for name in names where !name.hasPrefix(".") {
            let path = join(folder, name)
            switch examine(root + "/" + path, as: path, name: name, ignored: ignored) {
            case .file(let file): listing.files.append(file)
            case .folder: waiting.append(path)
            case .skipped(let reason): listing.skipped.append(SkippedFile(path: path, reason: reason))
            }
        }
    }
    listing.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    listing.skipped.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return listing
}

private enum Examined {
    case file(CorpusFile)
    case folder
    case skipped(String)
}

private func examine(_ absolute: String, as path: String, name: String, ignored: [String]) -> Examined {
    var facts = stat()
    guard lstat(absolute, &facts) == 0 else { return .skipped("it vanished while the corpus was read") }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFLNK: return .skipped("a link: links are not followed; put the file itself here")
    case S_IFREG: break
    default: return .skipped("not a regular file (a pipe, a socket or a device)")
    }
    if let pattern = ignored.first(where: { matches($0, name: name, path: path) }) {
        return .skipped("ignored by the pattern '\(pattern)'")
    }
    return .file(
        CorpusFile(
            path: path, size: Int(facts.st_size),
            modified: Int64(facts.st_mtim.tv_sec) * 1_000_000_000 + Int64(facts.st_mtim.tv_nsec),
            inode: UInt64(facts.st_ino)))
}

/// A pattern that begins with `/` is for the corpus's own folder, like `/README*`; any other is for names and paths.
private func matches(_ pattern: String, name: String, path: String) -> Bool {
    if pattern.hasPrefix("/") { return fnmatch(pattern, "/" + path, 0) == 0 }
    return fnmatch(pattern, name, 0) == 0 || fnmatch(pattern, path, 0) == 0
}

private func join(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }

private enum FolderContent {
    case names([String], unreadable: [String])
    case failed(String)
}

private func readFolder(_ path: String) -> FolderContent {
    guard let handle = opendir(path) else { return .failed(systemMessage()) }
    defer { closedir(handle) }
    var names: [String] = []
    var unreadable: [String] = []
    while let entry = readdir(handle) {
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
                if let text = String(validatingCString: name) {
                    if text != "." && text != ".." { names.append(text) }
                } else {
                    unreadable.append(String(cString: name))
                }
            }
        }
    }
    return .names(names, unreadable: unreadable)
}

func systemMessage(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }
