import Correspondence
import Foundation
import Nightly
import Testing

/// A night looks at what was touched, and arrives where a night that looks at everything does.
@Suite("The part of the corpus that a night looks at", .timeLimit(.minutes(10)))
struct ScopeTests {
    /// One night's changes to the corpus.
    private typealias Changes = @Sendable (TestWorkspace) throws -> Void

    private static let pdf = TestPDF(
        pages: [TestPDF.letter(to: "Kim Lee", date: "March 3, 2020", about: "maternal mortality")]
    ).bytes
    private static let mail = """
        From: a@example.org\r
        To: b@example.org\r
        Subject: Comments\r
        Date: Tue, 3 Mar 2020 10:00:00 +0000\r
        MIME-Version: 1.0\r
        Content-Type: multipart/mixed; boundary=x\r
        \r
        --x\r
        Content-Type: text/plain\r
        \r
        Dear Kim Lee, our comments are attached.\r
        --x\r
        Content-Type: application/pdf; name="Comments.pdf"\r
        Content-Disposition: attachment; filename="Comments.pdf"\r
        Content-Transfer-Encoding: base64\r
        \r
        \(Data(pdf).base64EncodedString())\r
        --x--\r

        """

    private static let nights: [Changes] = [
        { place in
            for number in 1...4 { try place.putLetter(number) }
            try place.put("%PDF-1.4 broken", at: "broken.pdf")
            try place.put([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], at: "program.bin")
            try place.put(mail, at: "mail.eml")
        },
        { _ in },
        { place in
            // A new letter, a second path of an old one, a file that is what is attached to the message.
            try place.putLetter(5)
            try place.putLetter(2, at: "again/two.html")
            try place.put(pdf, at: "comments.pdf")
        },
        { place in
            // One moves, one goes, one's place is taken by another, the broken one is mended.
            try place.putLetter(1, at: "moved/one.html")
            try place.remove("letter-1.html")
            try place.remove("letter-3.html")
            try place.putLetter(6, at: "letter-4.html")
            try place.putLetter(7, at: "broken.pdf")
        },
        { place in
            try place.remove("mail.eml")
            try place.remove("program.bin")
        },
        { place in
            // What was gone is back; a second copy goes.
            try place.putLetter(3)
            try place.remove("again/two.html")
        },
    ]

    @Test("leads to the bytes of a night that remembers nothing", .timeLimit(.minutes(10)))
    func equal() async throws {
        let (quick, thorough) = (try TestWorkspace(), try TestWorkspace())
        for (number, change) in Self.nights.enumerated() {
            let started = "2026-02-0\(number + 1)T03:04:05Z"
            try change(quick)
            try change(thorough)
            let cache = thorough.output.appendingPathComponent("cache")
            if FileManager.default.fileExists(atPath: cache.path) {
                try FileManager.default.removeItem(at: cache)
            }
            let report = try await quick.night(started: started)
            let whole = try await thorough.night(started: started)
            let left = ["reports/", "cache/", "index/"]
            #expect(
                try quick.outputHashes(without: left) == thorough.outputHashes(without: left),
                "night \(number)")
            #expect(Set(report.new.map(\.id)) == Set(whole.new.map(\.id)), "night \(number)")
            #expect(
                report.withdrawn.map(\.id).sorted() == whole.withdrawn.map(\.id).sorted(), "night \(number)")
            #expect(report.skipped == whole.skipped, "night \(number)")
            #expect(report.quarantined.map(\.path) == whole.quarantined.map(\.path), "night \(number)")
            #expect(report.letters == whole.letters && report.topics == whole.topics, "night \(number)")
        }
    }

    @Test("is everything again after a night that was asked for a part of the work")
    func limited() async throws {
        let place = try TestWorkspace()
        for number in 1...4 { try place.putLetter(number) }
        let first = try await place.night { $0.limit = 2 }
        #expect(first.letters == 2)
        let second = try await place.night(started: "2026-02-02T03:04:05Z")
        #expect(second.letters == 4)
    }

    @Test("is everything again where a record is missing")
    func missingRecord() async throws {
        let place = try TestWorkspace()
        for number in 1...4 { try place.putLetter(number) }
        let report = try await place.night()
        let before = try place.outputHashes(without: ["reports/", "cache/"])
        let id = try #require(report.new.first?.id)
        try FileManager.default.removeItem(
            at: place.output.appendingPathComponent("archive/letters/\(id.prefix(2))/\(id).json"))
        try await place.night(started: "2026-02-02T03:04:05Z")
        #expect(try place.outputHashes(without: ["reports/", "cache/"]) == before)
    }
}
