import Archiving
import ArgumentParser
import Correspondence
import Definitions
import Foundation
import Reporting

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "List the values that the rules are not sure of, most consequential first.",
        discussion: """
            Dates come before senders, senders before addressees, and so on: what misplaces a letter first. 'letterbook \
            correct' puts a value right, or confirms it.

            EXAMPLE
              letterbook review
              letterbook review --field sender --limit 0
              letterbook review --senders
              letterbook review --json | jq -r .field | sort | uniq -c
            """)

    @Option(help: ArgumentHelp("Only this field: date, sender, addressees …", valueName: "field"))
    var field: String?

    @Flag(help: "Values of medium confidence too.")
    var medium = false

    @Option(help: "Values to print at most; 0 for all.")
    var limit = 25

    @Flag(help: "List the senders that Pipeline/organizations.yaml does not know, most letters first.")
    var senders = false

    @Flag(help: "Print JSON Lines.")
    var json = false

    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
        try checkLimit(limit)
    }

    func run() throws {
        do {
            let library = try Library(place.workspace())
            if senders { return try listUnknownSenders(library) }
            let items = inOrderOfReview(try items(in: library.archive))
            let shown = items.prefix(limit == 0 ? .max : limit)
            for item in shown {
                if json {
                    printJSON(try CanonicalJSON.line(item))
                } else {
                    print(line(item))
                }
            }
            guard !json else { return }
            let rest = items.count - shown.count
            print(
                items.isEmpty
                    ? "Nothing is in doubt."
                    : "\(items.count) in doubt"
                        + (rest > 0 ? ", \(rest) of them not shown: --limit 0 shows all." : "."))
        } catch {
            throw Exit.code(for: error)
        }
    }

    private struct UnknownSender: Encodable {
        var organization: String
        var letters: Int
    }

    /// Senders as printed: spellings that a person may want to join.
    private func listUnknownSenders(_ library: Library) throws {
        let file = library.workspace.pipeline.appendingPathComponent("organizations.yaml")
        let known = Set(try OrganizationDefinitions.load(file).map(\.name))
        var counts: [String: Int] = [:]
        var letters = try library.archive.letters()
        while let letter = try letters.next() {
            guard letter.withdrawn == nil, let sender = letter.sender, sender.agency == nil,
                !known.contains(sender.organization)
            else { continue }
            counts[sender.organization, default: 0] += 1
        }
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        for (name, count) in ranked.prefix(limit == 0 ? .max : limit) {
            if json {
                printJSON(
                    try CanonicalJSON.line(UnknownSender(organization: name, letters: count)))
            } else {
                print(padded(String(count), to: 7) + printable(name))
            }
        }
        if !json { print("\(ranked.count) senders are not in Pipeline/organizations.yaml.") }
    }

    private func items(in archive: Archive) throws -> [ReviewItem] {
        var items: [ReviewItem] = []
        var letters = try archive.letters()
        while let letter = try letters.next() {
            items += valuesToReview(of: letter, upTo: medium ? .medium : .low).filter {
                field == nil || $0.field == field || $0.field.hasPrefix("\(field ?? "").")
            }
        }
        return items
    }

    private func line(_ item: ReviewItem) -> String {
        let width = max(60, Terminal.current().width)
        var line = padded(item.id, to: 20) + padded(item.field, to: 26)
        line += fitted(item.value ?? "not found", to: 40)
        guard let evidence = item.evidence else { return fitted(line, to: width) }
        let page = evidence.page.map { "p. \($0) " } ?? ""
        let quote = evidence.quote.isEmpty ? "" : "“\(fitted(evidence.quote, to: 40))” "
        return fitted(line, to: width) + "\n" + String(repeating: " ", count: 20)
            + fitted("\(page)\(quote)\(evidence.rule), \(evidence.confidence.rawValue)", to: width - 20)
    }
}
