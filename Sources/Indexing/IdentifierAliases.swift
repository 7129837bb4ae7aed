import Correspondence
import GRDB

/// What one proceeding is called: a file code, a docket, a RIN, a citation of the Federal Register.
///
/// Two names stand for the same proceeding where one letter answers it under both. Citations in the text and in
/// footnotes say nothing of the kind, nor does a letter that answers two file codes at once.
struct IdentifierAliases {
    let db: Database

    /// Kinds of names that a proceeding of an agency has.
    private static let kinds: [Identifier.Kind] = [
        .fileCode, .docket, .rin, .frCitation, .frDocument, .notice,
    ]

    struct Name: Hashable {
        var kind: Identifier.Kind
        var value: String
        var key: String { IdentifierKey.key(value) }
    }

    static func names(of letter: Letter) -> [Name] {
        names(
            of: letter.answers.filter { $0.confidence != .low }.flatMap { answer in
                letter.identifiers.filter { $0.value == answer.identifier }.map { ($0.kind, $0.value) }
            })
    }

    /// The names under which a letter answers one proceeding; none where it answers several.
    static func names(of answered: [(Identifier.Kind, String)]) -> [Name] {
        var values: [Identifier.Kind: Set<String>] = [:]
        for (kind, value) in answered { values[kind, default: []].insert(value) }
        let proceeding = kinds.compactMap { kind in values[kind].map { (kind, $0) } }
        guard proceeding.count > 1, proceeding.allSatisfy({ $0.1.count == 1 }) else { return [] }
        return proceeding.flatMap { kind, values in values.map { Name(kind: kind, value: $0) } }
    }

    /// - Parameter by: 1 for a letter that comes, -1 for one that goes.
    func count(_ names: [Name], by change: Int) throws {
        for name in names {
            for other in names where other != name {
                try db.cachedStatement(
                    sql: """
                        INSERT INTO identifier_alias VALUES (?, ?, ?, ?, ?) \
                        ON CONFLICT DO UPDATE SET letters = letters + excluded.letters
                        """
                ).execute(arguments: [name.key, other.kind.rawValue, other.key, other.value, change])
            }
        }
    }

    /// Other names of what is looked up, in the order of kinds.
    ///
    /// Of one kind that with the most letters: one letter's slip of the pen does not join two proceedings.
    static func others(of key: String, _ db: Database) throws -> [Name] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT type, value, letters FROM identifier_alias WHERE key = ? AND letters > 0 \
                    ORDER BY type, letters DESC, other
                    """), arguments: [key])
        var best: [Identifier.Kind: (names: [Name], letters: Int)] = [:]
        for row in rows {
            guard let kind = Identifier.Kind(rawValue: row["type"]) else { continue }
            let name = Name(kind: kind, value: row["value"])
            let letters: Int = row["letters"]
            let known = best[kind] ?? ([], letters)
            // A proposed and a final rule share a RIN: both are kept where both are frequent.
            if letters * 5 >= known.letters { best[kind] = (known.names + [name], known.letters) }
        }
        return kinds.flatMap { best[$0]?.names ?? [] }
    }
}
