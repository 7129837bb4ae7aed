import ArgumentParser
import Correspondence
import Foundation
import Indexing
import Reporting

struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Find letters by words, agency, topic, sender, kind, identifier and date.",
        discussion: """
            Words side by side must all be there, in any form: "mother" finds "mothers". Fields: \
            agency topic sender to signed kind identifier docket filecode rin bill fr cfr usc law notice date has \
            quality campaign id. A dash before a word or field means NOT. An agency's query finds those below it.

            EXAMPLE
              letterbook query --agency cms --from 2020 --to 2021 "rural obstetric"
              letterbook query 'postpartum* agency:cms,hrsa date:2020..2021-06 -kind:page'
              letterbook query --topic ctsa --format jsonl | jq .title
              letterbook query --topic ctsa --count-by agency
              letterbook query --like 3f9a1c20 -agency:cms
            """)

    @OptionGroup var question: QueryOptions

    @Option(help: "date (newest first), relevance (best match first) or sender. (default: date)")
    var sort: LetterQuery.Sort?

    @Option(help: "Letters to print at most; 0 for all. (default: 25 in a table, else all)")
    var limit: Int?

    @Option(help: "Letters to leave out at the beginning.")
    var offset: Int = 0

    @Option(
        help: ArgumentHelp("The next page: what the last one gave as its cursor.", valueName: "cursor"))
    var cursor: String?

    @Option(
        help: ArgumentHelp(
            "Letters like this one, by the words it has more often than others; best first.", valueName: "id")
    )
    var like: String?

    @Option(
        help: ArgumentHelp(
            "table, \(LetterFormat.all.map(\.id).joined(separator: ", ")).", valueName: "format"))
    var format = "table"

    @Flag(name: .customLong("no-snippets"), help: "Leave out the passages that show where the words stand.")
    var hidesSnippets = false

    @Option(help: ArgumentHelp("Print how many letters there are for each of these.", valueName: "facet"))
    var countBy: Facet?

    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
        try checkLimit(limit)
        if cursor != nil, offset != 0 { throw ValidationError("--cursor and --offset exclude one another") }
        if offset < 0 { throw ValidationError("--offset must be 0 or more, found \(offset)") }
        if format != "table", LetterFormat.named(format) == nil { throw unknownFormat(format, ["table"]) }
    }

    func run() throws {
        do {
            let library = try Library(place.workspace())
            let index = try library.index()
            let query = try query(index, library)
            if let countBy {
                try printCounts(
                    try index.counts(by: countBy, query, vocabulary: library.vocabulary, limit: limit))
                return
            }
            let clock = ContinuousClock()
            let start = clock.now
            let source: LetterIndex.LetterSource? = hidesSnippets ? nil : { try library.standing($0) }
            let result = try index.search(query, vocabulary: library.vocabulary, reading: source)
            let time = clock.now - start
            if let format = LetterFormat.named(format) {
                try write(result, of: query, as: format, library)
            } else {
                try printTable(result, query.sort, time)
            }
            if result.total == 0 {
                printError(
                    try EmptyAnswer(index: index, vocabulary: library.vocabulary, condition: query.condition)
                        .text)
                throw Exit.found
            }
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func query(_ index: LetterIndex, _ library: Library) throws -> LetterQuery {
        var condition = try question.condition()
        if let like {
            let model = try library.archive.letter(like)
            condition = .all(of: [condition, try index.likeness(of: model)])
        }
        let most = limit ?? (format == "table" ? 25 : 0)
        return LetterQuery(
            condition, sort: sort ?? (like == nil ? .date : .relevance), limit: most == 0 ? nil : most,
            offset: offset, cursor: cursor)
    }

    private func printCounts(_ counts: [FacetCount]) throws {
        for count in counts {
            if format == "jsonl" {
                printJSON(try CanonicalJSON.line(count))
            } else {
                let number = String(count.letters)
                print(
                    String(repeating: " ", count: max(0, 7 - number.count)) + number + "  "
                        + printable(count.value))
            }
        }
        if counts.isEmpty { throw Exit.found }
    }

    private func printTable(
        _ result: QueryResult, _ sort: LetterQuery.Sort, _ time: Duration
    ) throws {
        let terminal = Terminal.current()
        let report = TableReport(
            width: terminal.width, style: TextStyle(isColoured: terminal.wantsColour),
            showsSnippets: !hidesSnippets)
        FileHandle.standardOutput.write(Data(report.text(result.hits).utf8))
        guard terminal.isOutputTerminal, result.total > 0 else { return }
        let milliseconds =
            Int(time.components.seconds) * 1000 + Int(time.components.attoseconds / 1_000_000_000_000_000)
        print(report.footer(result, sort: sort, milliseconds: milliseconds))
        if let cursor = result.cursor { print("next page: --cursor \(cursor)") }
    }

    /// Records without their pages, one in memory at a time.
    private func write(
        _ result: QueryResult, of query: LetterQuery, as format: LetterFormat, _ library: Library
    ) throws {
        var hits = result.hits[...]
        var facts = library.facts(query: query.condition?.text ?? "", total: result.total)
        facts.cursor = result.cursor
        try format.write(
            facts,
            next: {
                guard let hit = hits.popFirst() else { return nil }
                return LetterItem(
                    try library.letter(hit.id),
                    snippet: hidesSnippets ? nil : hit.snippet,
                    hasPages: false)
            },
            to: { FileHandle.standardOutput.write(Data($0.utf8)) })
    }
}

extension LetterQuery.Sort: ExpressibleByArgument {}
extension Facet: ExpressibleByArgument {}

/// What is said of a format that nobody knows.
func unknownFormat(_ name: String, _ others: [String] = []) -> ValidationError {
    let known = others + LetterFormat.all.map(\.id)
    let near = nearestNames(to: name, among: known)
    let hint = near.isEmpty ? "" : "did you mean \(near.joined(separator: ", "))? "
    return ValidationError("unknown format '\(name)': \(hint)there are \(known.joined(separator: ", "))")
}
