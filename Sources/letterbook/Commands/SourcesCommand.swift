import ArgumentParser
import Collecting
import Correspondence
import Definitions
import Foundation
import Nightly

struct SourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "List, try and add the places that letters come from.",
        discussion: """
            Each is a file in Pipeline/sources. 'letterbook collect' fetches from those that are active.

            EXAMPLE
              letterbook sources
              letterbook sources add https://www.example.org/advocacy/letters
              letterbook sources check example-org-letters
            """,
        subcommands: [ListSources.self, CheckSourcesCommand.self, AddSource.self],
        defaultSubcommand: ListSources.self)
}

struct ListSources: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the sources.",
        discussion: """
            EXAMPLE
              letterbook sources list --json
            """)

    @OptionGroup var place: WorkspaceOptions

    @Flag(help: "Print JSON Lines, one for each source.")
    var json = false

    func run() throws {
        do {
            let folder = try place.workspace().pipeline.appendingPathComponent("sources")
            let sources = try Source.loadAll(in: folder)
            guard !sources.isEmpty else {
                printError("There are no sources: 'letterbook sources add URL' drafts one.")
                throw Exit.found
            }
            for source in sources {
                if json {
                    printJSON(try CanonicalJSON.line(source))
                } else {
                    print(line(source))
                }
            }
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func line(_ source: Source) -> String {
        let asked = source.urls + source.dockets + source.agencies + source.terms
        return padded(source.isActive ? "active" : "off", to: 8) + padded(source.kind.rawValue, to: 18)
            + padded(source.id, to: 30) + printable(source.name ?? asked.first ?? "")
    }
}

struct CheckSourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Try sources and show what they would give; nothing is kept.",
        discussion: """
            Reads the first lists of each as a night would, with the same manners, and prints the letters that they \
            name. Ends with 1 where a source gives none, or something is wrong with it.

            EXAMPLE
              letterbook sources check example-org-letters
              letterbook sources check --json | jq -r '.items[].url'
            """)

    @Argument(help: "Try only this source, even where it is not active. (default: all that are)")
    var source: String?

    @Option(help: "Lists to read of each at most.")
    var lists = 2

    @Option(help: "Letters to print of each; 0 for all.")
    var limit = 20

    @Flag(help: "Print JSON Lines, one for each source.")
    var json = false

    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
        try checkLimit(limit)
        if lists < 1 { throw ValidationError("--lists takes a number from 1") }
    }

    func run() async throws {
        do {
            var isWell = true
            try await checkSources(place.workspace(), only: source, lists: lists) { check in
                isWell = isWell && check.problems.isEmpty && !(check.items.isEmpty && check.events.isEmpty)
                if json {
                    printJSON(try CanonicalJSON.line(check))
                } else {
                    print(SourceCheckText(check, limit: limit).text)
                }
            }
            if !isWell { throw Exit.found }
        } catch {
            throw Exit.code(for: error)
        }
    }
}

struct AddSource: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Look at an address and write a draft of a source.",
        discussion: """
            Decides by what is there whether it is a page that lists letters, a feed or a sitemap; the address of a \
            docket at regulations.gov or of an agency at federalregister.gov makes a source of their interfaces. The \
            draft says what was found and is not active; a file that is there already stays as it is.

            EXAMPLE
              letterbook sources add https://www.example.org/advocacy/letters
              letterbook sources add https://www.regulations.gov/docket/CMS-2024-0001 --id cms-2024
            """)

    @Argument(help: "The address of a list, a feed, a sitemap, a docket or an agency.")
    var url: String

    @Option(help: "Name of the source. (default: made of the address)")
    var id: String?

    @Flag(help: "Allow addresses of a private network or of this machine.")
    var privateAddresses = false

    @Flag(help: "Print what was found as JSON.")
    var json = false

    @OptionGroup var place: WorkspaceOptions

    func run() async throws {
        do {
            let (draft, file) = try await addSource(
                url, id: id, allowsPrivateAddresses: privateAddresses, to: place.workspace())
            if json {
                printJSON(try CanonicalJSON.document(AddedSource(draft, file)))
                return
            }
            print(draft.yaml, terminator: "")
            printError("Wrote \(file.path): try it with 'letterbook sources check \(draft.source.id)'.")
        } catch let error as DraftError {
            printError("error: \(printable("\(error)"))")
            throw Exit.noInput
        } catch {
            throw Exit.code(for: error)
        }
    }
}

private struct AddedSource: Encodable {
    var file: String
    var source: Source
    var items: [SourceCheck.Item]
    var next: [String]
    var feeds: [String]

    init(_ draft: SourceDraft, _ file: URL) {
        self.file = file.path
        source = draft.source
        items = draft.items
        next = draft.next
        feeds = draft.feeds
    }
}
