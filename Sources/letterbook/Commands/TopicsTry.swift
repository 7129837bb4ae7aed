import ArgumentParser
import Correspondence
import Foundation
import Nightly

struct TryTopics: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "Show what the topics' files, as edited, would add and remove over the whole archive.",
        discussion: """
            Nothing is written: the next night applies the edit and reports the same changes. '+' would get the topic, \
            with the quotes that speak for it; '-' would lose it, with what it lacks.

            EXAMPLE
              letterbook topics try
              letterbook topics try --topic telehealth
              letterbook topics try --json | jq -r 'select(.isAdded) | .letter'
            """)

    @Option(help: ArgumentHelp("Only this topic.", valueName: "id"))
    var topic: [String] = []

    @Option(help: "Changes to print at most; 0 for all.")
    var limit = 50

    @Flag(help: "Print JSON Lines, one for each change.")
    var json = false

    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
        try checkLimit(limit)
    }

    func run() throws {
        do {
            var told = 0
            let trial = try tryTopics(topic, in: place.workspace()) { change in
                told += 1
                if json {
                    printJSON(try CanonicalJSON.line(change))
                } else if limit == 0 || told <= limit {
                    print(lines(of: change).joined(separator: "\n"))
                }
            }
            if !json { show(trial, told: told) }
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func lines(of change: TopicChange) -> [String] {
        let facts = [change.date ?? "no date", change.sender ?? "unknown sender", change.title ?? ""]
        var lines = [
            "\(change.isAdded ? "+" : "-") \(change.topic)  \(change.letter)  \(facts.map(printable).joined(separator: "  "))"
        ]
        let quotes = change.quotes.prefix(3).map { evidence in
            let place = evidence.page.map { "p. \($0)" } ?? "title"
            return "    \(place)  “\(printable(evidence.quote))” \(evidence.rule)"
        }
        lines += quotes
        lines += change.lacking.prefix(2).map { "    lacking: \(printable($0))" }
        return lines
    }

    private func show(_ trial: TopicTrial, told: Int) {
        if limit > 0, told > limit { print("… \(told - limit) more changes: --limit 0 shows all") }
        print(
            padded("topic", to: 30) + padded("added", to: 8) + padded("removed", to: 9) + "kept    by person")
        for count in trial.counts {
            print(
                padded(count.topic, to: 30) + padded("\(count.added)", to: 8)
                    + padded("\(count.removed)", to: 9)
                    + padded("\(count.kept)", to: 8) + "\(count.decided)")
        }
        print("\(trial.letters) letters tried; nothing was changed.")
    }
}
