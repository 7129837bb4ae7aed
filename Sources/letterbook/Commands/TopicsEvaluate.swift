import ArgumentParser
import Correspondence
import Definitions
import Foundation
import Reporting

struct EvaluateTopics: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Hold the topics of the archive to labels: precision, recall, F1, and the misses.",
        discussion: """
            The labels are tab-separated, with the columns path (relative to the labels) and topics (divided by commas; \
            empty for none, ? for not scored), and borderline where you like (yes: not scored). The intervals hold 95 \
            of 100 samples of the documents. Topics that no label names are not scored.

            EXAMPLE
              letterbook topics evaluate labels.tsv
              letterbook topics evaluate labels.tsv --topic ctsa --misses
            """)

    @Argument(help: ArgumentHelp("The table of labels.", valueName: "labels.tsv"))
    var labels: String

    @Option(help: ArgumentHelp("Only this topic.", valueName: "id"))
    var topic: [String] = []

    @Flag(help: "List the documents whose topics differ.")
    var misses = false

    @Flag(help: "Print JSON: figures, differences, missing documents.")
    var json = false

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
        do {
            let figures = try figures()
            if json {
                printJSON(try CanonicalJSON.document(figures))
            } else {
                show(figures)
            }
            if !figures.missing.isEmpty {
                printError(
                    "warning: \(figures.missing.count) labelled files have no record and count as without topics; put them "
                        + "into the corpus and run 'letterbook nightly'")
            }
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func figures() throws -> TopicFigures {
        let file = URL(fileURLWithPath: labels)
        guard var rows = TopicLabel.read(try LabelledLetters.text(of: file)) else {
            throw DefinitionError(
                file: labels, line: 1, problem: "does not name the columns path and topics",
                remedy: "divide columns by tabs, and begin with a line: path, tab, topics")
        }
        let scored = topic.isEmpty ? rows.reduce(into: Set()) { $0.formUnion($1.topics) } : Set(topic)
        rows = rows.map { TopicLabel(path: $0.path, topics: $0.topics.intersection(scored)) }
        let letters = try LabelledLetters(rows.map(\.path), beside: file, in: place.workspace()).letters
        return TopicFigures(
            rows, found: letters.mapValues { Set($0.topics.map(\.id)).intersection(scored) })
    }

    private func show(_ figures: TopicFigures) {
        let width = max(20, figures.rows.map(\.topic.count).max() ?? 0) + 2
        print(padded("topic", to: width) + "F1     95 %           precision  recall  right extra missed")
        for row in figures.rows {
            let interval = "\(shown(row.low))–\(shown(row.high))"
            print(
                padded(row.topic, to: width) + padded(shown(row.f1), to: 7) + padded(interval, to: 15)
                    + padded(shown(row.precision), to: 11) + padded(shown(row.recall), to: 8)
                    + padded("\(row.right)", to: 6) + padded("\(row.extra)", to: 6) + "\(row.missed)")
        }
        guard misses else { return }
        for difference in figures.differences {
            let topics = difference.extra.map { "extra \($0)" } + difference.missed.map { "missed \($0)" }
            print("\(printable(difference.path)): \(topics.joined(separator: ", "))")
        }
    }

    private func shown(_ figure: Double) -> String {
        let thousandths = Int((figure * 1_000).rounded())
        let decimals = String(thousandths % 1_000)
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - decimals.count) + decimals
    }
}
