import Archiving
import ArgumentParser
import Correspondence
import Definitions
import Describing
import Foundation
import Reporting

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print a letter like a card: each fact, and the words that decided it.",
        discussion: """
            The beginning of an id is enough where no other id begins so.

            EXAMPLE
              letterbook show 3f9a1c20
              letterbook show 3f9a1c20 --text
              letterbook show 3f9a1c20 --candidates
              letterbook show 3f9a1c20 --format json | jq .sender
              xdg-open "$(letterbook show 3f9a1c20 --original)"
            """)

    @Argument(help: "The letter's id, or the beginning of it.")
    var id: String

    @Flag(help: "Print where the original is, and nothing else.")
    var original = false

    @Flag(help: "Print the letter's text, its pages divided by a form feed.")
    var text = false

    @Flag(
        help:
            "Print what was considered for date, sender, addressees, subject and agencies, and nothing else.")
    var candidates = false

    @Option(help: ArgumentHelp("card or json.", valueName: "format"))
    var format = "card"

    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
        guard ["card", "json"].contains(format) else {
            throw ValidationError("unknown format '\(format)': there are card and json")
        }
    }

    func run() throws {
        do {
            let library = try Library(place.workspace())
            var letter = try library.archive.letter(id)
            letter.relations = try library.archive.relations(of: letter.id)
            if original {
                try printOriginal(letter, library)
            } else if candidates {
                try printCandidates(letter, library)
            } else if text {
                print(letter.pages.map { shownText($0.text) }.joined(separator: "\u{0C}"))
            } else if format == "json" {
                printJSON(try CanonicalJSON.document(letter))
            } else {
                printCard(letter, library)
            }
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func printCard(_ letter: Letter, _ library: Library) {
        print(card(library).text(letter, facts: library.facts(query: "", total: 1)), terminator: "")
    }

    private func card(_ library: Library) -> LetterCard {
        let terminal = Terminal.current()
        return LetterCard(
            width: min(terminal.width, 100), style: TextStyle(isColoured: terminal.wantsColour),
            dates: DateStyle(locale: library.workspace.configuration.locale))
    }

    /// What the record holds is marked; the rest was passed over.
    private func printCandidates(_ letter: Letter, _ library: Library) throws {
        let organizations = try OrganizationDefinitions.load(
            library.workspace.pipeline.appendingPathComponent("organizations.yaml"))
        let directory = try Directory(agencies: library.agencies, organizations: organizations)
        let candidates = consider(letter, with: directory)
        let rows = candidates.map { candidate in
            LetterCard.Row(
                label: candidate.field.rawValue.capitalized,
                value: "\(candidate.isChosen ? "*" : "–") \(candidate.value) (\(candidate.reason))",
                evidence: candidate.evidence)
        }
        let missing = Candidate.Field.allCases.filter { field in
            !candidates.contains { $0.field == field }
        }
        print(card(library).text(rows), terminator: "")
        for field in missing { print("No \(field.rawValue) was found or considered.") }
        print("* is in the record; – was considered and passed over.")
    }

    private func printOriginal(_ letter: Letter, _ library: Library) throws {
        // Of what is attached to a file, the file.
        let places = letter.original.paths.flatMap { [$0, OriginalPath($0).file] }
            .map { library.workspace.corpus.appendingPathComponent($0).path }
        guard let place = places.first(where: FileManager.default.fileExists(atPath:)) else {
            printError(
                "error: the original of \(letter.id) is gone: it was \(letter.original.paths.joined(separator: ", ")) "
                    + "in \(library.workspace.corpus.path); restore it from a backup, or name the corpus with --corpus"
            )
            throw Exit.noInput
        }
        print(place)
    }

    /// The archive's text has no control characters but line breaks; a damaged record might.
    private func shownText(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }
            .joined(separator: "\n")
    }
}
