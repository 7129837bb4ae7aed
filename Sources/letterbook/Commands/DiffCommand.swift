import ArgumentParser
import Correspondence
import Foundation
import Relating

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show where two letters' texts part, and say whether one is a copy of the other.",
        discussion: """
            Sentence by sentence: '-' stands in the first letter only, '+' in the second only, '~' is one sentence with \
            [-words of the first-] and {+words of the second+}. Letters that are alike and yet two, as annual letters \
            to a committee are, are told so with the reason.

            EXAMPLE
              letterbook diff 3f9a1c20 77b0d2e4
              letterbook diff 3f9a1c20 77b0d2e4 --all
              letterbook diff 3f9a1c20 77b0d2e4 --json | jq .relation.kind
            """)

    @Argument(help: "The first letter's id, or the beginning of it.")
    var first: String

    @Argument(help: "The second letter's id, or the beginning of it.")
    var second: String

    @Flag(help: "Sentences in common too.")
    var all = false

    @Flag(help: "Print JSON: the verdict and every sentence.")
    var json = false

    @OptionGroup var place: WorkspaceOptions

    private struct Answer: Encodable {
        var first: String
        var second: String
        var relation: PairAccount
        var parts: [TextDifference.Part]
    }

    func run() throws {
        do {
            let archive = try Library(place.workspace()).archive
            let letters = [try archive.letter(first), try archive.letter(second)]
            let relation = comparison(LetterFacts(letters[0]), LetterFacts(letters[1]))
            let difference = TextDifference(letters[0].pages, letters[1].pages)
            guard !json else {
                printJSON(
                    try CanonicalJSON.document(
                        Answer(
                            first: letters[0].id, second: letters[1].id, relation: relation,
                            parts: difference.parts)))
                return
            }
            for (mark, letter) in zip(["-", "+"], letters) { print("\(mark) \(heading(letter))") }
            print(relation.reasons.joined(separator: "; ") + ".\n")
            show(difference, isColoured: Terminal.current().wantsColour)
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func heading(_ letter: Letter) -> String {
        let facts = [
            letter.id, letter.date?.value.description ?? "no date",
            letter.sender?.organization ?? "unknown sender",
            letter.title ?? letter.original.paths.first ?? "",
        ]
        return facts.map(printable).joined(separator: "  ")
    }

    private func show(_ difference: TextDifference, isColoured: Bool) {
        var common = 0
        for part in difference.parts {
            if part.kind == .same, !all {
                common += 1
                continue
            }
            tell(&common)
            print(line(part, isColoured: isColoured))
        }
        tell(&common)
    }

    private func tell(_ common: inout Int) {
        if common > 0 { print("  (\(common) \(common == 1 ? "sentence" : "sentences") in common)") }
        common = 0
    }

    private func line(_ part: TextDifference.Part, isColoured: Bool) -> String {
        let text = printable(part.text)
        switch part.kind {
        case .same: return "  \(text)"
        case .removed: return painted("- \(text)", .removed, isColoured)
        case .added: return painted("+ \(text)", .added, isColoured)
        case .changed:
            let words = (part.words ?? []).map { words in
                let text = printable(words.text)
                switch words.kind {
                case .removed: return painted("[-\(text)-]", .removed, isColoured)
                case .added: return painted("{+\(text)+}", .added, isColoured)
                default: return text
                }
            }
            return "~ " + words.joined(separator: " ")
        }
    }

    /// Red for the first letter's, green for the second's (ECMA-48).
    private func painted(_ text: String, _ kind: TextDifference.Kind, _ isColoured: Bool) -> String {
        isColoured ? "\u{1B}[\(kind == .removed ? "31" : "32")m\(text)\u{1B}[0m" : text
    }
}
