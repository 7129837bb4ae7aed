import ArgumentParser
import Correspondence

struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag",
        abstract: "Say yes or no to a topic of a letter, for good.",
        discussion: """
            A person's yes or no wins over the topic's definition and survives every night; a report says when the \
            definition comes to agree. 'letterbook topics explain' shows what the definition says.

            EXAMPLE
              letterbook tag 3f9a1c20 --add maternal-health --why "the annex is about nothing else"
              letterbook tag 3f9a1c20 --remove ctsa --who "Jane Doe" --why "only in the writer's address"
            """)

    @Argument(help: "The letter's id, or the beginning of it.")
    var id: String

    @Option(help: ArgumentHelp("The letter has this topic.", valueName: "topic"))
    var add: [String] = []

    @Option(help: ArgumentHelp("The letter does not have this topic.", valueName: "topic"))
    var remove: [String] = []

    @OptionGroup var options: DecisionOptions
    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
        guard !add.isEmpty || !remove.isEmpty else {
            throw ValidationError("name a topic with --add or --remove")
        }
        if let both = add.first(where: remove.contains) {
            throw ValidationError("\(both) cannot be added and removed at once")
        }
    }

    func run() throws {
        do {
            let workspace = try place.workspace()
            let known = try Library(workspace).topics.map(\.id)
            if let unknown = (add + remove).first(where: { !known.contains($0) }) {
                let near = nearestNames(to: unknown, among: known)
                printError(
                    "error: no topic '\(printable(unknown))' under Pipeline/topics; "
                        + (near.isEmpty
                            ? "'letterbook topics' lists them"
                            : "did you mean \(near.joined(separator: ", "))?"))
                throw Exit.noInput
            }
            try decide(Corrections(workspace: workspace))
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func decide(_ corrections: Corrections) throws {
        let letter = try corrections.letter(id)
        let decision = try options.decision()
        var correction = try corrections.of(letter.id)
        let choices = add.map { ($0, true) } + remove.map { ($0, false) }
        for (topic, isTagged) in choices {
            correction.topics.removeAll { $0.topic == topic }
            correction.topics.append(TopicDecision(topic: topic, isTagged: isTagged, decision: decision))
        }
        let said = choices.map { "\($0.1 ? "has" : "does not have") \($0.0)" }
        try corrections.save(correction, saying: "The letter \(said.joined(separator: ", ")).")
    }
}
