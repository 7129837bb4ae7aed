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
    ///   - tombstones: The ids of letters that are withdrawn, as the ledger has them; nil leaves the ledger
    ///     unchecked.
    ///   - progress: Called with the number of records looked at.
    /// - Throws: `.missing`, `.newerVersion`, or where a folder cannot be read at all.
    public func verify(
        corpus: URL?, tombstones: Set<String>? = nil, progress: (Int) -> Void = { _ in }
    ) throws(ArchiveError) -> Verification {
        guard FileManager.default.fileExists(atPath: full("letters")) else { throw .missing(path: root) }
        var found = Verification()
        try checkSchema(&found)
        var verifier = try RecordVerifier(self, corpus: corpus, tombstones: tombstones)
        try verifier.checkAll(progress)
        found.records = verifier.records
        found.originals = verifier.originals.looked
        found.damage += verifier.damage
        found.damage += try damagedRelations() + strays()
        return found
    }

    private func checkSchema(_ found: inout Verification) throws(ArchiveError) {
        let bytes = try RecordFile.bytes(at: full(LetterSchema.path))
        if let version = bytes.flatMap(LetterSchema.version), version > Letter.schemaVersion {
            throw .newerVersion(path: root, found: version, known: Letter.schemaVersion)
        }
        guard bytes != LetterSchema.document else { return }
        let message = bytes == nil ? "is missing" : "is not the schema of this version"
        found.damage.append(
            Damage(
                .schemaChanged, path: LetterSchema.path, message: message,
                remedy: "the next night, or 'letterbook verify --repair', publishes it again"))
    }

    /// Lines of `relations.jsonl` that are none, or that begin at a letter that is not there.
    private func damagedRelations() throws(ArchiveError) -> [Damage] {
        let damage = { (message: String) in
            [
                Damage(
                    .relationsDamaged, path: Self.relationsPath, message: message,
                    remedy: "'letterbook verify --repair' makes it again")
            ]
        }
        let relations: [String: [Relation]]
        do {
            relations = try self.relations()
        } catch .damaged(_, let reason) {
            return damage(reason)
        }
        for (id, list) in relations.sorted(by: { $0.key < $1.key }) {
            let others = list.filter { $0.kind != .campaign }.map(\.id)
            for letter in [id] + others where try !holds(letter) {
                return damage("tells of \(letter), which is not there")
            }
        }
        return []
    }
}
