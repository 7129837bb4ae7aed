import Correspondence
import Testing

@testable import Extracting

@Suite("Attached files")
struct AttachmentsTests {
    private let pdf = Array("%PDF-1.7\n%%EOF\n".utf8)

    @Test("are letters where they are documents, numbered with the others")
    func documents() throws {
        let found = try attachments(in: try OfficeFixture.bytes("email/mixed.eml"), as: .email)
        #expect(found.map(\.name) == ["annex to.pdf", "Earlier letter.eml"])
        #expect(found.map(\.mediaType) == [.pdf, .email])
        #expect(found.map(\.number) == [1, 2])
        #expect(try extract(found[1].bytes, as: .email).document.title != nil)
    }

    @Test("are kept as they are asked for, the others let go of")
    func kept() throws {
        let found = try attachments(in: try OfficeFixture.bytes("email/mixed.eml"), as: .email) {
            $0.number == 2 ? $0.bytes.count : nil
        }
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0 > 0 })
    }

    @Test(
        "that are none are only named",
        arguments: [
            ("ATT00001.htm", "<html><body></body></html>"), ("meeting.ics", "BEGIN:VCALENDAR\n"),
            ("list.txt", "Dear Dr. Lee:\n\nThe list follows."), ("table.csv", "a,b\n1,2\n3,4\n"),
            ("x.rtf", "{\\rtf1 x}"),
        ])
    func others(name: String, text: String) throws {
        let message = """
            From: a@clinics.example
            Content-Type: multipart/mixed; boundary=b

            --b

            Text.
            --b
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename="\(name)"

            \(text)
            --b--
            """
        #expect(try attachments(in: Array(message.utf8), as: .email).isEmpty)
        #expect(try extract(Array(message.utf8), as: .email).findings.map(\.code) == ["attachments-unread"])
    }

    @Test("lose folders and control characters of their names")
    func names() {
        for (name, shown) in [
            ("../../etc/x.pdf", "x.pdf"), ("C:\\a\\b.pdf", "b.pdf"), ("a\u{202E}\n.pdf", "a.pdf"),
            ("/", "unnamed"),
        ] {
            let file = AttachedFile(name: name, bytes: pdf)
            #expect(Attachment(file, number: 1, settings: ExtractionSettings())?.name == shown)
        }
    }

    @Test("end at their limits")
    func limits() {
        var settings = ExtractionSettings()
        let file = AttachedFile(name: "a.pdf", bytes: pdf)
        #expect(Attachment(file, number: settings.maximumAttachments, settings: settings) != nil)
        #expect(Attachment(file, number: settings.maximumAttachments + 1, settings: settings) == nil)
        settings.attachmentBytes = pdf.count - 1
        #expect(Attachment(file, number: 1, settings: settings) == nil)
    }
}
