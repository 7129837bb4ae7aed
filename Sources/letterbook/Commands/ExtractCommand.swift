import ArgumentParser
import Collecting
import Correspondence
import Definitions
import Extracting
import Foundation
import Nightly
import Working

struct ExtractCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, text
    }

    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Print the text and metadata of files, without archiving them.",
        discussion: """
            One line of JSON for each file, in the order given, whatever happened to the file. With --format text the \
            text alone, pages divided by a form feed.

            EXAMPLE
              letterbook extract letter.pdf | jq .document
              letterbook extract --format text letter.html
            """)

    @Argument(help: ArgumentHelp("Files to read.", valueName: "file"))
    var files: [String]

    @Option(help: "What to print.")
    var format: Format = .json

    @Option(help: "Which scanned pages tesseract reads: auto, never or always.")
    var ocr: ExtractionSettings.OCR = .auto

    @Option(help: "Worker processes. (default: one for each core)")
    var jobs: Int = 0

    @Option(help: ArgumentHelp("The settings file, for its limits.", valueName: "file"))
    var config: String?

    func run() async throws {
        do {
            let isWhole = try await extractAll()
            if !isWhole { throw Exit.found }
        } catch {
            throw Exit.code(for: error)
        }
    }

    /// Prints each file's line as soon as all before it are printed. False where one of them gave no text.
    private func extractAll() async throws -> Bool {
        let configuration =
            try config.map { try Configuration.load(URL(fileURLWithPath: $0)) } ?? Configuration()
        let program = try programPath()
        let count = min(files.count, jobs > 0 ? jobs : ProcessInfo.processInfo.activeProcessorCount)
        var settings = ExtractionSettings(configuration)
        settings.ocr = ocr
        let limits = WorkerLimits(configuration)
        let reading = await Reading(limits: limits, settings: settings)
        let workers = (0..<count).map { _ in
            ExtractionWorker(program: program, limits: limits, settings: settings)
        }
        var printer = InOrder()
        var isWhole = true
        var next = 0
        try await withThrowingTaskGroup(of: (slot: Int, position: Int, line: ExtractionLine).self) { group in
            func begin(_ slot: Int) {
                guard next < files.count else { return }
                let (position, file, worker) = (next, files[next], workers[slot])
                next += 1
                let limit = configuration.sizeLimit << 20
                group.addTask {
                    (
                        slot, position,
                        await ExtractionLine.of(file, worker: worker, reading: reading, limit: limit)
                    )
                }
            }
            for slot in workers.indices { begin(slot) }
            while let done = try await group.next() {
                begin(done.slot)
                isWhole = isWhole && done.line.status == .ok
                try printer.add(format == .json ? done.line.json() : done.line.plainText(), at: done.position)
            }
        }
        return isWhole
    }
}

/// Prints pieces in the order of their positions, each as soon as its turn has come.
private struct InOrder {
    private var waiting: [Int: Data] = [:]
    private var turn = 0

    mutating func add(_ piece: Data, at position: Int) throws {
        waiting[position] = piece
        while let next = waiting.removeValue(forKey: turn) {
            try FileHandle.standardOutput.write(contentsOf: next)
            turn += 1
        }
    }
}
