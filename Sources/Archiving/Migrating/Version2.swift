extension RecordMigration {
    /// Version 2 says of a letter that was replaced which one took its place. Nothing that was there is different.
    static let version2 = RecordMigration(version: 2, summary: "withdrawn.replacedBy is new") { _ in }
}
