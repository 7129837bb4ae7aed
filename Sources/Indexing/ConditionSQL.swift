import Correspondence
import GRDB

/// A piece of SQL with its arguments.
struct Fragment {
    var sql: String
    var arguments: StatementArguments = []
    /// Whether it reads columns of `letter` other than the number.
    var readsLetter = false

    static func joined(_ fragments: [Fragment], _ word: String) -> Fragment {
        Fragment(
            sql: "(" + fragments.map(\.sql).joined(separator: " \(word) ") + ")",
            arguments: fragments.reduce(into: []) { $0 += $1.arguments },
            readsLetter: fragments.contains(where: \.readsLetter))
    }
}

/// Conditions as SQL over the table `letter`, each true or false for one letter, never unknown.
///
/// Each looks up its own table by the letter's number, so that a query costs what its first table yields and
/// SQLite has no plan to choose.
struct ConditionSQL {
    let vocabulary: Vocabulary
    let db: Database
    /// Where a letter's number stands: `letter.number`, or the word list's where the letter itself is not read.
    var number = "letter.number"

    init(vocabulary: Vocabulary, _ db: Database) {
        self.vocabulary = vocabulary
        self.db = db
    }

    func sql(_ condition: QueryCondition) throws -> Fragment {
        switch condition {
        case .all(let parts): parts.isEmpty ? Fragment(sql: "1") : .joined(try parts.map(sql), "AND")
        case .any(let parts): parts.isEmpty ? Fragment(sql: "0") : .joined(try parts.map(sql), "OR")
        case .not(let part): negated(try sql(part))
        case .text(let term): text(term)
        case .agency(let id): has("letter_agency", "agency", family(id))
        case .topic(let id): has("letter_topic", "topic", [id])
        case .sender(let name): sender(name)
        case .addressee(let name): addressee(name)
        case .signatory(let name): exists("signatory", "instr(words, ?)", [NameKey.words(name)])
        case .kind(let kind): column("letter.kind = ?", [kind.rawValue])
        case .identifier(let text, let kind): try identifier(text, kind)
        case .date(let from, let to): date(from, to)
        case .has(let feature): self.feature(feature)
        case .quality(let verdict): column("letter.quality = ?", [verdict.rawValue])
        case .campaign(let id): exists("relation", "type = 'campaign' AND other = ?", [id])
        case .letter(let id):
            column("(letter.id >= ? AND letter.id < ?)", [id.lowercased(), id.lowercased() + "~"])
        }
    }

    func family(_ id: String) -> [String] {
        vocabulary.agencies.family(of: vocabulary.agency(id)?.id ?? id.lowercased())
    }

    /// The letters that have one of these words; those that left are sorted out by the table of letters.
    func match(_ table: String, _ expression: String?) -> Fragment {
        guard let expression else { return Fragment(sql: "0") }
        return Fragment(
            sql: "\(number) IN (SELECT rowid FROM \(table) WHERE \(table) MATCH ?)", arguments: [expression])
    }

    private func negated(_ part: Fragment) -> Fragment {
        Fragment(sql: "NOT \(part.sql)", arguments: part.arguments, readsLetter: part.readsLetter)
    }

    private func column(_ sql: String, _ arguments: StatementArguments = []) -> Fragment {
        Fragment(sql: sql, arguments: arguments, readsLetter: true)
    }

    private func text(_ term: TextTerm) -> Fragment {
        if case .prefix(let text) = term, let expression = MatchExpression.prefix(text) {
            return match("letter_prefix", expression)
        }
        return match("letter_words", MatchExpression.text(term))
    }

    private func has(_ table: String, _ column: String, _ values: [String]) -> Fragment {
        exists(table, "\(column) IN (\(marks(values)))", StatementArguments(values))
    }

    private func exists(_ table: String, _ test: String, _ arguments: StatementArguments = []) -> Fragment {
        Fragment(
            sql: "EXISTS (SELECT 1 FROM \(table) WHERE letter = \(number) AND \(test))", arguments: arguments)
    }

    private func sender(_ name: String) -> Fragment {
        let key = NameKey.words(name)
        guard !key.isEmpty else { return Fragment(sql: "0") }
        return column(
            """
            (ifnull(letter.sender IN (SELECT number FROM sender WHERE instr(words, ?) OR initials = ?), 0) \
            OR letter.sender_agency IS ?)
            """, [key, key.split(separator: " ").joined(), name.lowercased()])
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

    private func identifier(_ text: String, _ kind: Identifier.Kind?) throws -> Fragment {
        let (key, aliases) = try identifierKeys(text)
        guard let kind else {
            let all = [key] + aliases.map(\.key)
            return exists("identifier_key", "key IN (\(marks(all)))", StatementArguments(all))
        }
        let own = exists("identifier_key", "key = ? AND type = ?", [key, kind.rawValue])
        guard !aliases.isEmpty else { return own }
        return .joined(
            [own]
                + aliases.map {
                    exists("identifier_key", "key = ? AND type = ?", [$0.key, $0.kind.rawValue])
                },
            "OR")
    }

    /// The key that was typed, and what else the proceeding is called.
    func identifierKeys(_ text: String) throws -> (String, [IdentifierAliases.Name]) {
        let key = IdentifierKey.key(text)
        return (key, try IdentifierAliases.others(of: key, db))
    }

    private func date(_ from: EDTFDate?, _ to: EDTFDate?) -> Fragment {
        let bounds = [
            from?.earliestDay.map { column("letter.date_to >= ?", [$0]) },
            to?.latestDay.map { column("letter.date_from <= ?", [$0]) },
        ].compactMap { $0 }
        return .joined([column("letter.date_from NOT NULL")] + bounds, "AND")
    }

    func marks(_ values: [String]) -> String { values.map { _ in "?" }.joined(separator: ", ") }

    private func feature(_ feature: QueryCondition.Feature) -> Fragment {
        switch feature {
        case .date: column("letter.date NOT NULL")
        case .sender: column("letter.sender NOT NULL")
        case .signOn: column("letter.sign_on NOT NULL")
        case .withdrawn: column("letter.withdrawn NOT NULL")
        case .signatory: exists("signatory", "1")
        case .addressee: exists("addressee", "1")
        case .topic: column("letter.topics NOT NULL")
        case .ask: exists("ask", "1")
        case .event: exists("event", "1")
        case .identifier: exists("identifier", "1")
        case .answer: exists("answer", "1")
        case .finding: exists("finding", "1")
        case .relation: exists("relation", "1")
        }
    }
}
