import ArgumentParser
import Correspondence
import Definitions
import Foundation
import Reporting

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Hold the archive's records to labels that you made, field by field.",
        discussion: """
            A line of the file is a JSON object: file (relative to the labels), kind, date, sender_org, signatories, \
            recipients, agencies, subject, identifiers, topics. The labelled files must be in the archive, under \
            whatever name: put them into the corpus and run a night. Single values count as right or wrong; lists \
            give F1, precision and recall.

            EXAMPLE
              letterbook evaluate labels.jsonl
              letterbook evaluate labels.jsonl --misses --field sender
            """)

    @Argument(help: ArgumentHelp("The labels: JSON Lines.", valueName: "gold.jsonl"))
    var gold: String

    @Flag(help: "List what differs: the file, what was found, what is wanted.")
    var misses = false

    @Option(help: ArgumentHelp("Only this field.", valueName: "field"))
    var field: String?

    @Flag(help: "Print JSON: figures and misses.")
    var json = false

    @OptionGroup var place: WorkspaceOptions

    private struct Figures: Encodable {
        struct Field: Encodable {
            var figure: Double
            var precision: Double
            var recall: Double
        }

        struct Difference: Encodable {
            var field: String
            var file: String
            var found: String
            var wanted: String
        }

        var fields: [String: Field]
        var misses: [Difference]
        var missing: [String]
    }

    func run() throws {
        do {
            let file = URL(fileURLWithPath: gold)
            let labels = try labels(in: file)
            let letters = try LabelledLetters(
                labels.map(\.file), beside: file, in: place.workspace()
            ).letters
            let evaluation = Evaluation(labels, letters: letters)
            if let field, evaluation.scores[field] == nil {
                throw ValidationError(
                    "no field '\(field)'; scored are: \(evaluation.scores.keys.sorted().joined(separator: ", "))"
                )
            }
            try show(evaluation)
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func labels(in file: URL) throws -> [GoldLabel] {
        do {
            return try GoldLabel.read(LabelledLetters.text(of: file))
        } catch let error as GoldLabelError {
            throw DefinitionError(file: gold, line: error.line, problem: error.description)
        }
    }

    private func show(_ evaluation: Evaluation) throws {
        let differences = evaluation.misses.filter { field == nil || $0.field == field }
        if json {
            let scores = evaluation.scores.filter { field == nil || $0.key == field }
            let figures = Figures(
                fields: scores.mapValues {
                    Figures.Field(figure: $0.figure, precision: $0.precision, recall: $0.recall)
                },
                misses: differences.map {
                    Figures.Difference(field: $0.field, file: $0.file, found: $0.found, wanted: $0.wanted)
                }, missing: evaluation.missing)
            printJSON(try CanonicalJSON.document(figures))
            return
        }
        let rows = evaluation.table.split(separator: "\n").filter { row in
            field.map { row.hasPrefix("\($0)  ") } ?? true
        }
        rows.forEach { print($0) }
        if misses { differences.forEach { print(printable($0.description)) } }
        if !evaluation.missing.isEmpty {
            printError(
                "warning: \(evaluation.missing.count) labelled files have no record and count as wrong; put them into the "
                    + "corpus and run 'letterbook nightly'")
        }
    }
}
