import Correspondence
import Foundation

extension Archive {
    /// The ids of all records that are there, by their file names alone.
    ///
    /// - Throws: `.missing` where there is no archive yet.
    public func ids() throws(ArchiveError) -> Set<String> {
        var found: Set<String> = []
        for folder in try folderNames() { found.formUnion(try ids(in: folder)) }
        return found
    }

    /// Whether there is a record of this full id.
    public func holds(_ id: String) throws(ArchiveError) -> Bool {
        var status = stat()
        let path = full(Self.path(of: id))
        if stat(path, &status) == 0 { return true }
        guard errno == ENOENT || errno == ENOTDIR else {
            throw .notReadable(path: path, reason: systemMessage())
        }
        return false
    }

    /// The ids of the letters of one original whose records are there.
    public func ids(of sha256: String) throws(ArchiveError) -> [String] {
        let first = String(sha256.prefix(16))
        var ids: [String] = []
        var id = first
        while try holds(id) {
            ids.append(id)
            id = "\(first)-\(ids.count + 1)"
        }
        return ids
    }
}
