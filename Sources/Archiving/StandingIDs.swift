extension Archive {
    /// The ids of all records that are there, by their file names alone.
    ///
    /// - Throws: `.missing` where there is no archive yet.
    public func ids() throws(ArchiveError) -> Set<String> {
        var found: Set<String> = []
        for folder in try folderNames() { found.formUnion(try ids(in: folder)) }
        return found
    }
}
