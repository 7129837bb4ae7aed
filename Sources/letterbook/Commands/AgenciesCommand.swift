import ArgumentParser
import Correspondence
import Foundation
import Indexing
import Reporting

struct AgenciesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agencies",
        abstract: "List the agencies that questions may name, as a tree.",
        discussion: """
            Beside each stands how many letters name it or one below it; Pipeline/agencies.yaml adds one.

            EXAMPLE
              letterbook agencies
              letterbook agencies --all health
              letterbook agencies --json | jq -r 'select(.parent == "hhs").id'
            """)

    @Argument(help: ArgumentHelp("Only those whose id, name or alias contains this.", valueName: "word"))
    var word: String?

    @Flag(help: "List those too that no letter names.")
    var all = false

    @Flag(help: "Print JSON Lines: the entries of the registry with their counts.")
    var json = false

    @OptionGroup var place: WorkspaceOptions

    private struct Entry: Encodable {
        var id: String
        var name: String
        var shortName: String?
        var parent: String?
        var aliases: [String]
        var letters: Int
    }

    func run() throws {
        do {
            let library = try Library(place.workspace())
            let counts = try counts(library)
            let shown = library.agencies.agencies.filter { agency in
                (all || json || word != nil || counts[agency.id] ?? 0 > 0) && matches(agency)
            }
            for agency in shown { try show(agency, counts[agency.id] ?? 0, library.agencies) }
            guard !shown.isEmpty else {
                printError(
                    word.map { "No agency's name contains '\(printable($0))'." }
                        ?? "No letter names an agency yet; --all lists what Pipeline/agencies.yaml knows.")
                throw Exit.found
            }
        } catch {
            throw Exit.code(for: error)
        }
    }

    /// Letters by agency; none where there is no index yet.
    private func counts(_ library: Library) throws -> [String: Int] {
        guard FileManager.default.fileExists(atPath: library.indexFile.path) else { return [:] }
        return try LetterIndex(reading: library.indexFile).lettersByAgency(library.agencies)
    }

    private func matches(_ agency: Agency) -> Bool {
        guard let word = word?.lowercased() else { return true }
        return ([agency.id, agency.name, agency.shortName ?? ""] + agency.aliases).contains {
            $0.lowercased().contains(word)
        }
    }

    private func show(_ agency: Agency, _ letters: Int, _ registry: AgencyRegistry) throws {
        if json {
            let entry = Entry(
                id: agency.id, name: agency.name, shortName: agency.shortName, parent: agency.parent,
                aliases: agency.aliases, letters: letters)
            printJSON(try CanonicalJSON.line(entry))
            return
        }
        let indent = String(repeating: "  ", count: registry.ancestors(of: agency.id).count)
        let count = padded(letters == 0 ? "–" : String(letters), to: 7)
        print(
            count + padded(indent + agency.id, to: 24)
                + fitted(agency.name, to: max(20, Terminal.current().width - 31)))
    }
}
