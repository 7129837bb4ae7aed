import ArgumentParser
import Collecting
import Correspondence
import Foundation
import Nightly

struct CollectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: "Fetch what is new at the sources into the corpus, with custody.",
        discussion: """
            Reads the lists of each source of Pipeline/sources, asks for letters that are new or due, and keeps each \
            original once under Corpus/collected, beside a custody log that says where, when and how it came. Minds \
            robots.txt, Retry-After and the delay of each source. 'letterbook nightly' does this first; it may be \
            interrupted at any moment, and the next time goes on from there.

            Ends with 2 where a source lists no letters any more, or a third fewer than usual.

            EXAMPLE
              letterbook collect --dry-run
              letterbook collect prairie-council
            """)

    @Argument(help: "Collect only this source, even where it is not active. (default: all that are)")
    var source: String?

    @OptionGroup var place: WorkspaceOptions

    @Flag(name: .long, help: "Read the lists, say what would be asked for, and write nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Print no progress.")
    var quiet = false

    @Flag(help: "Print the whole report as JSON.")
    var json = false

    func run() async throws {
        do {
            let workspace = try place.workspace()
            let display = quiet ? nil : CollectDisplay(isTerminal: Terminal.current().isErrorTerminal)
            let report = try await collectSources(workspace, only: source) { settings in
                settings.isDryRun = dryRun
                settings.report = { display?.show($0) }
            }
            display?.finish()
            if json {
                printJSON(try CanonicalJSON.document(report))
            } else {
                print(CollectSummary(report, contact: workspace.configuration.contact).text)
            }
            for alarm in report.alarms { printError("warning: \(printable(alarm))") }
            if !report.alarms.isEmpty { throw Exit.alarm }
        } catch {
            throw Exit.code(for: error)
        }
    }
}
