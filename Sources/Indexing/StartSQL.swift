import Correspondence
import GRDB

/// A condition as a list of letters' numbers, read from an index; nil for one that has no such list.
struct StartSQL {
    let sql: ConditionSQL

    func start(_ condition: QueryCondition) throws -> Fragment? {
        switch condition {
        case .agency(let id):
            let family = sql.family(id)
            return Fragment(
                sql: "SELECT DISTINCT letter FROM letter_agency WHERE agency IN (\(sql.marks(family)))",
                arguments: StatementArguments(family))
        case .topic(let id):
            return Fragment(sql: "SELECT letter FROM letter_topic WHERE topic = ?", arguments: [id])
        case .identifier(let text, _):
            let (key, aliases) = try sql.identifierKeys(text)
            let keys = [key] + aliases.map(\.key)
            return Fragment(
                sql: "SELECT DISTINCT letter FROM identifier_key WHERE key IN (\(sql.marks(keys)))",
                arguments: StatementArguments(keys))
        case .sender(let name): return sender(name)
        case .kind(let kind): return indexed("letter_by_kind", "kind = ?", kind.rawValue)
        case .quality(let verdict): return indexed("letter_by_quality", "quality = ?", verdict.rawValue)
        case .has(.withdrawn): return indexed("letter_withdrawn", "withdrawn NOT NULL")
        case .has(.signOn): return indexed("letter_sign_on", "sign_on NOT NULL")
        case .campaign(let id):
            return Fragment(
                sql: "SELECT letter FROM relation WHERE other = ? AND type = 'campaign'", arguments: [id])
        case .letter(let id):
            return Fragment(
                sql: "SELECT number AS letter FROM letter WHERE id >= ? AND id < ?",
                arguments: [id.lowercased(), id.lowercased() + "~"])
        case .text(.prefix(let text)):
            return MatchExpression.prefix(text).map {
                Fragment(
                    sql: "SELECT rowid AS letter FROM letter_prefix WHERE letter_prefix MATCH ?",
                    arguments: [$0])
            }
        case .any(let parts): return try any(parts)
        default: return nil
        }
    }

    /// Of alternatives, each must have a list.
    private func any(_ parts: [QueryCondition]) throws -> Fragment? {
        let starts = try parts.compactMap(alternative)
        guard starts.count == parts.count, !starts.isEmpty else { return nil }
        return Fragment(
            sql: starts.map { "SELECT letter FROM (\($0.sql))" }.joined(separator: " UNION "),
            arguments: starts.reduce(into: []) { $0 += $1.arguments })
    }

    /// Of several conditions at once any list will do: the rest is looked up.
    private func alternative(_ condition: QueryCondition) throws -> Fragment? {
        switch condition {
        case .all(let parts):
            for part in parts {
                if let start = try alternative(part) { return start }
            }
            return nil
        case .text(let term):
            if let start = try start(condition) { return start }
            return MatchExpression.text(term).map {
                Fragment(
                    sql: "SELECT rowid AS letter FROM letter_words WHERE letter_words MATCH ?",
                    arguments: [$0])
            }
        default: return try start(condition)
        }
    }

    private func indexed(_ index: String, _ test: String, _ value: String? = nil) -> Fragment {
        Fragment(
            sql: "SELECT number AS letter FROM letter INDEXED BY \(index) WHERE \(test)",
            arguments: value.map { [$0] } ?? [])
    }

    private func sender(_ name: String) -> Fragment? {
        let key = NameKey.words(name)
        guard !key.isEmpty else { return nil }
        return Fragment(
            sql: """
                SELECT number AS letter FROM letter WHERE sender IN \
                (SELECT number FROM sender WHERE instr(words, ?) OR initials = ?) \
                UNION SELECT number FROM letter WHERE sender_agency = ?
                """,
            arguments: [key, key.split(separator: " ").joined(), name.lowercased()])
    }
}
