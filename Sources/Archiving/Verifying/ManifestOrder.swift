import Correspondence

extension Archive {
    /// The lines of a manifest in their order by id, whatever state it is in: sound ones are read one by one, and
    /// only a manifest whose lines are out of order is sorted in memory.
    struct OrderedManifest: ~Copyable {
        private var reader: ManifestReader?
        private var sorted: ArraySlice<ManifestEntry> = []
        /// What is wrong with it, line by line.
        private(set) var faults: [String] = []

        init(_ archive: Archive) throws(ArchiveError) {
            guard try RecordFile.hash(of: archive.full(Archive.manifestPath)) != nil else {
                reader = nil
                faults = ["is missing"]
                return
            }
            if try archive.isManifestOrdered() {
                reader = try archive.manifest()
                return
            }
            reader = nil
            faults = ["its lines are not in the order of ids, or one id has several"]
            var lines = try archive.manifest()
            var entries: [String: ManifestEntry] = [:]
            while let entry = Self.next(&lines, &faults) {
                // Of several lines for one id, the one that is true of the record.
                if entries[entry.id] != nil {
                    let hash = try RecordFile.hash(of: archive.full(Archive.path(of: entry.id)))
                    guard hash == entry.recordSHA256 else { continue }
                }
                entries[entry.id] = entry
            }
            sorted = entries.values.sorted { ManifestLine.precedes($0.id, $1.id) }[...]
        }

        /// The next line that can be read.
        mutating func next() -> ManifestEntry? {
            guard var lines = reader.take() else { return sorted.popFirst() }
            let entry = Self.next(&lines, &faults)
            reader = consume lines
            return entry
        }

        private static func next(_ reader: inout ManifestReader, _ faults: inout [String]) -> ManifestEntry? {
            while true {
                do {
                    guard let entry = try reader.next() else { return nil }
                    if entry.path == Archive.path(of: entry.id) { return entry }
                    faults.append("the line of \(entry.id) names another path")
                } catch {
                    if case .damaged(_, let reason) = error { faults.append(reason) } else { return nil }
                }
            }
        }
    }

    /// Whether the manifest's ids rise from line to line, as far as lines can be read.
    private func isManifestOrdered() throws(ArchiveError) -> Bool {
        guard var lines = try LineReader(full(Self.manifestPath)) else { return true }
        var last: String?
        while let line = try lines.next() {
            guard let id = ManifestLine.id(line) else { continue }
            if let last, !ManifestLine.precedes(last, id) { return false }
            last = id
        }
        return true
    }

    /// Writes the manifest anew from the lines of it that can be read.
    func rewriteManifest() throws(ArchiveError) {
        var manifest = try OrderedManifest(self)
        var writer = try ReplacingWriter(full(Self.manifestPath))
        while let entry = manifest.next() { try writer.write(try ManifestLine.bytes(entry)) }
        try writer.commit()
    }
}
