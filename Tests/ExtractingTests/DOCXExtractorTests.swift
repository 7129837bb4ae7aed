import Correspondence
import Testing

@testable import Extracting

@Suite("Word documents")
struct DOCXExtractorTests {
    @Test(
        "text, lines and margins are those recorded",
        arguments: ["made-by-hand", "made-by-python-docx"])
    func golden(name: String) throws {
        let text = try OfficeFixture.text("docx/\(name).docx")
        #expect(text.mediaType == .docx && text.quality.text == .good)
        try OfficeFixture.compare(text, with: "docx/\(name).expected.txt")
    }

    @Test("core properties, links and embedded files go to the metadata")
    func metadata() throws {
        let text = try OfficeFixture.text("docx/made-by-hand.docx")
        #expect(text.document.title == "Comments on lanterns")
        #expect(text.document.author == "Otto Wren")
        #expect(text.document.created == "2024-03-01" && text.document.modified == "2024-03-04")
        #expect(text.document.keywords == ["lanterns", "oil"])
        #expect(text.document.creator == "Example Writer")
        #expect(text.document.pageCount == 3 && text.pages.count == 3)
        #expect(text.document.links == ["https://lanterns.example/report"])
        #expect(text.document.attachments == ["costs.xlsx"])
        #expect(text.language == "en")
        #expect(text.findings.map(\.code) == ["tracked-changes"])
    }

    @Test("pages beyond the limit are left out with a finding")
    func limitedPages() throws {
        var settings = ExtractionSettings()
        settings.maximumPages = 2
        let bytes = try OfficeFixture.bytes("docx/made-by-hand.docx")
        let text = try DOCXExtractor().extract(bytes, as: .docx, settings: settings)
        #expect(text.pages.count == 2)
        #expect(text.findings.map(\.code).contains("pages-left-out"))
    }

    @Test("names that climb out of the archive are only names")
    func climbingNames() throws {
        let text = try OfficeFixture.text("docx/climbing-names.docx")
        #expect(text.pages.map(\.text) == ["Text"])
        #expect(WordPackage.resolved("../../../etc/passwd", in: "word/") == "etc/passwd")
        #expect(WordPackage.resolved("../word/./styles.xml", in: "word/") == "word/styles.xml")
    }

    @Test("a bomb, deep nesting and entities end with a reason, not with memory")
    func hostile() throws {
        #expect(
            try OfficeFixture.failure("docx/bomb.docx") == .limit("unpacked size of word/document.xml"))
        #expect(
            try OfficeFixture.failure("docx/deep.docx")
                == .limit("250 levels of XML in word/document.xml"))
        for name in ["laughs", "outside-entity"] {
            let declared = "word/document.xml declares a document type, which Word never does"
            #expect(try OfficeFixture.failure("docx/\(name).docx") == .damaged(declared))
        }
    }

    @Test("a cut, damaged or empty archive is told to be so")
    func damaged() throws {
        guard case .damaged(let cut) = try OfficeFixture.failure("docx/truncated.docx") else {
            Issue.record("a cut archive gave text")
            return
        }
        #expect(cut.hasPrefix("its ZIP archive cannot be opened"))
        #expect(
            try OfficeFixture.failure("docx/broken-part.docx")
                == .damaged("word/document.xml cannot be unpacked"))
        #expect(
            try OfficeFixture.failure("docx/no-document.docx")
                == .damaged("it has no word/document.xml, where a Word document keeps its text"))
    }

    @Test("no prefix of a document ends in anything but text or a reason")
    func everyPrefix() throws {
        let whole = try OfficeFixture.bytes("docx/made-by-hand.docx")
        for length in stride(from: 1, to: whole.count, by: 37) {
            #expect(throws: ExtractionError.self) {
                try extract(Array(whole[..<length]), as: .docx)
            }
        }
    }

    @Test("parts together may not unpack to more than the limit")
    func totalLimit() throws {
        var limits = ZipArchive.Limits()
        limits.total = 100
        let archive = try ZipArchive(try OfficeFixture.bytes("docx/made-by-hand.docx"), limits: limits)
        #expect(throws: ExtractionError.limit("unpacked size of WORD/document.xml")) {
            try archive.part("WORD/document.xml")
        }
        #expect(try archive.part("word/nothing.xml") == nil)
    }

    @Test("RTF, legacy and encrypted Word files are named in the reason")
    func unsupported() {
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let locked = compound + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(
            recognize(locked, name: "a.docx")
                == .unreadable(reason: "encrypted Office document: ask the sender for an open copy"))
        #expect(
            recognize(Array("{\\rtf1".utf8), name: "a.doc")
                == .unreadable(reason: "RTF document: save it as .docx or PDF"))
        let legacy = compound + "WordDocument".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(
            recognize(legacy, name: "a.doc")
                == .unreadable(reason: "legacy Word document (.doc): save it as .docx or PDF"))
    }
}
