import Correspondence
import GRDB

/// A piece of SQL with its arguments.
struct Fragment {
    var sql: String
    var arguments: StatementArguments = []

    static func joined(_ fragments: [Fragment], _ word: String) -> Fragment {
        Fragment(
            sql: "(" + fragments.map(\.sql).joined(separator: " \(word) ") + ")",
            arguments: fragments.reduce(into: []) { $0 += $1.arguments })
    }
}

/// Conditions as SQL over the table `letter`, each true or false for one letter, never unknown.
///
/// Each looks up its own table by the letter's number, so that a query costs what its first table yields and
/// SQLite has no plan to choose.
struct ConditionSQL {
    let vocabulary: Vocabulary

    func sql(_ condition: QueryCondition) -> Fragment {
        switch condition {
        case .all(let parts): parts.isEmpty ? Fragment(sql: "1") : .joined(parts.map(sql), "AND")
        case .any(let parts): parts.isEmpty ? Fragment(sql: "0") : .joined(parts.map(sql), "OR")
        case .not(let part): negated(sql(part))
        case .text(let term): text(term)
        case .agency(let id): has("letter_agency", "agency", family(id))
        case .topic(let id): has("letter_topic", "topic", [id])
        case .sender(let name): sender(name)
        case .addressee(let name): addressee(name)
        case .signatory(let name): exists("signatory", "instr(words, ?)", [NameKey.words(name)])
        case .kind(let kind): Fragment(sql: "letter.kind = ?", arguments: [kind.rawValue])
        case .identifier(let text, let kind): identifier(text, kind)
        case .date(let from, let to): date(from, to)
        case .has(let feature): Fragment(sql: Self.feature(feature))
        case .quality(let verdict): Fragment(sql: "letter.quality = ?", arguments: [verdict.rawValue])
        case .campaign(let id):
            Fragment(
                sql:
                    "EXISTS (SELECT 1 FROM relation WHERE letter = letter.id AND type = 'campaign' AND other = ?)",
                arguments: [id])
        }
    }

    func family(_ id: String) -> [String] {
        vocabulary.agencies.family(of: vocabulary.agency(id)?.id ?? id.lowercased())
    }

    private func negated(_ part: Fragment) -> Fragment {
        Fragment(sql: "NOT \(part.sql)", arguments: part.arguments)
    }

    private func text(_ term: TextTerm) -> Fragment {
        if case .prefix(let text) = term, let expression = MatchExpression.prefix(text) {
            return match("letter_prefix", expression)
        }
        return match("letter_words", MatchExpression.text(term))
    }

    private func match(_ table: String, _ expression: String?) -> Fragment {
        guard let expression else { return Fragment(sql: "0") }
        return Fragment(
            sql: "letter.number IN (SELECT rowid FROM \(table) WHERE \(table) MATCH ?)",
            arguments: [expression])
    }

    private func has(_ table: String, _ column: String, _ values: [String]) -> Fragment {
        exists(table, "\(column) IN (\(marks(values)))", StatementArguments(values))
    }

    private func exists(_ table: String, _ test: String, _ arguments: StatementArguments) -> Fragment {
        Fragment(
            sql: "EXISTS (SELECT 1 FROM \(table) WHERE letter = letter.number AND \(test))",
            arguments: arguments)
    }

    private func sender(_ name: String) -> Fragment {
        let key = NameKey.words(name)
        guard !key.isEmpty else { return Fragment(sql: "0") }
        return Fragment(
            sql: """
                (ifnull(letter.sender IN (SELECT name FROM sender WHERE instr(words, ?) OR initials = ?), 0) \
                OR letter.sender_agency IS ?)
                """,
            arguments: [key, key.split(separator: " ").joined(), name.lowercased()])
    }

    private func addressee(_ name: String) -> Fragment {
        let key = NameKey.words(name)
        let agencies = family(name)
        let byName = exists("addressee", "instr(words, ?)", [key])
        let byAgency = exists("addressee", "agency IN (\(marks(agencies)))", StatementArguments(agencies))
        let byRole = exists(
            "letter_agency", "agency IN (\(marks(agencies))) AND role IN ('addressee', 'copied')",
            StatementArguments(agencies))
        return .joined(key.isEmpty ? [byAgency, byRole] : [byName, byAgency, byRole], "OR")
    }

    private func identifier(_ text: String, _ kind: Identifier.Kind?) -> Fragment {
        let key = IdentifierKey.key(text)
        guard let kind else { return exists("identifier_key", "key = ?", [key]) }
        return exists("identifier_key", "key = ? AND type = ?", [key, kind.rawValue])
    }

    private func date(_ from: EDTFDate?, _ to: EDTFDate?) -> Fragment {
        let bounds = [
            from?.earliestDay.map { Fragment(sql: "letter.date_to >= ?", arguments: [$0]) },
            to?.latestDay.map { Fragment(sql: "letter.date_from <= ?", arguments: [$0]) },
        ].compactMap { $0 }
        return .joined([Fragment(sql: "letter.date_from NOT NULL")] + bounds, "AND")
    }

    private func marks(_ values: [String]) -> String {
        values.map { _ in "?" }.joined(separator: ", ")
    }

    private static func feature(_ feature: QueryCondition.Feature) -> String {
        let part = { (table: String) in "EXISTS (SELECT 1 FROM \(table) WHERE letter = letter.number)" }
        switch feature {
        case .date: return "letter.date NOT NULL"
        case .sender: return "letter.sender NOT NULL"
        case .signOn: return "letter.sign_on NOT NULL"
        case .withdrawn: return "letter.withdrawn NOT NULL"
        case .signatory: return part("signatory")
        case .addressee: return part("addressee")
        case .topic: return part("letter_topic")
        case .ask: return part("ask")
        case .event: return part("event")
        case .identifier: return part("identifier")
        case .answer: return part("answer")
        case .finding: return part("finding")
        case .relation: return "EXISTS (SELECT 1 FROM relation WHERE letter = letter.id)"
        }
    }
}
