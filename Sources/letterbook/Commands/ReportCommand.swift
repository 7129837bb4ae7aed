import ArgumentParser
import Definitions
import Foundation
import Nightly

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Print what a night did: the last one, or the one that is named.",
        discussion: """
            EXAMPLE
              letterbook report
              letterbook report --list
              letterbook report 2026-11-21T020000Z --json
            """)

    @OptionGroup var place: WorkspaceOptions

    @Argument(help: "A report's name, or the beginning of it. (default: the newest)")
    var night: String?

    @Flag(help: "List the reports there are.")
    var list = false

    @Flag(help: "Print the report as it is kept: JSON.")
    var json = false

    @Flag(help: "List every letter and finding, not only the first ones.")
    var all = false

    func run() throws {
        do {
            let workspace = try place.workspace()
            let folder = workspace.output.appendingPathComponent("reports", isDirectory: true)
            let names = try reports(in: folder)
            if list {
                names.forEach { print($0.dropLast(5)) }
                return
            }
            guard let name = night.map({ prefix in names.last { $0.hasPrefix(prefix) } }) ?? names.last else {
                printError(
                    "error: no report \(night ?? "") in \(folder.path): 'letterbook nightly' makes one")
                throw Exit.noInput
            }
            try show(folder.appendingPathComponent(name), in: workspace)
        } catch {
            throw Exit.code(for: error)
        }
    }

    /// Oldest first.
    private func reports(in folder: URL) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".json") }.sorted()
    }

    private func show(_ file: URL, in workspace: Workspace) throws {
        let data = try Data(contentsOf: file)
        if json {
            printJSON(data)
            return
        }
        let report = try JSONDecoder().decode(NightReport.self, from: data)
        let summary = NightSummary(
            report, workspace: workspace, width: Terminal.current().width, rows: all ? .max : 10)
        print(summary.text)
    }
}
