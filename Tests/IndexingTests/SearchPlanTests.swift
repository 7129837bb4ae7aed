import Correspondence
import GRDB
import Testing

@testable import Indexing

/// What SQLite does for a query, as it says itself.
@Suite("Plans")
struct SearchPlanTests {
    private let index: ScratchIndex

    init() throws {
        index = try ScratchIndex()
        var archive = SampleArchive()
        archive.letters = (0..<600).map { number in
            let place = number % 40
            return SampleArchive.letter(
                "\(10_000 + number)", title: "About subject\(place)",
                pages: ["We urge hospital\(place) and patients to keep word\(number % 25)."],
                kind: place == 0 ? .testimony : .letter, date: "20\(10 + number % 15)-05",
                sender: "Society \(place)", agencies: ["agency-\(place)"], topics: ["topic-\(place)"],
                identifiers: [(.docket, "X-\(place)", "X-\(place)")])
        }
        archive.relations = ["10000": [Relation(kind: .campaign, id: "c1")]]
        try index.bringUpToDate(archive)
    }

    /// The steps that SQLite takes for a query.
    private func steps(_ text: String, _ sort: LetterQuery.Sort) throws -> [String] {
        let reading = try LetterIndex(reading: index.file)
        let statements = Statements()
        reading.queue.inDatabase { db in
            db.trace { event in
                if case .statement(let statement) = event { statements.all.append(statement.expandedSQL) }
            }
        }
        _ = try reading.search(LetterQuery(readQuery(text), sort: sort, limit: 25))
        let asked = statements.all
        return try reading.queue.inDatabase { db in
            db.trace(options: [])
            return try asked.filter { $0.hasPrefix("SELECT") || $0.hasPrefix("WITH") }.flatMap { sql in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }
            }
        }
    }

    private static let words = [
        "", "hospital3", "\"urge hospital4\"", "(word7 OR word9)", "(word1 word2)", "patients", "subj*",
        "NEAR(urge patients, 4)", "patients -word5", "hospital1 NOT date:2011",
    ]
    private static let fields = [
        "agency:agency-3", "topic:topic-4", "sender:\"society 5\"", "kind:testimony", "docket:x7",
        "identifier:x8 date:2015..", "campaign:c1", "id:10007", "agency:agency-1,agency-2 -topic:topic-2",
        "topic:topic-9 (agency:agency-9 OR sender:9)",
    ]

    @Test("no query of two hundred that names something reads the table of letters from end to end")
    func selective() throws {
        var count = 0
        for words in Self.words {
            for field in Self.fields {
                for sort in [LetterQuery.Sort.date, .relevance] {
                    count += 1
                    for step in try steps("\(words) \(field)", sort) {
                        #expect(
                            !step.hasPrefix("SCAN letter") || step.contains("VIRTUAL"),
                            "\(words) \(field): \(step)")
                    }
                }
            }
        }
        #expect(count == 200)
    }

    /// A value for each field.
    private static let values: [QueryField: String] = [
        .agency: "agency-3", .topic: "topic-4", .sender: "\"society 5\"", .to: "smith", .signed: "smith",
        .kind: "testimony", .identifier: "x8", .docket: "x7", .filecode: "CMS-1752-P", .rin: "0938-AU44",
        .bill: "hr4995-116", .fr: "\"85 FR 12345\"", .cfr: "\"42 CFR 412\"", .usc: "\"42 USC 1395\"",
        .law: "116-136", .notice: "NOT-OD-20-001", .date: "2015", .has: "ask", .quality: "good",
        .campaign: "c1",
        .id: "10007",
    ]

    @Test(
        "no field reads the table of letters from end to end, alone or beside words",
        arguments: QueryField.allCases)
    func everyField(_ field: QueryField) throws {
        let value = try #require(Self.values[field], "no value to try \(field) with")
        for text in ["\(field.rawValue):\(value)", "hospital3 \(field.rawValue):\(value)"] {
            for sort in [LetterQuery.Sort.date, .relevance] {
                for step in try steps(text, sort) {
                    let isWhole = step.hasPrefix("SCAN letter") && !step.contains("VIRTUAL")
                    #expect(!isWhole || step.contains("USING"), "\(text): \(step)")
                }
            }
        }
    }

    @Test(
        "a query that names nothing goes through the letters in the order of dates",
        arguments: ["", "date:2015", "-agency:agency-3", "has:ask", "kind:letter", "NOT patients"])
    func walks(_ text: String) throws {
        let steps = try steps(text, .date)
        #expect(steps.contains { $0.contains("letter_by_date") }, "\(steps)")
        #expect(
            !steps.contains { $0 == "SCAN letter" || $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(steps)")
    }

    @Test(
        "words beside alternatives that are looked up in a list of words are no trap",
        arguments: [
            "patients (subj* OR wor*)", "patients (subj* OR agency:agency-3)", "patients NOT (subj* OR wor*)",
            "hospital3 (\"urge hospital3\" OR (wor* -date:2011))",
        ])
    func alternatives(_ text: String) throws {
        let reading = try LetterIndex(reading: index.file)
        for sort in LetterQuery.Sort.allCases {
            let found = try reading.search(LetterQuery(readQuery(text), sort: sort)).total
            #expect(found == (text.contains("NOT") ? 0 : text.hasPrefix("patients") ? 600 : 15), "\(text)")
        }
    }

    @Test("where words are many and a field's letters few, the words are looked up in those letters")
    func rare() throws {
        let steps = try steps("patients agency:agency-3", .date)
        #expect(steps.contains { $0.contains("SEARCH letter_agency") || $0.contains("start") }, "\(steps)")
    }
}

private final class Statements: @unchecked Sendable {
    var all: [String] = []
}
