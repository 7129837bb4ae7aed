import ArgumentParser
import Correspondence
import Foundation
import Nightly

struct QuarantineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "List the originals that could not be processed, with reasons.",
        discussion: """
            A failure is tried again when its bytes, the limits or the program's version change, or with --retry.

            EXAMPLE
              letterbook quarantine
              letterbook quarantine --retry
            """)

    @OptionGroup var place: WorkspaceOptions

    @Flag(help: "Try them again now.")
    var retry = false

    @Flag(help: "Print JSON Lines.")
    var json = false

    func run() async throws {
        do {
            let workspace = try place.workspace()
            if retry {
                var settings = NightSettings(program: try programPath(), started: Timestamp.now())
                settings.retryingFailures = true
                _ = try await runNight(workspace, settings)
            }
            try list(try Quarantine(in: workspace.output).entries())
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func list(_ entries: [QuarantineEntry]) throws {
        if json {
            for entry in entries { printJSON(try CanonicalJSON.line(entry)) }
            return
        }
        for entry in entries {
            print(printable(entry.paths.joined(separator: ", ")))
            print("    " + printable(entry.reason))
        }
        print(entries.isEmpty ? "Nothing is in quarantine." : "\(entries.count) in quarantine.")
    }
}
