import Archiving
import ArgumentParser
import Correspondence
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

    @Flag(help: "Print every date that was considered, with the part it plays, and nothing else.")
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
            letter.relations = try library.archive.relations()[letter.id]
            if original {
                try printOriginal(letter, library)
            } else if candidates {
                printCandidates(letter)
            } else if text {
                print(letter.pages.map { shownText($0.text) }.joined(separator: "\u{0C}"))
            } else if format == "json" {
                FileHandle.standardOutput.write(try CanonicalJSON.document(letter))
            } else {
                printCard(letter, library)
            }
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func printCard(_ letter: Letter, _ library: Library) {
        let terminal = Terminal.current()
        let card = LetterCard(
            width: min(terminal.width, 100), style: TextStyle(isColoured: terminal.wantsColour),
            dates: DateStyle(locale: library.workspace.configuration.locale))
        print(card.text(letter, facts: library.facts(query: "", total: 1)), terminator: "")
    }

    private func printCandidates(_ letter: Letter) {
        if letter.dates.isEmpty { print("No date was found in \(letter.id).") }
        for candidate in letter.dates {
            let evidence = candidate.evidence
            let isChosen = letter.date?.value == candidate.value && letter.date?.evidence == evidence
            let page = evidence.page.map { "p. \($0) " } ?? ""
            print(
                padded(isChosen ? "* \(candidate.role.rawValue)" : "  \(candidate.role.rawValue)", to: 13)
                    + padded(candidate.value.description, to: 24)
                    + "\(page)“\(printable(evidence.quote))” \(evidence.rule), \(evidence.confidence.rawValue)"
            )
        }
    }

    private func printOriginal(_ letter: Letter, _ library: Library) throws {
        let places = letter.original.paths.map { library.workspace.corpus.appendingPathComponent($0).path }
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
