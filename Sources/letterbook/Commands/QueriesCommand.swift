import ArgumentParser
import Correspondence
import Definitions
import Foundation
import Indexing

struct QueriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queries",
        abstract: "List the saved queries, and how many letters each finds now.",
        discussion: """
            Saved queries are files in Pipeline/queries, each with a query and why it is asked. The nightly asks them \
            and tells what is new or changed: in its report, in Output/queries/<id>.atom, and to the query's command.

            EXAMPLE
              letterbook queries
            """)

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
        do {
            let library = try Library(place.workspace())
            let folder = library.workspace.pipeline.appendingPathComponent("queries")
            let queries = try SavedQuery.loadAll(in: folder)
            guard !queries.isEmpty else {
                printError("There are no saved queries: put one in Pipeline/queries, with query: and why:.")
                throw Exit.found
            }
            let index = try library.index()
            for query in queries { print(try line(query, index, library)) }
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func line(_ query: SavedQuery, _ index: LetterIndex, _ library: Library) throws -> String {
        let command = query.command.map { "\n         to: " + printable($0.joined(separator: " ")) } ?? ""
        let text = "\(query.id): \(printable(query.query))\n         why: \(printable(query.why))\(command)"
        do {
            let condition = try readQuery(query.query)
            let total = try index.search(LetterQuery(condition, limit: 0), vocabulary: library.vocabulary)
                .total
            return padded("\(total)", to: 7) + "  " + text
        } catch let error as QueryError {
            return padded("–", to: 7) + "  " + text + "\n         " + "\(error)"
        }
    }
}
