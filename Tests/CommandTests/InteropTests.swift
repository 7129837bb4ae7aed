import Foundation
import Testing

/// Every export is opened with the programs that its users have, from PyPI: `Tests/Interop`.
///
/// `Pipeline/check` makes their environment; without it these tests are skipped, but never where CI runs.
@Suite("Exports in the programs of others", .serialized, .timeLimit(.minutes(10)))
struct InteropTests {
    private static let scripts = checkout.appendingPathComponent("Tests/Interop")
    private static let tools =
        ProcessInfo.processInfo.environment["LETTERBOOK_INTEROP"]
        .map { URL(fileURLWithPath: $0) } ?? checkout.appendingPathComponent(".build/interop")

    static var canRun: Bool {
        FileManager.default.isExecutableFile(atPath: tools.appendingPathComponent("bin/python").path)
            || ProcessInfo.processInfo.environment["CI"] == "true"
    }

    private static let chromium = [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    ]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// Where CI runs, a browser that is missing is a failure.
    static var canBrowse: Bool {
        canRun && (chromium != nil || ProcessInfo.processInfo.environment["CI"] == "true")
    }

    /// A workspace with the samples.
    private func workspace() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for name in ["Pipeline", "Corpus"] {
            try FileManager.default.copyItem(
                at: checkout.appendingPathComponent(name), to: folder.url.appendingPathComponent(name))
        }
        #expect(try Program.run("nightly", "--quiet", in: folder.url).status == 0)
        return folder
    }

    private func export(_ folder: ScratchFolder) throws {
        let formats = [
            "jsonl", "json", "csv", "markdown", "ris", "csl-json", "bibtex", "dc-json", "dc-xml", "jsonld",
        ]
        for format in formats {
            let outcome = try Program.run(
                "export", "--format", format, "--into", "letters.\(format)", in: folder.url)
            #expect(
                outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome.errors)")
        }
        let packed = try Program.run("export", "--format", "bagit", "--into", "bag", in: folder.url)
        #expect(packed.status == 0, "\(packed.errors)")
        for format in ["html", "svg", "markdown", "csv", "ics", "atom"] {
            let outcome = try Program.shell(
                "letterbook timeline --format \(format) > timeline.\(format)", in: folder.url)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
    }

    /// Runs a script in the environment; what it says goes with a failure.
    private func open(_ script: String, _ folder: ScratchFolder, _ argument: String = "") throws {
        let python = Self.tools.appendingPathComponent("bin/python").path
        let path = Self.scripts.appendingPathComponent(script).path
        let outcome = try Program.shell(
            "'\(python)' '\(path)' '\(folder.url.path)' \(argument)", in: folder.url)
        #expect(outcome.status == 0, "\(script):\n\(outcome.output)\(outcome.errors)")
    }

    @Test(
        "Every export opens in its users' own tool and says there what the records say", .enabled(if: canRun))
    func exports() throws {
        let folder = try workspace()
        try export(folder)
        try open("open_exports.py", folder)
        try open("open_timeline.py", folder)
    }

    @Test("Nothing hostile in a record gets out of its field, in no format", .enabled(if: canRun))
    func hostile() throws {
        let folder = try hostileWorkspace()
        try export(folder)
        try open("open_exports.py", folder)
        try open("open_timeline.py", folder)
        try open("open_fields.py", folder)
    }

    @Test("Nothing hostile that people may write or name gets out of its field either", .enabled(if: canRun))
    func hostileDefinitions() throws {
        let folder = try workspace()
        try open("poison_pipeline.py", folder)
        let night = try Program.run("nightly", in: folder.url)
        #expect(night.status == 0, "\(night.errors)")
        try export(folder)
        for script in ["open_feeds.py", "open_exports.py", "open_timeline.py", "open_fields.py"] {
            try open(script, folder)
        }
        let lines = [
            "topics", "queries", "timeline", "query --count-by topic", "query --count-by sender", "report",
            "topics list --json", "query --count-by sender --format jsonl", "report --json",
            "campaigns --json",
        ]
        let shown = try lines.map { try Program.shell("letterbook \($0)", in: folder.url) } + [night]
        for (line, outcome) in zip(lines + ["nightly"], shown) { expectPlain(outcome, line) }
    }

    private func expectPlain(_ outcome: Program.Outcome, _ line: String) {
        for scalar in (outcome.output + outcome.errors).unicodeScalars where scalar != "\n" {
            let obeyed: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator]
            #expect(
                !obeyed.contains(scalar.properties.generalCategory), "letterbook \(line): \(scalar.value)")
        }
    }

    @Test("A terminal receives no control character of a document", .enabled(if: canRun))
    func terminal() throws {
        let folder = try hostileWorkspace()
        var lines = [
            "query postpartum", "query", "timeline", "report", "review", "review --senders", "quarantine",
            "query --format json", "query --count-by sender --format jsonl", "review --json",
            "review --senders --json", "quarantine --json", "campaigns --json", "verify --json",
        ]
        let ids = try Program.shell("letterbook export | jq -r .id", in: folder.url).output.split(
            separator: "\n")
        #expect(ids.count > 20)
        lines += ids.flatMap { ["show \($0)", "show \($0) --format json"] }
        for line in lines {
            expectPlain(try Program.shell("letterbook \(line)", in: folder.url), line)
        }
    }

    @Test("Timeline pages pass axe-core's rules for access, light and dark", .enabled(if: canBrowse))
    func access() throws {
        let folder = try workspace()
        let lines = [
            "letterbook timeline --format html > timeline.html",
            "letterbook timeline --topic maternal-health --against-topic ctsa --format html > topic.html",
            "letterbook timeline --pages",
        ]
        for line in lines { #expect(try Program.shell(line, in: folder.url).status == 0) }
        let python = Self.tools.appendingPathComponent("bin/python").path
        let script = Self.scripts.appendingPathComponent("check_access.py").path
        let outcome = try Program.shell(
            "'\(python)' '\(script)' '\(Self.chromium ?? "chromium")' timeline.html topic.html Output/timeline/pages/*.html",
            in: folder.url)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }

    @Test("In a browser no script of a document runs, and no request leaves", .enabled(if: canBrowse))
    func browser() throws {
        let folder = try hostileWorkspace()
        #expect(
            try Program.shell("letterbook timeline --format html > timeline.html", in: folder.url).status == 0
        )
        try open("open_page.py", folder, Self.chromium ?? "")
    }

    private func hostileWorkspace() throws -> ScratchFolder {
        let folder = try workspace()
        let python = Self.tools.appendingPathComponent("bin/python").path
        let script = Self.scripts.appendingPathComponent("poison.py").path
        let outcome = try Program.shell("'\(python)' '\(script)' Output && letterbook index", in: folder.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return folder
    }
}
