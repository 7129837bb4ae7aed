import Correspondence
import Glibc

/// The originals of one source: each written once, under a name of our own, and never altered.
struct OriginalStore: Sendable {
    let folder: String

    init(at folder: String) { self.folder = folder }

    /// Keeps bytes.
    ///
    /// - Returns: the file's name: the letter's id, which is the beginning of the SHA-256, and an ending by format.
    func put(_ bytes: [UInt8], sha256: String, ending: String) throws(CollectError) -> String {
        for length in [16, 64] {
            let name = "\(sha256.prefix(length)).\(ending)"
            if try write(bytes, sha256: sha256, as: name) { return name }
        }
        throw .unwritable(folder, reason: "other bytes lie under the name of \(sha256)")
    }

    /// - Returns: false where other bytes have that name.
    private func write(_ bytes: [UInt8], sha256: String, as name: String) throws(CollectError) -> Bool {
        let path = folder + "/" + name
        if access(path, F_OK) == 0 { return try holds(path, sha256) }
        // Hidden, so that no night takes it for a letter.
        let temporary = folder + "/.incoming-\(getpid())-\(sha256.prefix(16))"
        try makeFolder(of: temporary)
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o444)
        guard descriptor >= 0 else { throw .unwritable(temporary, reason: systemMessage()) }
        defer {
            close(descriptor)
            unlink(temporary)
        }
        try writeAll(bytes, to: descriptor, path: temporary)
        guard fsync(descriptor) == 0 else { throw .unwritable(temporary, reason: systemMessage()) }
        // Unlike a renaming, a link never takes the place of another file.
        if link(temporary, path) != 0 {
            guard errno == EEXIST else { throw .unwritable(path, reason: systemMessage()) }
            return try holds(path, sha256)
        }
        return try syncFolder()
    }

    private func holds(_ path: String, _ sha256: String) throws(CollectError) -> Bool {
        do {
            return try OriginalFile(at: path, limit: .max).sha256() == sha256
        } catch {
            throw .unreadable(path, reason: error.description)
        }
    }

    private func syncFolder() throws(CollectError) -> Bool {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unwritable(folder, reason: systemMessage()) }
        defer { close(descriptor) }
        fsync(descriptor)
        return true
    }
}
