import Correspondence
import Testing

@testable import Extracting

@Suite("E-mail messages")
struct EmailExtractorTests {
    @Test("head and text are those recorded", arguments: ["plain", "mixed"])
    func golden(name: String) throws {
        let text = try OfficeFixture.text("email/\(name).eml")
        #expect(text.mediaType == .email && text.quality.text == .good)
        try OfficeFixture.compare(text, with: "email/\(name).expected.txt")
    }

    @Test("the header goes to the metadata")
    func metadata() throws {
        let text = try OfficeFixture.text("email/mixed.eml")
        #expect(text.document.title == "“Rule” and annex")
        #expect(text.document.author == "Harbor, Nell")
        #expect(text.document.created == "2023-06-05")
        #expect(text.document.creator == "Example Mail 1")
        #expect(text.document.links == ["https://ferries.example/"])
        #expect(text.pages[0].source == .html)
    }

    @Test("attachments are named, without folders, and pictures of the text are none")
    func attachments() throws {
        let text = try OfficeFixture.text("email/mixed.eml")
        #expect(text.document.attachments == ["annex to.pdf", "Earlier letter.eml"])
        #expect(text.findings.isEmpty)
        let bare = try OfficeFixture.text("email/only-attachment.eml")
        #expect(bare.document.attachments == ["letter.pdf"])
        #expect(bare.quality.text == .none && bare.quality.reason?.contains("letter.pdf") == true)
    }

    @Test("an encrypted message is said to be one")
    func encrypted() {
        #expect(throws: ExtractionError.encrypted) { try OfficeFixture.text("email/encrypted.eml") }
    }

    @Test(
        "nesting, parts and header fields end at their limits",
        arguments: ["deep", "many-parts", "huge-header"])
    func limits(name: String) throws {
        let text = try OfficeFixture.text("email/\(name).eml")
        #expect(text.findings.map(\.code) == ["message-cut"])
        #expect(text.pages[0].text.contains("Subject: "))
        #expect(text.pages[0].text.hasSuffix("Text.") == (name == "huge-header"))
    }

    @Test("no prefix of a message fails")
    func everyPrefix() throws {
        let whole = try OfficeFixture.bytes("email/mixed.eml")
        for length in 1...whole.count {
            _ = try extract(Array(whole[..<length]), as: .email)
        }
    }

    @Test("dates of mail programs old and new are read")
    func days() {
        #expect(DocumentMetadata.mailDay("Mon, 5 Jun 2023 08:30:00 -0400") == "2023-06-05")
        #expect(DocumentMetadata.mailDay("21 Nov 97 09:55 EST") == "1997-11-21")
        #expect(DocumentMetadata.mailDay("Tue, 03-Oct-2006 10:00:00 GMT") == "2006-10-03")
        #expect(DocumentMetadata.mailDay("yesterday, Jun") == nil)
        #expect(DocumentMetadata.mailDay("Mon, 45 Jun 2023 08:30:00") == nil)
    }
}
