import ArgumentParser
import Correspondence
import Describing

struct CorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Put right a value of a letter, for good.",
        discussion: """
            The correction wins over every rule and survives every night; a report says when the rules come to agree. \
            Without a value the field is emptied. The value that is there confirms it: 'review' asks no more. Lists \
            count from 0; the number after the last adds an entry.

            EXAMPLE
              letterbook correct 3f9a1c20 sender "Riverbend Alliance of Teaching Clinics" --who "Jane Doe"
              letterbook correct 3f9a1c20 date 2020-05-31 --why "the stamp covers the 1"
              letterbook correct 3f9a1c20 addressees.0.title
            """)

    @Argument(help: "The letter's id, or the beginning of it.")
    var id: String

    @Argument(help: "The field: date, sender, subject, kind, addressees.0.name …")
    var field: String

    @Argument(
        help: ArgumentHelp("What it is. (default: nothing: the letter has no such value)", valueName: "value")
    )
    var value: String?

    @OptionGroup var options: DecisionOptions
    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
        let field = try Corrections.field(field)
        guard let value else {
            if field.description == "kind" { throw ValidationError("every letter has a kind: say which") }
            return
        }
        if let expected = field.expectation(unmetBy: value) {
            throw ValidationError("\(field) must be \(expected), found '\(printable(value))'")
        }
    }

    func run() throws {
        do {
            let corrections = Corrections(workspace: try place.workspace())
            let letter = try corrections.letter(id)
            let field = try Corrections.field(field)
            var correction = try corrections.of(letter.id)
            let earlier = correction.values.first { $0.field == field }
            let shown = try Describing.value(at: field, of: letter)
            // A value that was corrected before: what the rules said stands in the earlier entry.
            let entry = ValueCorrection(
                field: field, old: earlier.map(\.old) ?? shown, new: value, decision: try options.decision())
            correction.values.removeAll { $0.field == field }
            correction.values.append(entry)
            try checkThatItApplies(entry, to: letter)
            try corrections.save(
                correction, saying: "\(field): \(shown ?? "nothing") becomes \(value ?? "nothing").")
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func checkThatItApplies(_ entry: ValueCorrection, to letter: Letter) throws {
        let entries = try entries(of: entry.field, in: letter)
        if let entries, let position = entry.field.position, position > entries {
            printError(
                "error: \(entry.field): \(letter.id) has \(entries) \(entry.field.parts[0]); the next is number \(entries)"
            )
            throw Exit.data
        }
        let known = Set(letter.findings)
        let tried = correct(letter, with: Correction(id: letter.id, values: [entry]))
        // An entry that is new may need several values; they are checked together at night.
        guard entries == nil || entries != entry.field.position,
            let problem = tried.findings.first(where: {
                $0.code == "correction-not-applied" && !known.contains($0)
            })
        else { return }
        printError("error: \(problem.message)")
        throw Exit.data
    }
}
