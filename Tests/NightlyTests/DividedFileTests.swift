import Archiving
import Correspondence
import Foundation
import Nightly
import Testing

/// A file that holds several letters, through a whole night.
@Suite("A divided file", .timeLimit(.minutes(5)))
struct DividedFileTests {
    private static let pages = [
        TestPDF.letter(to: "Kim Lee", date: "March 3, 2020", about: "maternal mortality"),
        TestPDF.letter(to: "Bo Stone", date: "April 7, 2020", about: "telehealth for new mothers"),
    ]

    @Test("gives a record for each letter, with its own pages and evidence")
    func records() async throws {
        let place = try TestWorkspace()
        try place.put(TestPDF(pages: Self.pages).bytes, at: "two.pdf")
        let report = try await place.night()
        let first = try #require(report.new.first?.id)
        #expect(report.new.map(\.id) == [first, first + "-2"])
        let archive = Archive(at: place.output.appendingPathComponent("archive"))
        let letters = [try archive.letter(first), try archive.letter(first + "-2")]
        #expect(letters.map(\.original.pages) == [[1], [2]])
        #expect(letters.map(\.original.paths) == [["two.pdf"], ["two.pdf"]])
        #expect(letters.map { $0.date?.value.description } == ["2020-03-03", "2020-04-07"])
        #expect(letters.map { $0.subject?.value } == ["maternal mortality", "telehealth for new mothers"])
        #expect(letters[1].date?.evidence.page == 2)
        let evidence = try #require(letters[1].date?.evidence)
        let page = Array(try #require(letters[1].pages.first).text.unicodeScalars)
        let span = page[try #require(evidence.start)..<(try #require(evidence.end))]
        #expect(String(String.UnicodeScalarView(span)) == evidence.quote)
        #expect(try archive.verify(corpus: place.corpus).damage.isEmpty)
    }

    @Test("changes no byte in a quiet night, and keeps its ids when a topic changes")
    func nights() async throws {
        let place = try TestWorkspace()
        try place.put(TestPDF(pages: Self.pages).bytes, at: "two.pdf")
        let first = try await place.night()
        let before = try place.outputHashes()
        let quiet = try await place.night(started: "2026-01-03T03:04:05Z")
        #expect(quiet.isQuiet && quiet.unchanged == 2)
        #expect(try place.outputHashes() == before)
        let topic = place.root.appendingPathComponent("Pipeline/topics/telehealth.yaml")
        try Data(contentsOf: topic).appended("# A remark.\n").write(to: topic)
        let report = try await place.night(started: "2026-01-04T03:04:05Z")
        #expect(report.changed.map(\.id) == first.new.map(\.id))
        let letter = try Archive(at: place.output.appendingPathComponent("archive")).letter(first.new[1].id)
        #expect(letter.date?.value.description == "2020-04-07")
        #expect(letter.subject?.value == "telehealth for new mothers")
        #expect(letter.original.pages == [2])
    }

    @Test("leaves tombstones of all its letters when it is gone")
    func gone() async throws {
        let place = try TestWorkspace()
        try place.put(TestPDF(pages: Self.pages).bytes, at: "two.pdf")
        try place.putLetter(1)
        let first = try await place.night()
        try place.remove("two.pdf")
        let report = try await place.night(started: "2026-01-03T03:04:05Z")
        #expect(report.withdrawn.map(\.id) == first.new.filter { $0.path == "two.pdf" }.map(\.id))
        #expect(report.withdrawn.count == 2)
    }
}

extension Data {
    fileprivate func appended(_ text: String) -> Data { self + Data(text.utf8) }
}
