import GRDB

/// SQLite's version as it runs: `3.40.1`.
///
/// - Throws: what SQLite says where it cannot even do this.
public func sqliteVersion() throws -> String {
    try DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") } ?? "unknown"
}
