import Collecting
import Extracting
import Foundation
import Indexing
import Scanning
import Working

/// The libraries that the program runs with, and the program that reads scanned pages.
struct ProgramDiagnoses {
    func all() async -> [Diagnosis] { libraries + (await tesseract()) }

    /// They are linked: without one of them nothing would run.
    private var libraries: [Diagnosis] {
        let versions = extractionEngines.map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
        return versions.map { .ok($0[0], $0.count > 1 ? $0[1] : "unknown") }
            + [.ok("PCRE2", pcre2Version), sqlite, .ok("libcurl", libcurlVersion)]
    }

    private var sqlite: Diagnosis {
        do {
            return .ok("SQLite", try sqliteVersion())
        } catch {
            return .fail("SQLite", "does not work: \(error)", "install libsqlite3-0 again")
        }
    }

    private func tesseract() async -> [Diagnosis] {
        let remedy = "apt-get install tesseract-ocr; the next night reads the scanned pages"
        guard let program = installedProgram(Tesseract.program) else {
            return [.warn("tesseract", "is not installed: scanned pages stay unread", remedy)]
        }
        do {
            let version = try await said(by: program, "--version").first ?? "unknown"
            let languages = try await said(by: program, "--list-langs").dropFirst()
            return [.ok("tesseract", version), self.languages(Array(languages))]
        } catch {
            return [.fail("tesseract", "\(program) does not work: \(error)", remedy)]
        }
    }

    private func said(by program: String, _ argument: String) async throws -> [String] {
        var limits = WorkerLimits()
        limits.wallClock = 20
        let filter = Filter(Working.WorkerCommand(program: program, arguments: [argument]), limits: limits)
        return String(decoding: try await filter.run(on: []), as: UTF8.self).split(separator: "\n")
            .map(String.init)
    }

    /// English reads, `osd` finds out how a page is turned.
    private func languages(_ installed: [String]) -> Diagnosis {
        let missing = ["eng", "osd"].filter { !installed.contains($0) }
        guard missing.isEmpty else {
            return .fail(
                "OCR languages", "tesseract lacks \(missing.joined(separator: " and ")): it reads nothing",
                "apt-get install " + missing.map { "tesseract-ocr-\($0)" }.joined(separator: " "))
        }
        return .ok("OCR languages", installed.sorted().joined(separator: ", "))
    }
}
