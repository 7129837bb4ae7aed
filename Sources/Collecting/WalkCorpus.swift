import Correspondence
import Glibc

/// What a walk through the corpus meets, one after the other, in no order.
enum CorpusMeeting {
    /// A regular file: its path as UTF-8, of which nothing may be kept, and its facts.
    case file(UnsafeBufferPointer<UInt8>, stat)
    case skipped(String, reason: String)
}

/// Walks through the regular files below a folder, without a string for each: a million files take a second or two.
///
/// - Throws: `CorpusError` where the folder itself cannot be listed.
func walkCorpus(
    at root: String, ignoring ignored: [String], meet: (CorpusMeeting) -> Void
) throws(CorpusError) {
    var facts = stat()
    guard stat(root, &facts) == 0 else {
        if errno == ENOENT || errno == ENOTDIR { throw .missing(root) }
        throw .unreadable(root, reason: systemMessage())
    }
    guard facts.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(root) }
    // Folders still to be read, relative to the root: a list of our own, so that depth costs no stack.
    var waiting = [""]
    while let folder = waiting.popLast() {
        let reading = FolderReading(folder: folder, ignored: ignored)
        let failure = reading.read(folder.isEmpty ? root : root + "/" + folder, &waiting, meet)
        guard let failure else { continue }
        guard !folder.isEmpty else { throw .unreadable(root, reason: failure) }
        meet(.skipped(folder, reason: "the folder cannot be read: \(failure)"))
    }
}

/// One folder of the walk.
private struct FolderReading {
    /// Relative to the corpus.
    let folder: String
    /// Shell patterns.
    let ignored: [String]

    /// - Returns: Why the folder cannot be read; nil where it was.
    func read(_ place: String, _ waiting: inout [String], _ meet: (CorpusMeeting) -> Void) -> String? {
        guard let handle = opendir(place) else { return systemMessage() }
        defer { closedir(handle) }
        let descriptor = dirfd(handle)
        // The path, with a zero at its end for the system; the name is written over the last one's.
        var path = Array((folder.isEmpty ? "/" : "/" + folder + "/").utf8CString)
        path.removeLast()
        let start = path.count
        while let entry = readdir(handle) {
            path.removeSubrange(start...)
            withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
                    path.append(contentsOf: UnsafeBufferPointer(start: name, count: strlen(name) + 1))
                }
            }
            guard path[start] != CChar(bitPattern: UInt8(ascii: ".")) else { continue }
            path.withUnsafeBufferPointer { examine($0, start, in: descriptor, &waiting, meet) }
        }
        return nil
    }

    /// - Parameters:
    ///   - path: `/`, the path in the corpus, and a zero.
    ///   - start: Where the name begins.
    private func examine(
        _ path: UnsafeBufferPointer<CChar>, _ start: Int, in descriptor: Int32, _ waiting: inout [String],
        _ meet: (CorpusMeeting) -> Void
    ) {
        guard let base = path.baseAddress else { return }
        let name = base + start
        func text() -> String { String(cString: base + 1) }
        guard Self.isUTF8(path) else {
            meet(.skipped(text(), reason: "its name is not UTF-8: rename it"))
            return
        }
        var facts = stat()
        guard fstatat(descriptor, name, &facts, AT_SYMLINK_NOFOLLOW) == 0 else {
            meet(.skipped(text(), reason: "it vanished while the corpus was read"))
            return
        }
        switch facts.st_mode & S_IFMT {
        case S_IFDIR: waiting.append(text())
        case S_IFLNK:
            meet(
                .skipped(text(), reason: "a link: links are not followed; put the file itself here"))
        case S_IFREG:
            if let pattern = ignored.first(where: { Self.matches($0, name: name, path: base) }) {
                meet(.skipped(text(), reason: "ignored by the pattern '\(pattern)'"))
                return
            }
            (base + 1).withMemoryRebound(to: UInt8.self, capacity: path.count - 2) {
                meet(.file(UnsafeBufferPointer(start: $0, count: path.count - 2), facts))
            }
        default: meet(.skipped(text(), reason: "not a regular file (a pipe, a socket or a device)"))
        }
    }

    private static func isUTF8(_ path: UnsafeBufferPointer<CChar>) -> Bool {
        if path.allSatisfy({ $0 >= 0 }) { return true }
        return String(validating: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) != nil
    }

    /// A pattern that begins with `/` is for the corpus's own folder, like `/README*`; any other is for names and
    /// paths.
    ///
    /// - Parameter path: with `/` before it.
    private static func matches(
        _ pattern: String, name: UnsafePointer<CChar>, path: UnsafePointer<CChar>
    ) -> Bool {
        if pattern.hasPrefix("/") { return fnmatch(pattern, path, 0) == 0 }
        return fnmatch(pattern, name, 0) == 0 || fnmatch(pattern, path + 1, 0) == 0
    }
}
