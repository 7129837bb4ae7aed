import Correspondence
import Foundation

/// The letters as JSON, one canonical file each, that any program can read: `Output/archive`.
///
/// `letters/3f/3f9a….json` are the records, `manifest.jsonl` lists them with their fixity, `relations.jsonl`
/// says how they stand to one another, `schema/letter.schema.json` describes them.
public struct Archive: Sendable {
    public let folder: URL
    let root: String

    public init(at folder: URL) {
        self.folder = folder
        root = folder.path
    }

    /// A record's place, relative to the archive.
    public static func path(of id: String) -> String { "letters/\(id.prefix(2))/\(id).json" }

    /// Makes the folders, brings records of an older version up to this one and publishes the schema. Call it
    /// before the first `write`.
    ///
    /// - Throws: `.newerVersion` where a later program has written here.
    public func prepare() throws(ArchiveError) {
        let found = try publishedVersion()
        if let found, found > Letter.schemaVersion {
            throw .newerVersion(path: root, found: found, known: Letter.schemaVersion)
        }
        try RecordFile.makeFolder(full("letters"))
        try RecordFile.makeFolder(full("schema"))
        if let found, found < Letter.schemaVersion { try migrateRecords() }
        try replaceIfChanged(LetterSchema.path, with: LetterSchema.document)
    }

    /// Writes a letter's record, unless the same bytes are there already.
    ///
    /// Letters may be written at the same time; afterwards `finish` makes them durable and enters them into the
    /// manifest.
    /// - Returns: The line for the manifest, and whether the record was not there or different.
    public func write(_ letter: Letter) throws(ArchiveError) -> (entry: ManifestEntry, isChanged: Bool) {
        let path = Self.path(of: letter.id)
        let bytes = try Self.record(of: letter)
        let folder = full("letters/\(letter.id.prefix(2))")
        guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw RecordFile.writeError(folder) }
        let isChanged = try RecordFile.bytes(at: full(path)) != bytes
        if isChanged { try RecordFile.replace(full(path), with: bytes, isDurable: false) }
        let entry = ManifestEntry(
            id: letter.id, originalSHA256: letter.original.sha256, path: path,
            recordSHA256: SHA256.hex(of: bytes), withdrawn: letter.withdrawn?.since)
        return (entry, isChanged)
    }

    /// Ends a batch: makes records and their names durable and brings the manifest up to date.
    ///
    /// - Parameter dropped: Ids whose records must leave the archive; a withdrawn letter is not one of them:
    ///   it keeps its record.
    public func finish(_ entries: [ManifestEntry], dropping dropped: Set<String> = []) throws(ArchiveError) {
        for id in dropped.sorted() { try remove(Self.path(of: id)) }
        if !entries.isEmpty || !dropped.isEmpty { try makeDurable(entries, dropped) }
        try mergeManifest(entries, dropping: dropped)
        try RecordFile.syncFolder(full("letters"))
        try RecordFile.syncFolder(root)
    }

    /// Records above which everything that waits to be written is, in one go: a file at a time waits for the disk
    /// each time (100 records: 0.07 s instead of 0.4 to 0.9 s).
    private static let fewRecords = 8

    private func makeDurable(_ entries: [ManifestEntry], _ dropped: Set<String>) throws(ArchiveError) {
        guard entries.count + dropped.count <= Self.fewRecords else {
            sync()
            return
        }
        for entry in entries where try holds(entry.id) { try RecordFile.syncFile(full(entry.path)) }
        let folders = Set((entries.map(\.id) + dropped).map { String($0.prefix(2)) })
        for name in folders.sorted() where FileManager.default.fileExists(atPath: full("letters/\(name)")) {
            try RecordFile.syncFolder(full("letters/\(name)"))
        }
    }

    /// The bytes of a letter's record. Relations are kept apart, so that a new letter rewrites no old record.
    static func record(of letter: Letter) throws(ArchiveError) -> [UInt8] {
        var letter = letter
        letter.relations = nil
        do {
            return [UInt8](try CanonicalJSON.document(letter))
        } catch {
            throw .damaged(path: path(of: letter.id), reason: "cannot be encoded: \(error)")
        }
    }

    func full(_ path: String) -> String { "\(root)/\(path)" }

    @discardableResult
    func replaceIfChanged(_ path: String, with bytes: [UInt8]) throws(ArchiveError) -> Bool {
        if try RecordFile.bytes(at: full(path)) == bytes { return false }
        try RecordFile.replace(full(path), with: bytes)
        return true
    }

    func remove(_ path: String) throws(ArchiveError) {
        guard unlink(full(path)) == 0 || errno == ENOENT else {
            throw .notWritable(path: full(path), reason: systemMessage())
        }
    }

    /// The version of records that the schema in the archive describes; nil where there is none that can be read.
    func publishedVersion() throws(ArchiveError) -> Int? {
        try RecordFile.bytes(at: full(LetterSchema.path)).flatMap(LetterSchema.version)
    }
}
