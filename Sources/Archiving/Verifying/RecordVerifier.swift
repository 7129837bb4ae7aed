import Correspondence
import Foundation

/// Holds records to the manifest, to the schema and to the ledger, in the order of ids.
struct RecordVerifier {
    private let archive: Archive
    private let check: SchemaCheck
    private let tombstones: Set<String>?
    private(set) var originals: OriginalVerifier
    private(set) var records = 0
    private(set) var damage: [Damage] = []
    /// Withdrawn letters whose records are sound.
    private var stones: Set<String> = []

    init(_ archive: Archive, corpus: URL?, tombstones: Set<String>?) throws(ArchiveError) {
        self.archive = archive
        self.tombstones = tombstones
        originals = OriginalVerifier(corpus: corpus)
        do {
            check = try SchemaCheck(schema: LetterSchema.document)
        } catch {
            throw .damaged(path: LetterSchema.path, reason: "\(error)")
        }
    }

    /// The manifest and the folders, side by side; then the originals that were not found, then the ledger.
    mutating func checkAll(_ progress: (Int) -> Void) throws(ArchiveError) {
        var manifest = try Archive.OrderedManifest(archive)
        var files = try archive.letters()
        var entry = manifest.next()
        var file = try files.nextID()
        while entry != nil || file != nil {
            if let id = file, entry.map({ ManifestLine.precedes(id, $0.id) }) ?? true {
                add(.recordExtra, id, "is not in the manifest", .enters)
                file = try files.nextID()
            } else if let known = entry {
                if file == known.id {
                    try checkRecord(known)
                    file = try files.nextID()
                } else {
                    add(.recordMissing, known.id, "is missing", .fromOriginal)
                    originals.seek(known)
                }
                records += 1
                progress(records)
                entry = manifest.next()
            }
        }
        for fault in manifest.faults {
            damage.append(
                Damage(
                    .manifestDamaged, path: Archive.manifestPath, message: fault,
                    remedy: Remedy.anew.rawValue))
        }
        let settled = try originals.settle()
        tellRemedies(lost: settled.lost)
        damage += settled.damage
        checkLedger()
    }

    private mutating func checkRecord(_ entry: ManifestEntry) throws(ArchiveError) {
        guard let bytes = try RecordFile.bytes(at: archive.full(entry.path)) else { return }
        let stored: StoredLetter
        do {
            stored = try Archive.stored(from: bytes, path: entry.path)
        } catch .damaged(_, let reason) {
            add(.recordDamaged, entry.id, "cannot be read (\(reason))", .fromOriginal)
            originals.seek(entry)
            return
        }
        let letter = stored.letter
        guard letter.id == entry.id else {
            add(.recordMisplaced, entry.id, "holds the record of \(letter.id)", .fromOriginal)
            originals.seek(entry)
            return
        }
        if SHA256.hex(of: bytes) != entry.recordSHA256 || letter.original.sha256 != entry.originalSHA256 {
            add(.recordChanged, entry.id, "was changed since it was written", .fromOriginal)
            originals.seek(entry)
            return
        }
        if stored.version < Letter.schemaVersion {
            add(.recordOutdated, entry.id, "is of version \(stored.version)", .migrates)
        } else if let violation = check.violation(in: bytes) {
            add(.recordAgainstSchema, entry.id, "is against the schema (\(violation))", .fromOriginal)
        }
        if letter.withdrawn == nil {
            try originals.check(letter)
        } else {
            stones.insert(letter.id)
        }
    }

    /// A record whose original is lost comes from the ledger, or from nowhere.
    private mutating func tellRemedies(lost: Set<String>) {
        for place in damage.indices where damage[place].remedy == Remedy.fromOriginal.rawValue {
            guard let id = damage[place].id else { continue }
            if tombstones?.contains(id) == true {
                damage[place].remedy = Remedy.fromLedger.rawValue
            } else if lost.contains(id) {
                damage[place].remedy = Remedy.fromBackup.rawValue
            }
        }
    }

    /// What the ledger says of withdrawn letters and what their records say.
    private mutating func checkLedger() {
        guard let tombstones else { return }
        let known = Set(damage.compactMap(\.id)).union(stones)
        for id in tombstones.sorted() where !known.contains(id) {
            damage.append(
                Damage(
                    .tombstoneMissing, id: id, path: Archive.path(of: id),
                    message: "the ledger has a tombstone of it, the archive has not",
                    remedy: Remedy.fromLedger.rawValue))
        }
        for id in stones.sorted() where !tombstones.contains(id) {
            damage.append(
                Damage(
                    .tombstoneUnknown, id: id, path: Archive.path(of: id),
                    message:
                        "is withdrawn, and the ledger, which alone outlives the archive, does not know it",
                    remedy: "'letterbook verify --repair' enters it there"))
        }
    }

    private mutating func add(_ kind: Damage.Kind, _ id: String, _ message: String, _ remedy: Remedy) {
        damage.append(
            Damage(kind, id: id, path: Archive.path(of: id), message: message, remedy: remedy.rawValue))
    }
}
