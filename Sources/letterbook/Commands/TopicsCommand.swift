import ArgumentParser
import Correspondence
import Foundation
import Nightly
import Reporting
import Tagging

struct TopicsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics",
        abstract: "List the topics, check and try their definitions, explain why a letter has one.",
        discussion: """
            EXAMPLE
              letterbook topics
              letterbook topics check
              letterbook topics try --topic telehealth
              letterbook topics explain 3f9a1c20 maternal-health
            """,
        subcommands: [
            ListTopics.self, CheckTopics.self, ExplainTopic.self, EvaluateTopics.self, TryTopics.self,
            SuggestTerms.self, TopicLabelsCommand.self, ExportTopics.self, ImportTopics.self,
        ],
        defaultSubcommand: ListTopics.self)
}

struct ListTopics: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the topics of Pipeline/topics with how many letters have each.",
        discussion: """
            EXAMPLE
              letterbook topics list
            """)

    @OptionGroup var place: WorkspaceOptions

    @Flag(help: "Print JSON Lines: id, label, whether it is active, letters.")
    var json = false

    private struct Entry: Encodable {
        var id: String
        var label: String
        var active: Bool
        var letters: Int
    }

    func run() throws {
        do {
            let library = try Library(place.workspace())
            let isIndexed = FileManager.default.fileExists(atPath: library.indexFile.path)
            let counts = isIndexed ? try library.index().lettersByTopic() : [:]
            for topic in library.topics {
                let entry = Entry(
                    id: topic.id, label: topic.label, active: topic.isActive, letters: counts[topic.id] ?? 0)
                if json {
                    printJSON(try CanonicalJSON.line(entry))
                } else {
                    let letters = entry.active ? "\(entry.letters)" : "off"
                    print(
                        padded(entry.id, to: 26) + String(repeating: " ", count: max(0, 6 - letters.count))
                            + letters + "   " + printable(entry.label))
                }
            }
        } catch {
            throw Exit.code(for: error)
        }
    }
}

struct CheckTopics: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check every topic's file, and its examples: what must match and what must not.",
        discussion: """
            EXAMPLE
              letterbook topics check
              letterbook topics check ctsa
            """)

    @Argument(help: ArgumentHelp("Only this one.", valueName: "topic"))
    var topic: String?

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
        do {
            let topics = try Library(place.workspace()).topics.filter { topic == nil || $0.id == topic }
            guard !topics.isEmpty else {
                printError(
                    "error: no topic '\(topic ?? "")' under Pipeline/topics; 'letterbook topics' lists them")
                throw Exit.noInput
            }
            var failures: [ExampleFailure] = []
            for topic in topics {
                let found = try checkExamples(of: topic)
                let examples = topic.examples.match.count + topic.examples.noMatch.count
                print(
                    "\(found.isEmpty ? "ok    " : "failed") \(padded(topic.id, to: 26)) \(examples) examples")
                failures += found
            }
            for failure in failures { printError(failure.description) }
            if !failures.isEmpty { throw Exit.found }
        } catch {
            throw Exit.code(for: error)
        }
    }
}

struct ExplainTopic: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show how a topic's points come about in one letter, or what it lacks.",
        discussion: """
            Every quote with its zone, its weight and its points; add them up by hand to get the score.

            EXAMPLE
              letterbook topics explain 3f9a1c20 maternal-health
            """)

    @Argument(help: "A letter's id, or the beginning of it.")
    var id: String

    @Argument(help: "A topic's id.")
    var topic: String

    @OptionGroup var place: WorkspaceOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        do {
            let account = try explainTopic(topic, of: id, in: place.workspace())
            if json {
                printJSON(try CanonicalJSON.document(account))
            } else {
                print(lines(of: account).joined(separator: "\n"))
            }
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func lines(of account: TopicAccount) -> [String] {
        let verdict = account.isTagged ? "has the topic" : "does not have the topic"
        var lines = [
            "\(verdict): \(shown(account.points)) points of \(shown(account.pointsNeeded)) needed, "
                + "score \(shown(account.score))"
        ]
        for entry in account.entries {
            var line = padded(shown(entry.points), to: 7) + padded(entry.rule, to: 28) + entry.name
            line += "  (\(shown(entry.weight)) × \(shown(entry.zoneWeight)) × \(entry.counted)"
            lines.append(line + " of \(entry.mentions))")
            lines += entry.evidence.prefix(2).map { "         p. \($0.page ?? 1)  “\(printable($0.quote))”" }
        }
        lines += account.cancelled.map { "cancelled: “\(printable($0.evidence.quote))”: \($0.reason)" }
        lines += account.lacking.map { "lacking: \($0)" }
        return lines
    }

    private func shown(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
    }
}
