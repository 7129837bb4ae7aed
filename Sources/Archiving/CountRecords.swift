extension Archive {
    /// How many records there are, by the manifest.
    ///
    /// - Throws: `.missing` where there is no archive.
    public func count() throws(ArchiveError) -> Int {
        guard var lines = try LineReader(full(Self.manifestPath)) else { throw .missing(path: root) }
        var count = 0
        while try lines.next() != nil { count += 1 }
        return count
    }
}
