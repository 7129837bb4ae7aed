import Archiving
import ArgumentParser
import Correspondence
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
              letterbook review --json | jq -r .field | sort | uniq -c
            """)

    @Option(help: ArgumentHelp("Only this field: date, sender, addressees …", valueName: "field"))
    var field: String?

    @Flag(help: "Values of medium confidence too.")
    var medium = false

    @Option(help: "Values to print at most; 0 for all.")
    var limit = 25

    @Flag(help: "Print JSON Lines.")
    var json = false

    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit must be 0 or more, found \(limit)") }
    }

    func run() throws {
        do {
            let items = inOrderOfReview(try items(in: Library(place.workspace()).archive))
            let shown = items.prefix(limit == 0 ? .max : limit)
            for item in shown {
                if json {
                    FileHandle.standardOutput.write(try CanonicalJSON.line(item))
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
