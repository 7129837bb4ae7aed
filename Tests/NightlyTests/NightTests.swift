import Archiving
import Correspondence
import Foundation
import Nightly
import Testing

@Suite("A night", .timeLimit(.minutes(5)))
struct NightTests {
    @Test("Every file of the corpus is archived, in quarantine or skipped with its reason")
    func accounting() async throws {
        let place = try TestWorkspace()
        for number in 0..<3 { try place.putLetter(number) }
        try place.put("%PDF-1.7\n1 0 obj\n<< /Type /Catalog", at: "truncated.pdf")
        try place.put([], at: "empty.pdf")
        try place.put([0, 1, 2, 3, 0xFF, 0xFE, 0], at: "noise.bin")
        try place.put("# Not a letter", at: "README.md")
        try place.put("name,city,year\nA,B,2020\nC,D,2021\n", at: "table.csv")
        try place.put("<!DOCTYPE html><html><body><p>404 Not Found</p></body></html>", at: "error.pdf")
        try place.putLetter(9, at: "folder.pdf/inside.html")
        let report = try await place.night()
        #expect(
            report.new.map(\.path) == [
                "error.pdf", "folder.pdf/inside.html", "letter-0.html", "letter-1.html", "letter-2.html",
            ])
        #expect(report.quarantined.map(\.path) == ["truncated.pdf"])
        #expect(report.skipped.map(\.path) == ["README.md", "empty.pdf", "noise.bin", "table.csv"])
        #expect(report.skipped.allSatisfy { !$0.reason.isEmpty })
        #expect(report.quarantined.allSatisfy { !$0.reason.isEmpty })
        #expect(report.letters == 5)
        #expect(report.findings.map(\.finding.code).contains("misnamed"))
    }

    @Test("A letter's parts stand in its record, with evidence that quotes the page")
    func record() async throws {
        let place = try TestWorkspace()
        try place.putLetter(4)
        let report = try await place.night()
        let id = try #require(report.new.first?.id)
        let letter = try Archive(at: place.output.appendingPathComponent("archive")).letter(id)
        #expect(letter.date?.value.description == "2020-03-05")
        #expect(letter.subject?.value == "Maternal mortality in rural counties, part 4")
        #expect(letter.signatories.map(\.name) == ["Jane Q. Sample"])
        #expect(letter.agencies.filter { $0.role == .addressee }.map(\.id) == ["cms"])
        #expect(letter.topics.map(\.id) == ["maternal-health"])
        let evidence = try #require(letter.date?.evidence)
        let page = Array(letter.pages[0].text.unicodeScalars)
        let span = page[try #require(evidence.start)..<(try #require(evidence.end))]
        #expect(String(String.UnicodeScalarView(span)) == evidence.quote)
    }

    @Test("The text of a web page is archived as a page, with its heading as title")
    func pageText() async throws {
        let place = try TestWorkspace()
        try place.put(
            """
            Partnerships in the Valley
            Teaching clinics work with the towns around them.
            What is new
            - A toolkit for students in rural rotations
            - Grants for mobile clinics, third round
            - Notes from the spring meeting in Springfield
            """, at: "page.txt")
        let report = try await place.night()
        let id = try #require(report.new.first?.id)
        let letter = try Archive(at: place.output.appendingPathComponent("archive")).letter(id)
        #expect(letter.kind == .page)
        #expect(letter.title == "Partnerships in the Valley")
        #expect(letter.pages.first?.text.contains("- Grants for mobile clinics, third round") == true)
    }

    @Test("A second night with nothing new changes no byte but its report")
    func quietNight() async throws {
        let place = try TestWorkspace()
        for number in 0..<4 { try place.putLetter(number) }
        try place.put("%PDF-1.7 broken", at: "broken.pdf")
        try await place.night()
        let before = try place.outputHashes()
        let report = try await place.night(started: "2026-01-03T03:04:05Z")
        #expect(report.isQuiet)
        #expect(report.unchanged == 4)
        #expect(report.quarantined.map(\.isNew) == [false])
        #expect(try place.outputHashes() == before)
        let reports = try FileManager.default.contentsOfDirectory(
            atPath: place.output.appendingPathComponent("reports").path)
        #expect(reports.count == 2)
    }

    @Test("The same bytes under two names are one letter with both paths")
    func duplicates() async throws {
        let place = try TestWorkspace()
        try place.putLetter(1, at: "b.html")
        try await place.night()
        try place.putLetter(1, at: "a.html")
        let report = try await place.night(started: "2026-01-03T03:04:05Z")
        #expect(report.changed.map(\.from) == ["archive"])
        let archive = Archive(at: place.output.appendingPathComponent("archive"))
        #expect(
            try archive.letter(try #require(report.changed.first?.id)).original.paths == ["a.html", "b.html"])
        #expect(report.letters == 1)
    }

    @Test("A changed topic file tags again without extracting again")
    func retagging() async throws {
        let place = try TestWorkspace()
        try place.putLetter(1)
        try await place.night()
        let topic = place.root.appendingPathComponent("Pipeline/topics/maternal-health.yaml")
        let definition = try String(contentsOf: topic, encoding: .utf8)
        try Data(("active: false\n" + definition).utf8).write(to: topic)
        let report = try await place.night(started: "2026-01-03T03:04:05Z") {
            // No worker can be started: extraction would fail.
            $0.program = "/nonexistent"
        }
        #expect(report.changed.map(\.from) == ["tag"])
        #expect(report.changed.map(\.topicsRemoved) == [["maternal-health"]])
        #expect(report.quarantined.isEmpty)
    }

    @Test("A removed original leaves a tombstone; when it comes back the stone is lifted")
    func tombstone() async throws {
        let place = try TestWorkspace()
        try place.putLetter(1)
        try place.putLetter(2)
        let first = try await place.night()
        let before = try place.outputHashes(without: ["reports/", "cache/", "ledger/", "index/"])
        let id = try #require(first.new.first { $0.path == "letter-1.html" }?.id)
        try place.remove("letter-1.html")
        let second = try await place.night(started: "2026-01-03T03:04:05Z")
        #expect(second.withdrawn.map(\.id) == [id])
        #expect(second.letters == 1)
        let archive = Archive(at: place.output.appendingPathComponent("archive"))
        #expect(try archive.letter(id).withdrawn?.since == "2026-01-03")
        let ledger = try String(
            contentsOf: place.output.appendingPathComponent("ledger/tombstones.jsonl"), encoding: .utf8)
        #expect(ledger.contains(id))
        try place.putLetter(1)
        let third = try await place.night(started: "2026-01-04T03:04:05Z")
        #expect(third.changed.map(\.id) == [id])
        #expect(try archive.letter(id).withdrawn == nil)
        #expect(try place.outputHashes(without: ["reports/", "cache/", "ledger/", "index/"]) == before)
    }

    @Test("Whatever may be deleted comes back byte for byte, tombstones too")
    func restoration() async throws {
        let place = try TestWorkspace()
        for number in 0..<3 { try place.putLetter(number) }
        try await place.night()
        try place.remove("letter-2.html")
        try await place.night(started: "2026-01-03T03:04:05Z")
        let before = try place.outputHashes(without: ["reports/", "cache/", "index/"])
        for name in ["archive", "index", "timeline", "cache", "quarantine.jsonl"] {
            try FileManager.default.removeItem(at: place.output.appendingPathComponent(name))
        }
        try await place.night(started: "2026-01-04T03:04:05Z")
        #expect(try place.outputHashes(without: ["reports/", "cache/", "index/"]) == before)
        try FileManager.default.removeItem(at: place.output.appendingPathComponent("archive"))
        try await place.night(started: "2026-01-05T03:04:05Z")
        #expect(try place.outputHashes(without: ["reports/", "cache/", "index/"]) == before)
    }

    @Test("The number of workers changes no byte")
    func jobs() async throws {
        let (one, many) = (try TestWorkspace(), try TestWorkspace())
        for number in 0..<8 {
            try one.putLetter(number)
            try many.putLetter(number)
        }
        try await one.night { $0.jobs = 1 }
        try await many.night { $0.jobs = 5 }
        let left = ["reports/", "cache/", "index/"]
        #expect(try one.outputHashes(without: left) == many.outputHashes(without: left))
    }

    @Test("More than a fifth of new originals failing raises an alarm, after all else is saved")
    func alarm() async throws {
        let place = try TestWorkspace()
        for number in 0..<4 { try place.putLetter(number) }
        for number in 0..<3 { try place.put("%PDF-1.4 broken \(number)", at: "broken-\(number).pdf") }
        let report = try await place.night()
        #expect(report.alarm != nil)
        #expect(report.letters == 4)
    }

    @Test("A limit takes some originals now and leaves the rest for the next night")
    func limit() async throws {
        let place = try TestWorkspace()
        for number in 0..<5 { try place.putLetter(number) }
        let first = try await place.night { $0.limit = 2 }
        #expect(first.new.count == 2)
        let second = try await place.night(started: "2026-01-03T03:04:05Z")
        #expect(second.new.count == 3)
        #expect(second.letters == 5)
    }

    @Test("One letter is processed again when it is asked for, and an unknown one is said")
    func oneLetter() async throws {
        let place = try TestWorkspace()
        try place.putLetter(1)
        try place.putLetter(2)
        let first = try await place.night()
        let id = try #require(first.new.first?.id)
        let before = try place.outputHashes(without: ["reports/", "cache/"])
        // The cached text goes: only reading the original again brings it back.
        let texts = try FileManager.default.subpathsOfDirectory(atPath: place.output.path)
        let cached = place.output.appendingPathComponent(
            try #require(texts.first { $0.contains("cache/text") && $0.contains(id) }))
        try FileManager.default.removeItem(at: cached)
        let again = try await place.night(started: "2026-01-03T03:04:05Z") {
            $0.letter = String(id.prefix(9))
        }
        #expect(again.isQuiet, "the same bytes come out")
        #expect(FileManager.default.fileExists(atPath: cached.path))
        #expect(try place.outputHashes(without: ["reports/", "cache/"]) == before)
        await #expect(throws: NightError.self) {
            try await place.night(started: "2026-01-04T03:04:05Z") { $0.letter = "ffffffffffffffff" }
        }
    }

    @Test("A failure that a limit leaves out stays in quarantine")
    func limitedRetry() async throws {
        let place = try TestWorkspace()
        try place.put("%PDF-1.4 broken one", at: "a.pdf")
        try place.put("%PDF-1.4 broken two", at: "b.pdf")
        try await place.night()
        try await place.night(started: "2026-01-03T03:04:05Z") {
            $0.retryingFailures = true
            $0.limit = 1
        }
        let paths = try Quarantine(in: place.output).entries().flatMap(\.paths)
        #expect(paths == ["a.pdf", "b.pdf"])
    }
}
