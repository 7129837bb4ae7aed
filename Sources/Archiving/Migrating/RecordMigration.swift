import Correspondence

/// How a record of one version becomes a record of the next. Once released, a step is never changed.
///
/// To raise the version: change `Letter` and the schema, raise `Letter.schemaVersion`, add a file
/// `Migrating/Version<N>.swift` with its step, a line in `RecordMigrations.all`, and a fixture of the old version.
public struct RecordMigration: Sendable {
    /// The version that it makes.
    public let version: Int
    /// What is different, for people.
    public let summary: String
    let change: @Sendable (inout [String: JSONValue]) throws -> Void
}

/// The way from the first version to this program's, one step a version.
public struct RecordMigrations: Sendable {
    public static let all = RecordMigrations([.version2])

    public let steps: [RecordMigration]

    init(_ steps: [RecordMigration]) { self.steps = steps }

    /// The version that the last step makes.
    public var newest: Int { steps.last?.version ?? 1 }

    /// A record brought up to the newest version.
    ///
    /// - Throws: `RecordVersionError`, or what a step throws for a record that is not of its version's shape.
    func migrated(_ record: [String: JSONValue]) throws -> [String: JSONValue] {
        guard case .integer(let version)? = record["schemaVersion"], version >= 1 else {
            throw RecordVersionError.none
        }
        guard version <= newest else { throw RecordVersionError.newer(version) }
        var record = record
        for step in steps where step.version > version {
            try step.change(&record)
            record["schemaVersion"] = .integer(step.version)
        }
        return record
    }
}

/// A record that no step leads from.
enum RecordVersionError: Error, Hashable, CustomStringConvertible {
    case none
    case newer(Int)

    var description: String {
        switch self {
        case .none: "'schemaVersion' is missing"
        case .newer(let version): "of version \(version)"
        }
    }
}
