import Correspondence

extension Archive {
    /// Mends what can be mended from what is there, and takes out damaged records whose originals are sound, so
    /// that the next night makes them again. What has no sound original is left as it is.
    ///
    /// - Returns: The ids of the records that the next night must make again.
    public func repair(_ verification: Verification) throws(ArchiveError) -> Set<String> {
        let lost = Set(
            verification.damage.filter { [.originalMissing, .originalChanged].contains($0.kind) }.compactMap(
                \.id))
        var entered: [ManifestEntry] = []
        var taken: Set<String> = []
        for damage in verification.damage where damage.concernsRecord {
            guard let id = damage.id else { continue }
            if damage.kind == .recordExtra, let entry = try sound(id) {
                entered.append(entry)
            } else if !lost.contains(id) {
                taken.insert(id)
            }
        }
        for path in try leftovers() { try remove(path) }
        if verification.damage.contains(where: { $0.kind == .relationsDamaged }) {
            try remove(Self.relationsPath)
        }
        try finish(entered, dropping: taken)
        return taken
    }

    /// The manifest's line for a record that is not in it; nil where the record is not sound.
    private func sound(_ id: String) throws(ArchiveError) -> ManifestEntry? {
        let letter: Letter
        do {
            letter = try read(id)
        } catch .damaged {
            return nil
        }
        return letter.id == id ? try write(letter).entry : nil
    }
}
