import Correspondence
import Extracting
import Foundation
import Working

/// Reading scanned pages: rendered in the worker, read by tesseract as a child in a sandbox of its own, remembered by the
/// picture's content so that no page is ever read twice.
public struct OCR: Sendable {
    /// Absolute path of tesseract.
    private let tesseract: String
    /// As the program says it: `tesseract 5.3.0`.
    public let version: String
    private let limits: WorkerLimits

    /// Nil where tesseract is not installed.
    public init?(limits: WorkerLimits) async {
        guard let tesseract = installedProgram(Tesseract.program) else { return nil }
        var limits = limits
        // Measured: two to five CPU seconds a page and 90 MB; a page that takes a minute is no text.
        limits.processorTime = 60
        limits.wallClock = 300
        // Outside the sandbox: there is nothing of strangers' to read yet.
        let asking = Filter(WorkerCommand(program: tesseract, arguments: ["--version"]), limits: limits)
        do {
            version = try await String(decoding: asking.run(on: []).prefix { $0 != 10 }, as: UTF8.self)
        } catch {
            return nil
        }
        self.tesseract = tesseract
        self.limits = limits
    }

    /// A text with its scanned pages read, where that reads better.
    ///
    /// A page that cannot be rendered or read keeps the text that it has, with a finding.
    ///
    /// - Throws: `.extraction(.interrupted)`, `.reader`; `.original(.unreadable)` where the original cannot be read any
    ///   more.
    func read(
        _ text: ExtractedText, original: OpenOriginal, pages: [Int], worker: ExtractionWorker,
        cache: OCRCache?
    ) async throws(ProcessingError) -> ExtractedText {
        var readings: [OCRReading] = []
        var findings: [Finding] = []
        for page in pages {
            do {
                let picture = try await worker.picture(ofPage: page, in: original)
                readings.append(
                    OCRReading(
                        page: page, table: try await table(of: picture, program: worker.program, cache: cache)
                    ))
            } catch WorkerFailure.killed {
                throw .extraction(.interrupted)
            } catch WorkerFailure.unreadable(let reason) {
                throw .original(.unreadable(reason))
            } catch WorkerFailure.cannotStart(let why) {
                throw .reader(why)
            } catch {
                findings.append(
                    Finding(
                        .warning, stage: "extract", code: "ocr-failed", page: page,
                        message: "OCR could not read this page: \(error)"))
            }
        }
        var read = merged(text, with: readings)
        read.findings += findings
        return read
    }

    /// - Parameter program: absolute path of this program, which shuts tesseract in.
    private func table(of picture: [UInt8], program: String, cache: OCRCache?) async throws -> String {
        let key = SHA256.hex(of: picture)
        if let known = cache?.table(of: key) { return known }
        let filter = Filter(sandboxed(by: program), limits: limits)
        let table = String(decoding: try await filter.run(on: picture), as: UTF8.self)
        // What cannot be kept costs the next reading only time.
        do { try cache?.keep(table, of: key) } catch {}
        return table
    }

    private func sandboxed(by program: String) -> WorkerCommand {
        let limits = ["--memory", "\(limits.addressSpace)", "--seconds", "\(limits.processorTime)"]
        var environment = Tesseract.environment.merging(["LANG": "C.UTF-8"]) { old, _ in old }
        environment["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
        return WorkerCommand(
            program: program, arguments: ["sandbox"] + limits + ["--", tesseract] + Tesseract.arguments,
            environment: environment)
    }
}

/// What tesseract wrote of each picture: `Output/cache/ocr`. May be deleted: it costs only time.
struct OCRCache: Sendable {
    private let folder: URL

    /// - Parameter version: of tesseract; what another one read is of no use.
    init(in output: URL, version: String) {
        let name = String(version.map { $0.isLetter || $0.isNumber ? $0 : "-" })
        folder = output.appendingPathComponent("cache/ocr/\(name)", isDirectory: true)
    }

    func table(of key: String) -> String? {
        do { return try String(contentsOf: file(key), encoding: .utf8) } catch { return nil }
    }

    func keep(_ table: String, of key: String) throws(NightError) {
        try replace(file(key), with: Array(table.utf8), isDurable: false)
    }

    private func file(_ key: String) -> URL { folder.appendingPathComponent("\(key.prefix(2))/\(key).tsv") }
}
