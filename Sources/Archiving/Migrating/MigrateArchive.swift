import Correspondence

extension Archive {
    /// Records after which a migration enters what it has done into the manifest.
    private static let portion = 50_000

    /// Brings every record that an older version wrote up to this one. `prepare` does so before it publishes the
    /// schema: a migration that is cut off is taken up again.
    ///
    /// A record that is not as it was written is left alone, for `verify` to tell of: new fixity would hide its
    /// damage. One that a migration before this one has rewritten, and was cut off before it could say so, is of
    /// this version already and sound; it is entered.
    func migrateRecords() throws(ArchiveError) {
        guard try RecordFile.hash(of: full(Self.manifestPath)) != nil else { return }
        var manifest = try manifest()
        var done: [ManifestEntry] = []
        while let entry = try manifest.next() {
            guard let bytes = try RecordFile.bytes(at: full(entry.path)),
                let stored = try sound(bytes, entry.path), stored.letter.id == entry.id
            else { continue }
            let isAsWritten = SHA256.hex(of: bytes) == entry.recordSHA256
            guard stored.version < Letter.schemaVersion ? isAsWritten : !isAsWritten else { continue }
            done.append(try write(stored.letter).entry)
            if done.count == Self.portion {
                try finish(done)
                done = []
            }
        }
        try finish(done)
    }

    /// Nil for bytes that are no record.
    private func sound(_ bytes: [UInt8], _ path: String) throws(ArchiveError) -> StoredLetter? {
        do {
            return try Self.stored(from: bytes, path: path)
        } catch .damaged {
            return nil
        }
    }
}
