import ArgumentParser
import Correspondence
import Definitions
import Extracting
import Foundation
import Nightly
import Reporting

struct NightlyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nightly",
        abstract: "Take what is new in the corpus into the archive, and say what changed.",
        discussion: """
            Asks the sources of Pipeline/sources for what is new, as 'letterbook collect' does, where there are any. Then \
            reads new and changed originals, describes and tags them, writes records, index and timeline, and keeps a \
            report. A night with nothing new changes nothing. It may be interrupted at any moment: the next one \
            completes it.

            EXAMPLE
              letterbook nightly
              letterbook nightly --corpus ~/letters --output ~/archive --jobs 4
            """)

    @OptionGroup var place: WorkspaceOptions

    @Flag(help: "Do not ask the sources of Pipeline/sources first.")
    var offline = false

    @Option(help: "Worker processes. (default: one for each core)")
    var jobs: Int = 0

    @Option(help: "Originals to process at most; the rest waits for the next night.")
    var limit: Int?

    @Option(help: "Process only this letter again, from its original on; an id or the beginning of one.")
    var letter: String?

    @Flag(help: "Try quarantined originals again.")
    var retry = false

    @Option(help: "Which scanned pages tesseract reads: auto, never or always. (default: as configured)")
    var ocr: ExtractionSettings.OCR?

    @Flag(name: .shortAndLong, help: "Print no progress.")
    var quiet = false

    @Flag(help: "Print the whole report as JSON.")
    var json = false

    func validate() throws {
        if jobs < 0 { throw ValidationError("--jobs must be 1 or more, found \(jobs)") }
        if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more, found \(limit)") }
    }

    func run() async throws {
        do {
            let workspace = try place.workspace()
            let report = try await night(in: workspace)
            if json {
                printJSON(try CanonicalJSON.document(report))
            } else {
                print(NightSummary(report, workspace: workspace, width: Terminal.current().width).text)
            }
            if let alarm = report.alarm {
                printError("warning: \(alarm)")
                throw Exit.alarm
            }
        } catch {
            let code = Exit.code(for: error)
            if [Exit.cannotWrite, ExitCode(70)].contains(code) {
                printError("resume: 'letterbook nightly' again; what was done so far is kept")
            }
            throw code
        }
    }

    private func night(in workspace: Workspace) async throws -> NightReport {
        var settings = NightSettings(program: try programPath(), started: Timestamp.now())
        settings.jobs = jobs
        settings.limit = limit
        settings.letter = letter
        settings.retryingFailures = retry
        settings.ocr = ocr
        let display = quiet ? nil : ProgressDisplay(isTerminal: Terminal.current().isErrorTerminal)
        settings.isCollecting = !offline && letter == nil
        let collecting = quiet ? nil : CollectDisplay(isTerminal: Terminal.current().isErrorTerminal)
        settings.collecting = { settings in settings.report = { collecting?.show($0) } }
        settings.report = { progress in display?.show(progress) }
        defer { display?.finish() }
        return try await runNight(workspace, settings)
    }
}

extension ExtractionSettings.OCR: ExpressibleByArgument {}
