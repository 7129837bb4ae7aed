import ArgumentParser
import Correspondence
import Definitions
import Foundation
import Reporting
import Tagging

struct SuggestTerms: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Suggest terms for a topic from the letters that people have said yes or no to.",
        discussion: """
            Phrases of one to three words that separate letters with the topic from those without (log-odds with a \
            prior), each with its counts and an example, as lines to paste into the topic's file; then run \
            'letterbook topics try'. Labels are people's decisions ('letterbook tag'), and a table if you name one.

            EXAMPLE
              letterbook topics suggest telehealth
              letterbook topics suggest ctsa --labels labels.tsv --limit 10
            """)

    @Argument(help: "A topic's id.")
    var topic: String

    @Option(help: ArgumentHelp("A table of labels, as for 'topics evaluate'.", valueName: "labels.tsv"))
    var labels: String?

    @Option(help: "Terms to print at most; 0 for all.")
    var limit = 20

    @Flag(help: "Print JSON Lines.")
    var json = false

    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
        try checkLimit(limit)
    }

    func run() throws {
        do {
            let library = try Library(place.workspace())
            guard let definition = library.topics.first(where: { $0.id == topic }) else {
                printError(
                    "error: no topic '\(printable(topic))' under Pipeline/topics; 'letterbook topics' lists them"
                )
                throw Exit.noInput
            }
            let learner = try learner(library)
            guard learner.with > 0, learner.without > 0 else {
                printError(
                    "error: \(learner.with) letters are said to have \(topic) and \(learner.without) not to; it takes "
                        + "some of both: use 'letterbook tag', or name a table with --labels")
                throw Exit.noInput
            }
            try show(learner.suggestions(beyond: definition), learner)
        } catch {
            throw Exit.code(for: error)
        }
    }

    /// A person's decision beats the table.
    private func learner(_ library: Library) throws -> TermLearner {
        var answers: [String: Bool] = [:]
        if let labels { answers = try answersOfTable(labels, in: library.workspace) }
        for label in try TopicLabels(library).all where label.topic == topic {
            answers[label.letter] = label.hasTopic
        }
        var learner = TermLearner()
        for (id, hasTopic) in answers.sorted(by: { $0.key < $1.key }) {
            learner.learn(id, pages: try library.archive.read(id).pages, hasTopic: hasTopic)
        }
        return learner
    }

    private func answersOfTable(_ labels: String, in workspace: Workspace) throws -> [String: Bool] {
        let file = URL(fileURLWithPath: labels)
        guard let rows = TopicLabel.read(try LabelledLetters.text(of: file)) else {
            throw DefinitionError(
                file: labels, line: 1, problem: "does not name the columns path and topics",
                remedy: "divide columns by tabs, and begin with a line: path, tab, topics")
        }
        let letters = try LabelledLetters(rows.map(\.path), beside: file, in: workspace).letters
        var answers: [String: Bool] = [:]
        for row in rows {
            if let letter = letters[row.path] { answers[letter.id] = row.topics.contains(topic) }
        }
        return answers
    }

    private func show(_ suggestions: [TermSuggestion], _ learner: TermLearner) throws {
        let shown = suggestions.prefix(limit == 0 ? .max : limit)
        if json {
            for one in shown { printJSON(try CanonicalJSON.line(one)) }
            return
        }
        print(
            "# Pipeline/topics/\(topic).yaml, from \(learner.with) letters with the topic and \(learner.without) without."
        )
        print("# Take what means the topic, leave what merely goes with it.\nterms:")
        for one in shown {
            print(
                "  # z \(one.z): in \(one.with) of \(learner.with) with, \(one.without) of \(learner.without) without"
            )
            print("  # \(one.example): “…\(fitted(printable(one.quote), to: 80))”")
            print("  - term: \(one.phrase)\n    weight: 2")
        }
        if shown.isEmpty { print("  # nothing separates these letters that the topic does not have") }
    }
}

struct TopicLabelsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "labels",
        abstract: "Write people's yes and no to topics as training labels, one JSON line each.",
        discussion: """
            EXAMPLE
              letterbook topics labels > labels.jsonl
            """)

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
        do {
            for label in try TopicLabels(Library(place.workspace())).all {
                printJSON(try CanonicalJSON.line(label))
            }
        } catch {
            throw Exit.code(for: error)
        }
    }
}

/// What people decided about topics, with the text's fingerprint, so that labels outlive the archive.
struct TopicLabels {
    struct Label: Encodable {
        var letter: String
        var sha256: String
        var path: String?
        var topic: String
        var hasTopic: Bool
        var who: String
        var when: String
        var why: String?
    }

    /// In order of letters, then of topics. Decisions about letters that the archive does not have are left out.
    let all: [Label]

    init(_ library: Library) throws {
        let folder = library.workspace.pipeline.appendingPathComponent("corrections")
        var labels: [Label] = []
        let known = Set(try library.archive.ids())
        for correction in try CorrectionDefinitions.loadAll(in: folder).values.sorted(by: { $0.id < $1.id }) {
            guard !correction.topics.isEmpty, known.contains(correction.id) else { continue }
            let letter = try library.archive.read(correction.id)
            for topic in correction.topics.sorted(by: { $0.topic < $1.topic }) {
                labels.append(
                    Label(
                        letter: letter.id, sha256: letter.original.sha256, path: letter.original.paths.first,
                        topic: topic.topic, hasTopic: topic.isTagged, who: topic.decision.who,
                        when: topic.decision.when, why: topic.decision.why))
            }
        }
        all = labels
    }
}
