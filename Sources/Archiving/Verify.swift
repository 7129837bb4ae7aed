import Correspondence
import Foundation

/// What was looked at, and what was found wrong.
public struct Verification: Sendable {
    public var records = 0
    public var originals = 0
    public var damage: [Damage] = []

    public init() {}
}

extension Archive {
    /// Compares every record and original with its fixity, and every record with the schema. Writes nothing.
    ///
    /// - Parameters:
    ///   - corpus: The folder of originals; nil leaves them unchecked.
    ///   - progress: Called with the number of records looked at.
    /// - Throws: `.missing`, or where a folder cannot be read at all.
    public func verify(corpus: URL?, progress: (Int) -> Void = { _ in }) throws(ArchiveError) -> Verification
    {
        var verifier = try Verifier(self, corpus: corpus)
        try verifier.checkSchema()
        try verifier.checkLetters(progress)
        verifier.checkRelations()
        return verifier.found
    }
}

private struct Verifier {
    let archive: Archive
    let corpus: URL?
    let check: SchemaCheck
    var found = Verification()
    /// SHA-256 of the originals of records that cannot say where they lie, by id.
    private var unplaced: [String: String] = [:]
    /// The last original's hash: letters of one file follow one another.
    private var lastOriginal: (path: String, hash: String?)?

    static let fromOriginal = "'letterbook verify --repair' makes it again from its original"

    init(_ archive: Archive, corpus: URL?) throws(ArchiveError) {
        self.archive = archive
        self.corpus = corpus
        do {
            check = try SchemaCheck(schema: LetterSchema.document)
        } catch {
            throw .damaged(path: LetterSchema.path, reason: "\(error)")
        }
    }

    mutating func checkSchema() throws(ArchiveError) {
        guard let bytes = try RecordFile.bytes(at: archive.full(LetterSchema.path)) else {
            guard FileManager.default.fileExists(atPath: archive.root) else {
                throw .missing(path: archive.root)
            }
            add(.schemaChanged, nil, LetterSchema.path, "is missing", "the next night publishes it again")
            return
        }
        if let version = LetterSchema.version(of: bytes), version > Letter.schemaVersion {
            throw .newerVersion(path: archive.root, found: version, known: Letter.schemaVersion)
        }
        if bytes != LetterSchema.document {
            add(
                .schemaChanged, nil, LetterSchema.path, "is not the schema of this version",
                "the next night publishes it again")
        }
    }

    /// The manifest and the folders, both in the order of ids, side by side.
    mutating func checkLetters(_ progress: (Int) -> Void) throws(ArchiveError) {
        var manifest = try archive.manifest()
        var files = try archive.letters()
        var entry = nextEntry(&manifest)
        var file = try files.nextID()
        while entry != nil || file != nil {
            if let id = file, entry.map({ ManifestLine.precedes(id, $0.id) }) ?? true {
                add(.recordExtra, id, Archive.path(of: id), "is not in the manifest", Self.fromOriginal)
                file = try files.nextID()
            } else if let known = entry {
                if file == known.id {
                    try checkRecord(known)
                    file = try files.nextID()
                } else {
                    add(.recordMissing, known.id, known.path, "is missing", Self.fromOriginal)
                    unplaced[known.id] = known.originalSHA256
                }
                found.records += 1
                progress(found.records)
                entry = nextEntry(&manifest)
            }
        }
        try checkUnplaced()
        try checkLeftovers()
    }

    private mutating func nextEntry(_ manifest: inout Archive.ManifestReader) -> ManifestEntry? {
        while true {
            do {
                return try manifest.next()
            } catch {
                add(
                    .manifestDamaged, nil, Archive.manifestPath, "\(error)",
                    "'letterbook verify --repair' writes it anew")
            }
        }
    }

    private mutating func checkRecord(_ entry: ManifestEntry) throws(ArchiveError) {
        guard let bytes = try RecordFile.bytes(at: archive.full(entry.path)) else { return }
        let isAsWritten = SHA256.hex(of: bytes) == entry.recordSHA256
        let letter: Letter
        do {
            letter = try Archive.letter(from: bytes, path: entry.path)
        } catch {
            let reason = if case .damaged(_, let reason) = error { reason } else { "\(error)" }
            add(.recordDamaged, entry.id, entry.path, "cannot be read (\(reason))", Self.fromOriginal)
            unplaced[entry.id] = entry.originalSHA256
            return
        }
        if letter.id != entry.id {
            add(.recordMisplaced, entry.id, entry.path, "holds the record of \(letter.id)", Self.fromOriginal)
            unplaced[entry.id] = entry.originalSHA256
        } else if !isAsWritten {
            add(.recordChanged, entry.id, entry.path, "was changed since it was written", Self.fromOriginal)
        } else if let violation = check.violation(in: bytes) {
            add(
                .recordAgainstSchema, entry.id, entry.path, "is against the schema (\(violation))",
                Self.fromOriginal)
        }
        if letter.id == entry.id, letter.withdrawn == nil { try checkOriginal(letter, entry.originalSHA256) }
    }

    private mutating func checkOriginal(_ letter: Letter, _ sha256: String) throws(ArchiveError) {
        guard let corpus else { return }
        found.originals += 1
        var isThere = false
        for path in letter.original.paths {
            let hash = try hash(corpus.appendingPathComponent(path).path)
            if hash == sha256 {
                isThere = true
            } else if hash != nil {
                add(
                    .originalChanged, letter.id, path, "is not the original any more (SHA-256 \(sha256) is)",
                    "restore it from a backup; the next night takes the changed one for a new letter")
            }
        }
        if !isThere, let path = letter.original.paths.first,
            try hash(corpus.appendingPathComponent(path).path) == nil
        {
            add(
                .originalMissing, letter.id, path, "the original is missing",
                "restore it from a backup (SHA-256 \(sha256)); the next night sets a tombstone for it")
        }
    }

    private mutating func hash(_ path: String) throws(ArchiveError) -> String? {
        if let last = lastOriginal, last.path == path { return last.hash }
        let hash = try RecordFile.hash(of: path)
        lastOriginal = (path, hash)
        return hash
    }

    /// Looks through the whole corpus for the originals of records that are lost.
    private mutating func checkUnplaced() throws(ArchiveError) {
        guard let corpus, !unplaced.isEmpty else { return }
        var there: Set<String> = []
        let files = FileManager.default.enumerator(at: corpus, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            if let hash = try RecordFile.hash(of: file.path) { there.insert(hash) }
        }
        for (id, sha256) in unplaced.sorted(by: { $0.key < $1.key }) where !there.contains(sha256) {
            add(
                .originalMissing, id, Archive.path(of: id),
                "its original (SHA-256 \(sha256)) is not in the corpus either",
                "restore one of them from a backup")
        }
    }

    private mutating func checkLeftovers() throws(ArchiveError) {
        for path in try archive.leftovers() {
            add(
                .leftover, nil, path, "was left by a write that was interrupted",
                "'letterbook verify --repair' removes it")
        }
    }

    mutating func checkRelations() {
        do {
            _ = try archive.relations()
        } catch {
            add(
                .relationsDamaged, nil, Archive.relationsPath, "\(error)",
                "'letterbook verify --repair' makes it again")
        }
    }

    private mutating func add(
        _ kind: Damage.Kind, _ id: String?, _ path: String, _ message: String, _ remedy: String
    ) {
        found.damage.append(Damage(kind, id: id, path: path, message: message, remedy: remedy))
    }
}

extension Archive {
    /// What interrupted writes left behind, relative to the archive.
    func leftovers() throws(ArchiveError) -> [String] {
        var found: [String] = []
        for folder in [""] + (try folderNames().map { "letters/\($0)/" }) {
            do {
                found += try FileManager.default.contentsOfDirectory(atPath: full(folder))
                    .filter { $0.hasPrefix(".") && $0.hasSuffix(".part") }.sorted().map { folder + $0 }
            } catch {
                throw ArchiveError.notReadable(path: full(folder), reason: "\(error)")
            }
        }
        return found
    }
}
