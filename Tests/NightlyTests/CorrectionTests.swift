import Archiving
import Correspondence
import Definitions
import Foundation
import Nightly
import Testing

@Suite("What people decide", .timeLimit(.minutes(5)))
struct CorrectionTests {
    private static let decision = Decision(who: "Jane Doe", when: "2026-01-02", why: "she knows")

    private func field(_ text: String) throws -> FieldPath { try #require(FieldPath(text)) }

    private func value(_ field: String, old: String?, new: String?) throws -> ValueCorrection {
        ValueCorrection(field: try self.field(field), old: old, new: new, decision: Self.decision)
    }

    /// Hashes as the file keeps them.
    private func words(_ lines: String..., of id: String) -> [Withholding.Words] {
        lines.map {
            Withholding.Words(
                count: $0.split(separator: " ").count, sha256: SHA256.hex(of: Array("\(id):\($0)".utf8)))
        }
    }

    private func letter(_ id: String, in place: TestWorkspace) throws -> Letter {
        try Archive(at: place.output.appendingPathComponent("archive")).letter(id)
    }

    private func save(_ correction: Correction, in place: TestWorkspace) throws {
        try CorrectionDefinitions.save(
            correction, in: place.root.appendingPathComponent("Pipeline/corrections"))
    }

    /// Everything that later nights may not change.
    private func hashes(_ place: TestWorkspace) throws -> [String: String] {
        try place.outputHashes(without: ["reports/", "cache/", "index/"])
    }

    @Test("A correction describes its letter again, wins, and survives every night")
    func correction() async throws {
        let place = try TestWorkspace()
        for number in 0..<3 { try place.putLetter(number) }
        let first = try await place.night()
        let before = try hashes(place)
        let id = try #require(first.new.first { $0.path == "letter-1.html" }?.id)
        try save(
            Correction(
                id: id,
                values: [
                    try value("sender", old: "Riverbend", new: "Riverbend Teaching Clinics, Inc."),
                    try value("date", old: "2020-03-02", new: "2020-03-20"),
                    try value("addressees.0.title", old: "Administrator", new: nil),
                    try value("addressees.1.name", old: nil, new: "Second Reader"),
                    try value("subject", old: nil, new: "Mothers"),
                ],
                topics: [
                    TopicDecision(topic: "ctsa", isTagged: true, decision: Self.decision),
                    TopicDecision(topic: "maternal-health", isTagged: false, decision: Self.decision),
                ]), in: place)
        // No worker can be started: nothing is extracted again.
        let report = try await place.night(started: "2026-01-03T03:04:05Z") { $0.program = "/nonexistent" }
        #expect(report.changed.map(\.id) == [id])
        #expect(report.changed.map(\.from) == ["describe"])
        let corrected = try letter(id, in: place)
        #expect(corrected.sender?.organization == "Riverbend Teaching Clinics, Inc.")
        #expect(corrected.sender?.evidence.rule == "correction")
        #expect(corrected.sender?.evidence.quote == "Jane Doe, 2026-01-02: she knows")
        #expect(corrected.date?.value.description == "2020-03-20")
        #expect(corrected.addressees.map(\.title) == [nil, nil])
        #expect(corrected.addressees.map(\.name) == ["Seema Verma", "Second Reader"])
        #expect(corrected.title == "Mothers")
        #expect(corrected.topics.map(\.id) == ["ctsa"])
        #expect(corrected.topics.map(\.decidedBy) == [.person])
        #expect(!corrected.findings.contains { $0.code.hasPrefix("correction") })

        let after = try hashes(place)
        let quiet = try await place.night(started: "2026-01-04T03:04:05Z")
        #expect(quiet.isQuiet)
        for name in ["archive", "cache"] {
            try FileManager.default.removeItem(at: place.output.appendingPathComponent(name))
        }
        try await place.night(started: "2026-01-05T03:04:05Z")
        #expect(try hashes(place) == after)

        let file = place.root.appendingPathComponent("Pipeline/corrections/\(id).yaml")
        try FileManager.default.removeItem(at: file)
        let undone = try await place.night(started: "2026-01-06T03:04:05Z")
        #expect(undone.changed.map(\.id) == [id])
        let isRecord = { (file: (key: String, value: String)) in file.key.hasPrefix("archive/letters/") }
        #expect(try hashes(place).filter(isRecord) == before.filter(isRecord))
    }

    @Test("A changed topic does not make a corrected letter forget what the rules said")
    func retagging() async throws {
        let place = try TestWorkspace()
        try place.putLetter(1)
        let id = try #require(try await place.night().new.first?.id)
        try save(
            Correction(id: id, values: [try value("sender", old: nil, new: "Another Name")]), in: place)
        try await place.night(started: "2026-01-03T03:04:05Z")
        let topic = place.root.appendingPathComponent("Pipeline/topics/ctsa.yaml")
        let definition = try String(contentsOf: topic, encoding: .utf8)
        try Data(("# changed\n" + definition).utf8).write(to: topic)
        try await place.night(started: "2026-01-04T03:04:05Z")
        let corrected = try letter(id, in: place)
        #expect(corrected.sender?.organization == "Another Name")
        #expect(!corrected.findings.contains { $0.code == "correction-agrees" })
    }

    @Test("Where the rules agree with a person, record and report say so")
    func agreement() async throws {
        let place = try TestWorkspace()
        try place.putLetter(1)
        let id = try #require(try await place.night().new.first?.id)
        let found = try #require(try letter(id, in: place).date)
        try save(
            Correction(
                id: id, values: [try value("date", old: "2020-03-12", new: "2020-03-02")],
                topics: [TopicDecision(topic: "maternal-health", isTagged: true, decision: Self.decision)]),
            in: place)
        let report = try await place.night(started: "2026-01-03T03:04:05Z")
        #expect(report.findings.filter { $0.finding.code == "correction-agrees" }.map(\.id) == [id, id])
        let corrected = try letter(id, in: place)
        // The page still decides; the person only confirms.
        #expect(corrected.date?.evidence.quote == found.evidence.quote)
        #expect(corrected.date?.evidence.confidence == .high)
        #expect(corrected.topics.first?.evidence.count ?? 0 > 1)
    }

    @Test("Withheld words are nowhere in the output, and offsets stay right")
    func withholding() async throws {
        let place = try TestWorkspace()
        try place.put(
            """
            <!DOCTYPE html><html lang="en"><head><title>A letter</title></head><body>
            <p>Riverbend Alliance of Teaching Clinics</p><p>March 2, 2020</p>
            <p>Seema Verma<br>Administrator<br>Centers for Medicare &amp; Medicaid Services<br>
            7731 Quillfeather Lane<br>Baltimore, MD 21244</p>
            <p>Re: Rural care for Zebulon Quartermain</p><p>Dear Administrator Verma:</p>
            <p>We write about Zebulon Quartermain, who lives at 7731 Quillfeather Lane. We urge CMS to extend coverage
            to rural patients such as him, and to answer before the end of May.</p>
            <p>Sincerely,</p><p>Jane Q. Sample<br>President</p></body></html>
            """, at: "letter.html")
        let id = try #require(try await place.night().new.first?.id)
        let before = try letter(id, in: place)
        let address = try #require(before.addressees.first?.address)
        #expect(address.contains("Quillfeather"))
        let withheld = [
            Withholding(
                field: try field("addressees.0.address"),
                words: words("7731 quillfeather lane", "baltimore md 21244", of: id), decision: Self.decision),
            Withholding(
                field: nil, words: words("zebulon quartermain", of: id),
                decision: Self.decision),
        ]
        try save(Correction(id: id, withheld: withheld), in: place)
        try await place.night(started: "2026-01-03T03:04:05Z")
        let after = try letter(id, in: place)
        #expect(after.withheld == ["addressees.0.address", "pages"])
        #expect(after.addressees.map(\.address) == [nil])
        #expect(after.addressees.map(\.name) == before.addressees.map(\.name))
        #expect(after.subject?.value == "Rural care for ███████ ███████████")
        #expect(after.pages[0].text.unicodeScalars.count == before.pages[0].text.unicodeScalars.count)
        for evidence in [after.date?.evidence, after.subject?.evidence].compactMap({ $0 }) {
            let page = Array(after.pages[0].text.unicodeScalars)
            let span = page[try #require(evidence.start)..<(try #require(evidence.end))]
            #expect(String(String.UnicodeScalarView(span)) == evidence.quote)
        }
        for path in try FileManager.default.subpathsOfDirectory(atPath: place.output.path) {
            let file = place.output.appendingPathComponent(path)
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
            if isFolder.boolValue { continue }
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self).lowercased()
            #expect(!text.contains("quillfeather"), "\(path)")
            #expect(!text.contains("zebulon"), "\(path)")
        }
        // A later night extracts again, and withholds again.
        let hashes = try hashes(place)
        try FileManager.default.removeItem(at: place.output.appendingPathComponent("cache"))
        try await place.night(started: "2026-01-04T03:04:05Z")
        #expect(try self.hashes(place) == hashes)
    }

    @Test("A name that is withheld takes its signatory with it")
    func withheldName() async throws {
        let place = try TestWorkspace()
        try place.putLetter(1)
        let id = try #require(try await place.night().new.first?.id)
        try save(
            Correction(
                id: id,
                withheld: [
                    Withholding(
                        field: try field("signatories.0.name"),
                        words: words("jane q sample", of: id), decision: Self.decision)
                ]), in: place)
        try await place.night(started: "2026-01-03T03:04:05Z")
        let after = try letter(id, in: place)
        #expect(after.signatories.isEmpty)
        #expect(!after.pages[0].text.contains("Sample"))
        // Nor does any file hold it: not the memory's free pages, not an earlier night's report.
        for path in try FileManager.default.subpathsOfDirectory(atPath: place.output.path) {
            guard let bytes = FileManager.default.contents(atPath: "\(place.output.path)/\(path)") else {
                continue
            }
            let text = String(decoding: bytes, as: UTF8.self).lowercased()
            #expect(!text.contains("jane q. sample") && !text.contains("jane q sample"), "\(path)")
        }
    }
}
