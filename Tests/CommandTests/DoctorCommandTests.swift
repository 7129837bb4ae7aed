import Foundation
import Testing

/// `letterbook doctor` as a user runs it: each thing that is wrong is named, with what to do.
@Suite("The command doctor", .timeLimit(.minutes(5)))
struct DoctorCommandTests {
    private let folder: ScratchFolder

    /// A workspace with one letter.
    init() throws {
        folder = try ScratchFolder()
        try FileManager.default.copyItem(
            at: checkout.appendingPathComponent("Pipeline"), to: folder.url.appendingPathComponent("Pipeline")
        )
        try folder.write(
            "Ferry Users of the Bay\n\nMay 4, 2020\n\nDear Director:\n\nWe write.\n", to: "Corpus/a.txt")
        #expect(try Program.run("nightly", "--quiet", in: folder.url).status == 0)
    }

    /// What it says of one thing, found and remedy.
    private func said(of subject: String, _ outcome: Program.Outcome) throws -> [String] {
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let place = try #require(lines.firstIndex { $0.dropFirst(6).hasPrefix(subject) })
        return [lines[place]] + lines[(place + 1)...].prefix(1).filter { $0.contains("→") }
    }

    @Test("A sound workspace: every part is named, with its version or state")
    func sound() throws {
        let outcome = try Program.run("doctor", in: folder.url)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        for subject in [
            "poppler", "libxml2", "libzip", "PCRE2", "SQLite", "libcurl", "tesseract", "OCR languages",
            "seccomp",
            "landlock", "limits", "worker", "fonts", "encodings", "clock", "definitions", "Pipeline",
            "Corpus",
            "Output", "disk", "lock", "index",
        ] {
            let line = try said(of: subject, outcome)[0]
            #expect(line.hasPrefix("ok    ") || line.hasPrefix("warn  "), "\(line)")
            #expect(line.count > 21)
        }
        #expect(try said(of: "lock", outcome) == ["ok    lock           no night is running"])
        #expect(try said(of: "index", outcome) == ["ok    index          in step with the archive"])
    }

    @Test("JSON: a line for each thing, in the same order")
    func json() throws {
        let lines = try Program.shell(
            "letterbook doctor --json | jq -r '[.subject, .verdict, has(\"remedy\")] | @tsv'", in: folder.url
        ).output.split(separator: "\n")
        #expect(lines.first == "poppler\tok\tfalse")
        #expect(lines.last == "index\tok\tfalse")
        #expect(lines.count == 22)
    }

    @Test("A malformed topic, a lost index and a missing corpus fail, each with its remedy")
    func broken() throws {
        try folder.write("label: [", to: "Pipeline/topics/broken.yaml")
        for name in ["Output/index", "Corpus"] {
            try FileManager.default.removeItem(at: folder.url.appendingPathComponent(name))
        }
        let outcome = try Program.run("doctor", in: folder.url)
        #expect(outcome.status == 1)
        let definitions = try said(of: "definitions", outcome)
        #expect(definitions[0].hasPrefix("fail  ") && definitions[0].contains("broken.yaml"))
        #expect(try said(of: "index", outcome).last?.contains("→ 'letterbook index' builds it anew") == true)
        #expect(try said(of: "Corpus", outcome).last?.contains("→ 'letterbook init'") == true)
        #expect(outcome.output.contains("3 failures, "))
    }

    @Test("A running night is told, with who holds the lock")
    func locked() throws {
        let outcome = try Program.shell(
            "flock Output/cache/night.lock sh -c 'printf \"process 4711\" >Output/cache/night.lock; letterbook doctor'",
            in: folder.url)
        #expect(outcome.status == 0)
        #expect(try said(of: "lock", outcome)[0] == "warn  lock           a night is running: process 4711")
    }

    @Test("Without tesseract it says what stays unread; from the future it says that the clock is wrong")
    func withoutTesseract() throws {
        let program = Program.path
        try folder.write("{}", to: "Output/reports/2999-01-01T000000Z.json")
        let outcome = try Program.shell("PATH=/nonexistent \(program) doctor", in: folder.url)
        #expect(outcome.status == 0)
        #expect(try said(of: "tesseract", outcome).last?.contains("→ apt-get install tesseract-ocr") == true)
        #expect(
            try said(of: "clock", outcome)[0].contains("a night is reported for later, 2999-01-01T000000Z"))
        #expect(outcome.output.contains("0 failures, "))
    }

    @Test("Outside a workspace it still looks at the machine")
    func elsewhere() throws {
        let outcome = try Program.run("doctor", in: URL(fileURLWithPath: "/"))
        #expect(outcome.status == 1)
        #expect(try said(of: "workspace", outcome)[0].contains("no Pipeline/letterbook.yaml"))
        #expect(try said(of: "worker", outcome)[0].hasPrefix("ok"))
    }
}
