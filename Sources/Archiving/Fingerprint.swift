import Correspondence
import Foundation

/// What tells that a file is as it was, without reading it.
struct FileStamp: Hashable, Codable {
    /// Bytes.
    var size: Int64
    /// Nanoseconds since 1970.
    var modified: Int64
    /// Nanoseconds since 1970; set by the system alone.
    var changed: Int64
    var inode: UInt64

    /// Nil where there is no such file.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        size = Int64(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        changed = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
        inode = UInt64(status.st_ino)
    }
}

extension Archive {
    /// What tells that nothing in the archive was replaced, added or removed, without reading it: the stamps of the
    /// manifest, of the relations and of the folders. Changes of a record's bytes in place do not show.
    ///
    /// - Returns: A hash, and when the last change was, in nanoseconds since 1970: what happens within a tick of the
    ///   system's clock (some milliseconds) after it does not show either.
    public func stamp() throws(ArchiveError) -> (digest: String, lastChange: Int64) {
        let paths =
            [Self.manifestPath, Self.relationsPath, "letters"] + (try folderNames()).map { "letters/\($0)" }
        let stamps = paths.map { FileStamp(full($0)) }
        let text = zip(paths, stamps).map { path, stamp in
            let facts = stamp.map { "\($0.size) \($0.modified) \($0.changed) \($0.inode)" }
            return "\(path) \(facts ?? "-")\n"
        }
        return (SHA256.hex(of: text.joined().utf8), stamps.compactMap { $0?.changed }.max() ?? 0)
    }

    /// A hash of the manifest and the relations: equal archives have equal ones. For colophons, and to see
    /// whether what is derived is in step. Nil where there is no archive.
    ///
    /// Taken from the cache where both files are as they were when it was noted: hashing them takes a second for a
    /// million letters.
    public func fingerprint() throws(ArchiveError) -> String? {
        if let noted = try notedFingerprint() { return noted }
        return try computedFingerprint()
    }

    /// The same from the files' bytes alone.
    public func computedFingerprint() throws(ArchiveError) -> String? {
        guard let manifest = try RecordFile.hash(of: full(Self.manifestPath)) else { return nil }
        let relations = try RecordFile.hash(of: full(Self.relationsPath))
        return SHA256.hex(of: "\(manifest) \(relations ?? "")".utf8)
    }

    /// Notes the fingerprint in `cache/fingerprint.json` beside the archive, so that programs that only read need not
    /// compute it. Does nothing where there is no cache.
    public func noteFingerprint() throws(ArchiveError) {
        guard FileManager.default.fileExists(atPath: cacheFolder), try notedFingerprint() == nil,
            let manifest = FileStamp(full(Self.manifestPath))
        else { return }
        let relations = FileStamp(full(Self.relationsPath))
        guard let fingerprint = try computedFingerprint() else { return }
        let note = FingerprintNote(manifest: manifest, relations: relations, fingerprint: fingerprint)
        let bytes: Data
        do {
            bytes = try CanonicalJSON.line(note)
        } catch {
            throw .notWritable(path: noteFile, reason: "\(error)")
        }
        try RecordFile.replace(noteFile, with: [UInt8](bytes), isDurable: false)
    }

    private var cacheFolder: String {
        folder.deletingLastPathComponent().appendingPathComponent("cache").path
    }
    private var noteFile: String { cacheFolder + "/fingerprint.json" }

    private func notedFingerprint() throws(ArchiveError) -> String? {
        guard let noted = FileStamp(noteFile), let bytes = try RecordFile.bytes(at: noteFile),
            let note = Self.note(bytes), let manifest = FileStamp(full(Self.manifestPath)),
            note.manifest == manifest, note.relations == FileStamp(full(Self.relationsPath))
        else { return nil }
        // A file that was changed again within a tick of the system's clock has the same stamp.
        let tick: Int64 = 20_000_000
        let last = max(manifest.changed, note.relations?.changed ?? 0)
        return last + tick < noted.modified ? note.fingerprint : nil
    }

    /// Nil for a note that is damaged: a cache may be.
    private static func note(_ bytes: [UInt8]) -> FingerprintNote? {
        do { return try CanonicalJSON.decode(FingerprintNote.self, from: Data(bytes)) } catch { return nil }
    }
}

private struct FingerprintNote: Codable {
    var manifest: FileStamp
    var relations: FileStamp?
    var fingerprint: String
}
