import Archiving
import Correspondence
import Foundation
import Nightly
import Testing

/// What is attached to messages and embedded in PDF files, through whole nights.
@Suite("Attached letters", .timeLimit(.minutes(5)))
struct AttachmentTests {
    static let comments = TestPDF(
        pages: [TestPDF.letter(to: "Kim Lee", date: "March 3, 2020", about: "maternal mortality")]
    ).bytes
    private static let annex = TestPDF(
        pages: [TestPDF.letter(to: "Bo Stone", date: "April 7, 2020", about: "telehealth for new mothers")]
    ).bytes

    @Test("are letters of their own, with the message as their custody")
    func message() async throws {
        let place = try TestWorkspace()
        try place.put(Self.message(with: [("Comments.pdf", Self.comments)]), at: "in/mail.eml")
        let report = try await place.night()
        #expect(report.new.map(\.path) == ["in/mail.eml", "in/mail.eml!/1/Comments.pdf"])
        let archive = Archive(at: place.output.appendingPathComponent("archive"))
        let letter = try archive.letter(try #require(report.new.last?.id))
        #expect(letter.original.sha256 == SHA256.hex(of: Self.comments))
        #expect(letter.original.mediaType == .pdf && letter.original.bytes == Self.comments.count)
        #expect(letter.date?.value.description == "2020-03-03")
        #expect(letter.custody.map(\.source) == ["attachment"])
        #expect(letter.custody.first?.note == "file 1 attached to in/mail.eml")
        #expect(
            try archive.relations()[letter.id] == [Relation(kind: .attachmentOf, id: report.new[0].id)])
        #expect(report.findings.map(\.finding.code) == [])
        #expect(try archive.verify(corpus: place.corpus).damage.isEmpty)
        try place.remove("in/mail.eml")
        let damage = try archive.verify(corpus: place.corpus).damage
        #expect(Set(damage.compactMap(\.id)) == Set(report.new.map(\.id)))
    }

    @Test("make a second night no less quiet, and go when their message goes")
    func nights() async throws {
        let place = try TestWorkspace()
        try place.put(Self.message(with: [("Comments.pdf", Self.comments)]), at: "mail.eml")
        try await place.night()
        let before = try place.outputHashes()
        let quiet = try await place.night(started: "2026-01-03T03:04:05Z")
        #expect(quiet.isQuiet && quiet.unchanged == 2)
        #expect(try place.outputHashes() == before)
        try FileManager.default.removeItem(at: place.output.appendingPathComponent("cache"))
        try await place.night(started: "2026-01-04T03:04:05Z")
        let archived = try place.outputHashes(without: ["reports/", "cache/"])
        #expect(archived == before.filter { !$0.key.hasPrefix("cache/") })
        try place.remove("mail.eml")
        let report = try await place.night(started: "2026-01-05T03:04:05Z")
        #expect(report.withdrawn.count == 2 && report.letters == 0)
    }

    @Test("that change in two rounds of a night are told once")
    func changedTwice() async throws {
        let place = try TestWorkspace()
        try place.put(Self.comments, at: "a.pdf")
        let first = try await place.night()
        // It lies elsewhere, which shows at once, and is attached to a message, which shows when that is read.
        try place.remove("a.pdf")
        try place.put(Self.comments, at: "b.pdf")
        try place.put(Self.message(with: [("Comments.pdf", Self.comments)]), at: "mail.eml")
        let report = try await place.night(started: "2026-01-03T03:04:05Z")
        #expect(report.changed.map(\.id) == first.new.map(\.id))
        let archive = Archive(at: place.output.appendingPathComponent("archive"))
        let letter = try archive.read(try #require(first.new.first?.id))
        #expect(letter.original.paths == ["b.pdf", "mail.eml!/1/Comments.pdf"])
    }

    @Test("stand in a bag with their own bytes, taken out of their message")
    func bag() async throws {
        let place = try TestWorkspace()
        try place.put(
            Self.message(with: [("Comments.pdf", Self.comments), ("Annex.pdf", Self.annex)]), at: "mail.eml")
        try await place.night()
        let archive = Archive(at: place.output.appendingPathComponent("archive"))
        let target = place.root.appendingPathComponent("bag")
        var bag = try Bag(of: archive, corpus: place.corpus, at: target)
        let reader = AttachmentReader(try place.workspace(), program: builtProgram)
        var letters = try archive.letters()
        while let id = try letters.nextID() {
            guard let attached = try bag.add(id) else { continue }
            try bag.put(await reader.bytes(of: attached.original), of: attached)
        }
        let lacking = bag.lacking
        try bag.finish(description: "all", program: "letterbook")
        #expect(lacking == [])
        for bytes in [Self.comments, Self.annex] {
            let name = "data/originals/\(SHA256.hex(of: bytes)).pdf"
            #expect(try Data(contentsOf: target.appendingPathComponent(name)) == Data(bytes))
            let manifest = try String(
                contentsOf: target.appendingPathComponent("manifest-sha256.txt"), encoding: .utf8)
            #expect(manifest.contains("\(SHA256.hex(of: bytes))  \(name)\n"))
        }
    }

    @Test("that lie in the corpus too are one letter with both paths, whichever is found first")
    func shared() async throws {
        let place = try TestWorkspace()
        try place.put(Self.comments, at: "a.pdf")
        try place.put(Self.message(with: [("Comments.pdf", Self.comments)]), at: "mail.eml")
        let report = try await place.night()
        #expect(report.new.map(\.path) == ["a.pdf", "mail.eml"] && report.changed.isEmpty)
        let archive = Archive(at: place.output.appendingPathComponent("archive"))
        let id = try #require(report.new.first?.id)
        #expect(try archive.letter(id).original.paths == ["a.pdf", "mail.eml!/1/Comments.pdf"])
        try place.remove("a.pdf")
        let next = try await place.night(started: "2026-01-03T03:04:05Z")
        #expect(next.withdrawn.isEmpty)
        #expect(try archive.letter(id).original.paths == ["mail.eml!/1/Comments.pdf"])
    }

    @Test("are found in portfolios, and in what is attached itself")
    func nested() async throws {
        let place = try TestWorkspace()
        let portfolio = TestPDF(
            pages: [["Cover sheet of the portfolio"]],
            attachments: [("notes.csv", Array("a,b\n1,2\n".utf8)), ("annex.pdf", Self.annex)]
        ).bytes
        let forwarded = Self.message(with: [("portfolio.pdf", portfolio)])
        try place.put(
            Self.message(with: [("Comments.pdf", Self.comments)], forwarding: forwarded), at: "mail.eml")
        let report = try await place.night()
        #expect(
            report.new.map(\.path) == [
                "mail.eml", "mail.eml!/1/Comments.pdf", "mail.eml!/2/Comments on the rule.eml",
                "mail.eml!/2/Comments on the rule.eml!/1/portfolio.pdf",
                "mail.eml!/2/Comments on the rule.eml!/1/portfolio.pdf!/1/annex.pdf",
            ])
        #expect(report.new.last?.date == "2020-04-07")
        #expect(report.quarantined.isEmpty)
    }

    @Test("that are damaged are in quarantine by themselves, and stay there")
    func damaged() async throws {
        let place = try TestWorkspace()
        let files = [("broken.pdf", Array("%PDF-1.7\nbroken".utf8)), ("Comments.pdf", Self.comments)]
        try place.put(Self.message(with: files), at: "mail.eml")
        let report = try await place.night()
        #expect(report.new.count == 2)
        #expect(report.quarantined.map(\.path) == ["mail.eml!/1/broken.pdf"])
        let quiet = try await place.night(started: "2026-01-03T03:04:05Z")
        #expect(quiet.quarantined.map(\.isNew) == [false] && quiet.isQuiet)
    }

    /// A message by an invented sender.
    static func message(
        with files: [(name: String, bytes: [UInt8])], forwarding other: [UInt8]? = nil
    ) -> [UInt8] {
        var text = """
            From: Jane Q. Sample <jane@clinics.example>
            To: Kim Lee <lee@agency.example>
            Date: Tue, 3 Mar 2020 10:00:00 -0500
            Subject: Comments on the rule
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b\(files.count)\(other == nil ? "x" : "y")"

            """
        let boundary = "--b\(files.count)\(other == nil ? "x" : "y")"
        text += "\n\(boundary)\nContent-Type: text/plain\n\nPlease find our comments attached.\n"
        for file in files {
            text += "\(boundary)\nContent-Type: application/octet-stream\n"
            text += "Content-Disposition: attachment; filename=\"\(file.name)\"\n"
            text += "Content-Transfer-Encoding: base64\n\n"
            text += Data(file.bytes).base64EncodedString(options: .lineLength76Characters) + "\n"
        }
        if let other {
            text += "\(boundary)\nContent-Type: message/rfc822\n\n"
            text += String(decoding: other, as: UTF8.self) + "\n"
        }
        return Array((text + boundary + "--\n").utf8)
    }
}
