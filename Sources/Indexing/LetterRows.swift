import Correspondence
import Foundation
import GRDB

/// Turns a letter into rows, and takes them out again.
struct LetterRows {
    let db: Database
    private let facets: FacetNumbers
    /// Divides several values in one column, for people to read; no value contains it.
    static let listSeparator = "; "

    init(db: Database) {
        self.db = db
        facets = FacetNumbers(db: db)
    }

    /// - Parameter number: The letter's place in the index, of which no other letter has the same.
    func insert(_ letter: Letter, entry: ManifestEntry, number: Int) throws {
        try insertLetter(letter, entry, number)
        try insertText(letter, number)
        try insertPeople(letter, number)
        try insertReferences(letter, number)
        try insertContents(letter, number)
        try facets.insert(letter, number: number)
        try IdentifierAliases(db: db).count(IdentifierAliases.names(of: letter), by: 1)
    }

    /// Takes letters out. Their words stay in the lists until the index is built anew; their numbers are kept, so
    /// that nobody finds them.
    func delete(ids: [String]) throws {
        guard !ids.isEmpty else { return }
        try db.execute(sql: "CREATE TEMP TABLE leaving (number INTEGER PRIMARY KEY)")
        for id in ids {
            try run("INSERT OR IGNORE INTO leaving SELECT number FROM letter WHERE id = ?", [id])
        }
        // Most nights only add letters.
        guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM leaving)") == true else {
            try db.execute(sql: "DROP TABLE leaving")
            return
        }
        try forgetAliases()
        for table in IndexTables.partNames {
            try run("DELETE FROM \(table) WHERE letter IN (SELECT number FROM leaving)")
        }
        // Their keys begin with something else: one pass through each is cheaper than a second index of it.
        for table in ["letter_agency", "letter_topic", "identifier_key", "letter_facets", "relation"] {
            try run("DELETE FROM \(table) WHERE letter IN (SELECT number FROM leaving)")
        }
        try run("DELETE FROM letter WHERE number IN (SELECT number FROM leaving)")
        try run("INSERT INTO gone SELECT number FROM leaving")
        try db.execute(sql: "DROP TABLE leaving")
    }

    /// What the letters answered under several names.
    private func forgetAliases() throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT answer.letter, type, value FROM leaving \
                JOIN answer ON answer.letter = leaving.number AND confidence != 'low' \
                JOIN identifier ON identifier.letter = answer.letter AND value = answer.identifier
                """)
        for group in Dictionary(grouping: rows, by: { $0["letter"] as Int }).values {
            let names = group.compactMap { row in
                Identifier.Kind(rawValue: row["type"]).map { ($0, row["value"] as String) }
            }
            try IdentifierAliases(db: db).count(IdentifierAliases.names(of: names), by: -1)
        }
    }

    /// Gives letters other relations.
    func replace(_ relations: [String: [Relation]]) throws {
        for id in relations.keys {
            try run("DELETE FROM relation WHERE letter = (SELECT number FROM letter WHERE id = ?)", [id])
        }
        try insert(relations)
    }

    func insert(_ relations: [String: [Relation]]) throws {
        let name = try db.cachedStatement(sql: "SELECT number FROM letter WHERE id = ?")
        for (id, list) in relations.sorted(by: { $0.key < $1.key }) {
            guard let number = try Int.fetchOne(name, arguments: [id]) else { continue }
            for relation in list {
                try run(
                    "INSERT OR IGNORE INTO relation VALUES (?, ?, ?, ?)",
                    [number, relation.kind.rawValue, relation.id, relation.score])
            }
        }
    }

    private func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    private func insertLetter(_ letter: Letter, _ entry: ManifestEntry, _ number: Int) throws {
        try run(
            "INSERT INTO letter VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            [
                number, letter.id, letter.kind.rawValue, letter.quality.text.rawValue,
                letter.date?.value.description, letter.date?.value.earliestDay, letter.date?.value.latestDay,
                try letter.sender.map { try sender($0.organization) }, letter.sender?.agency,
                letter.signOn?.count, letter.withdrawn?.since, letter.title, Self.addressedTo(letter),
                Self.list(letter.topics.map(\.id)), letter.language, letter.original.mediaType.rawValue,
                letter.pages.count, Self.fixity(entry),
            ])
    }

    /// The number of a sender's name.
    private func sender(_ name: String) throws -> Int {
        let known = try db.cachedStatement(sql: "SELECT number FROM sender WHERE name = ?")
        if let number = try Int.fetchOne(known, arguments: [name]) { return number }
        try run(
            "INSERT INTO sender (name, words, initials) VALUES (?, ?, ?)",
            [name, NameKey.words(name), NameKey.initials(name)])
        return Int(db.lastInsertedRowID)
    }

    /// The record's SHA-256 as 32 bytes.
    static func fixity(_ entry: ManifestEntry) -> Data {
        var bytes: [UInt8] = []
        var digits = Array(entry.recordSHA256.utf8)[...]
        while let high = digits.popFirst(), let low = digits.popFirst() {
            bytes.append(value(high) << 4 | value(low))
        }
        return Data(bytes)
    }

    private static func value(_ digit: UInt8) -> UInt8 { digit > 0x40 ? (digit | 0x20) - 0x57 : digit & 0xF }

    private func insertText(_ letter: Letter, _ number: Int) throws {
        let words = LetterWords(letter).columns.map(TextFolding.folded)
        try run(
            "INSERT INTO letter_words (rowid, body, title, asks, other) VALUES (?, ?, ?, ?, ?)",
            [number, words[0], words[1], words[2], words[3]])
        try run(
            "INSERT INTO letter_prefix (rowid, words) VALUES (?, ?)", [number, words.joined(separator: "\n")])
    }

    private func insertPeople(_ letter: Letter, _ number: Int) throws {
        for (isCopied, people) in [(false, letter.addressees), (true, letter.copied)] {
            for (position, person) in people.enumerated() {
                let words = [person.name, person.office, person.organization].compactMap { $0 }
                    .map(NameKey.words).joined(separator: "|")
                try run(
                    "INSERT INTO addressee VALUES (?, ?, ?, ?, ?)",
                    [number, position, isCopied, person.agency, words])
            }
        }
        for (position, person) in letter.signatories.enumerated() {
            let words = [person.name, person.title, person.organization].compactMap { $0 }
                .map(NameKey.words).joined(separator: "|")
            try run("INSERT INTO signatory VALUES (?, ?, ?)", [number, position, words])
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
                "INSERT INTO identifier VALUES (?, ?, ?, ?)",
                [number, position, identifier.kind.rawValue, identifier.value])
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
                "INSERT INTO ask VALUES (?, ?, ?, ?, ?)",
                [number, position, ask.direction.rawValue, ask.about, ask.evidence.page])
        }
        for (position, event) in letter.events.enumerated() {
            try run(
                "INSERT INTO event VALUES (?, ?, ?, ?)",
                [number, position, event.date.description, event.kind.rawValue])
        }
        for (position, answer) in letter.answers.enumerated() {
            try run(
                "INSERT INTO answer VALUES (?, ?, ?, ?)",
                [number, position, answer.identifier, answer.confidence.rawValue])
        }
        for (position, finding) in letter.findings.enumerated() {
            try run(
                "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?)",
                [number, position, finding.severity.rawValue, finding.stage, finding.code, finding.page])
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

    private static func list(_ values: [String]) -> String? {
        values.isEmpty ? nil : values.joined(separator: listSeparator)
    }
}
