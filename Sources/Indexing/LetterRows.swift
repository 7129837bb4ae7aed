import Correspondence
import GRDB

/// Turns a letter into rows, and takes them out again.
struct LetterRows {
    let db: Database

    /// - Parameter number: The letter's place in the index, of which no other letter has the same.
    func insert(_ letter: Letter, entry: ManifestEntry, number: Int) throws {
        try insertLetter(letter, entry, number)
        try insertText(letter, number)
        try insertPeople(letter, number)
        try insertReferences(letter, number)
        try insertContents(letter, number)
    }

    func delete(id: String) throws {
        guard
            let number = try Int.fetchOne(db, sql: "SELECT number FROM letter WHERE id = ?", arguments: [id])
        else { return }
        if let row = try Row.fetchOne(
            db, sql: "SELECT * FROM letter_text WHERE letter = ?", arguments: [number])
        {
            let words = LetterText.columns.map { TextFolding.folded(row[$0] as String) }
            try run(
                "INSERT INTO letter_words (letter_words, rowid, title, asks, body, other) VALUES ('delete', ?, ?, ?, ?, ?)",
                [number, words[0], words[1], words[2], words[3]])
            try run(
                "INSERT INTO letter_prefix (letter_prefix, rowid, words) VALUES ('delete', ?, ?)",
                [number, words.joined(separator: "\n")])
        }
        for table in IndexTables.partNames { try run("DELETE FROM \(table) WHERE letter = ?", [number]) }
        try run("DELETE FROM letter WHERE number = ?", [number])
    }

    func insert(_ relations: [String: [Relation]]) throws {
        for (id, list) in relations.sorted(by: { $0.key < $1.key }) {
            for relation in list {
                try run(
                    "INSERT OR IGNORE INTO relation VALUES (?, ?, ?, ?)",
                    [id, relation.kind.rawValue, relation.id, relation.score])
            }
        }
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    private func insertLetter(_ letter: Letter, _ entry: ManifestEntry, _ number: Int) throws {
        try run(
            "INSERT INTO letter VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            [
                number, letter.id, letter.kind.rawValue, letter.title, letter.subject?.value,
                letter.date?.value.description, letter.date?.value.earliestDay, letter.date?.value.latestDay,
                letter.sender?.organization, letter.sender?.agency, Self.addressedTo(letter),
                Self.list(letter.topics.map(\.id)), letter.signOn?.count, letter.submission?.channel.rawValue,
                letter.language, letter.quality.text.rawValue, letter.pages.count,
                letter.original.mediaType.rawValue, letter.original.paths.first, letter.original.sha256,
                entry.recordSHA256, letter.withdrawn?.since,
            ])
        if let name = letter.sender?.organization {
            try run(
                "INSERT OR IGNORE INTO sender VALUES (?, ?, ?)",
                [name, NameKey.words(name), NameKey.initials(name)])
        }
    }

    private func insertText(_ letter: Letter, _ number: Int) throws {
        let subject = letter.subject?.value
        let title = [letter.title, subject == letter.title ? nil : subject].compactMap { $0 }
            .joined(separator: "\n")
        let asks = letter.asks.map(\.text).joined(separator: "\n")
        let body = letter.pages.map(\.text).joined(separator: LetterText.pageBreak)
        let numbers = letter.pages.map(\.number)
        let pages = numbers == Array(1...max(1, numbers.count)) ? nil : Self.list(numbers.map(String.init))
        let other = Self.other(letter)
        try run(
            "INSERT INTO letter_text VALUES (?, ?, ?, ?, ?, ?)", [number, title, asks, body, other, pages])
        let words = [title, asks, body, other].map(TextFolding.folded)
        try run(
            "INSERT INTO letter_words (rowid, title, asks, body, other) VALUES (?, ?, ?, ?, ?)",
            [number, words[0], words[1], words[2], words[3]])
        try run(
            "INSERT INTO letter_prefix (rowid, words) VALUES (?, ?)", [number, words.joined(separator: "\n")])
    }

    /// What is not running text and should be found all the same: margins, links, the document's own words.
    private static func other(_ letter: Letter) -> String {
        let document = letter.document
        let own = [document.title, document.description, document.siteName].compactMap { $0 }
        let margins = letter.pages.flatMap { ($0.margin ?? "").split(separator: "\n").map(String.init) }
        var seen: Set<String> = []
        return (own + (document.keywords ?? []) + margins + (document.links ?? []))
            .filter { seen.insert($0).inserted }.joined(separator: "\n")
    }

    private func insertPeople(_ letter: Letter, _ number: Int) throws {
        for (isCopied, people) in [(false, letter.addressees), (true, letter.copied)] {
            for (position, person) in people.enumerated() {
                let words = [person.name, person.office, person.organization].compactMap { $0 }
                    .map(NameKey.words).joined(separator: "|")
                try run(
                    "INSERT INTO addressee VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    [
                        number, position, isCopied, person.name, person.title, person.organization,
                        person.agency, words,
                    ])
            }
        }
        for (position, person) in letter.signatories.enumerated() {
            let words = [person.name, person.title, person.organization].compactMap { $0 }
                .map(NameKey.words).joined(separator: "|")
            try run(
                "INSERT INTO signatory VALUES (?, ?, ?, ?, ?, ?)",
                [number, position, person.name, person.title, person.organization, words])
        }
    }

    private func insertReferences(_ letter: Letter, _ number: Int) throws {
        for agency in letter.agencies {
            try run(
                "INSERT OR IGNORE INTO letter_agency VALUES (?, ?, ?)",
                [agency.id, number, agency.role.rawValue])
        }
        for topic in letter.topics {
            try run(
                "INSERT OR IGNORE INTO letter_topic VALUES (?, ?, ?, ?)",
                [topic.id, number, topic.score, topic.decidedBy.rawValue])
        }
        for (position, identifier) in letter.identifiers.enumerated() {
            try run(
                "INSERT INTO identifier VALUES (?, ?, ?, ?, ?)",
                [number, position, identifier.kind.rawValue, identifier.value, identifier.printed])
            for key in IdentifierKey.keys(of: identifier) {
                try run(
                    "INSERT OR IGNORE INTO identifier_key VALUES (?, ?, ?)",
                    [key, number, identifier.kind.rawValue])
            }
        }
    }

    private func insertContents(_ letter: Letter, _ number: Int) throws {
        for (position, ask) in letter.asks.enumerated() {
            try run(
                "INSERT INTO ask VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    number, position, ask.text, ask.direction.rawValue, ask.object, ask.about,
                    ask.evidence.page,
                ])
        }
        for (position, event) in letter.events.enumerated() {
            try run(
                "INSERT INTO event VALUES (?, ?, ?, ?, ?)",
                [number, position, event.date.description, event.kind.rawValue, event.text])
        }
        for (position, answer) in letter.answers.enumerated() {
            try run(
                "INSERT INTO answer VALUES (?, ?, ?, ?)",
                [number, position, answer.identifier, answer.confidence.rawValue])
        }
        for (position, finding) in letter.findings.enumerated() {
            try run(
                "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    number, position, finding.severity.rawValue, finding.stage, finding.code, finding.page,
                    finding.message,
                ])
        }
    }

    /// Agencies written to, by id; where there are none, the addressees' organisations or names.
    private static func addressedTo(_ letter: Letter) -> String? {
        let agencies = letter.addressees.compactMap(\.agency)
        let rolled = agencies.isEmpty ? letter.agencies.filter { $0.role == .addressee }.map(\.id) : agencies
        let names = letter.addressees.compactMap { $0.organization ?? $0.name }
        var seen: Set<String> = []
        return list((rolled.isEmpty ? names : rolled).filter { seen.insert($0).inserted })
    }

    /// Several values in one column, for people to read; divided by what no value contains.
    private static func list(_ values: [String]) -> String? {
        values.isEmpty ? nil : values.joined(separator: LetterText.listSeparator)
    }
}

/// How text lies in the index.
enum LetterText {
    /// Divides pages in `letter_text.body`; the archive's text has no control characters but line breaks.
    static let pageBreak = "\u{0C}"
    static let listSeparator = "; "
    /// The columns of text, in the order of the word list.
    static let columns = ["title", "asks", "body", "other"]
}
