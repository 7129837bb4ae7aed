import Correspondence
import Foundation
import Testing

@testable import Extracting

@Suite struct RecognizeTests {
    private func recognized(_ text: String, _ name: String = "file") -> Recognition {
        recognize(Array(text.utf8), name: name)
    }

    @Test func aPDFMayHaveJunkBeforeItsMark() {
        #expect(recognized("junk\r\n%PDF-1.4\n") == .readable(.pdf))
        #expect(recognized(String(repeating: "x", count: 1_024) + "%PDF-1.4") == .readable(.pdf))
        #expect(recognized(String(repeating: "x", count: 1_100) + "%PDF-1.4") == .readable(.plain))
    }

    @Test func aPageIsAPageWhateverItsName() {
        let page = "<!DOCTYPE html><html><head><title>404</title></head></html>"
        #expect(recognized(page, "letter.pdf") == .readable(.html))
        #expect(recognized("\u{FEFF}<HTML><BODY>x") == .readable(.html))
        #expect(recognized("<TITLE>Open letter</TITLE><H1>Open letter</H1>") == .readable(.html))
        let xhtml = "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head/></html>"
        #expect(recognized(xhtml) == .readable(.xhtml))
    }

    @Test func aMisnamedFileIsSaidToBeOne() throws {
        let finding = try #require(misnaming(.html, name: "letter.pdf"))
        #expect(finding.code == "misnamed" && finding.message.contains("HTML page named .pdf"))
        #expect(misnaming(.html, name: "letter.htm") == nil)
        #expect(misnaming(.pdf, name: "letter.pdf") == nil)
        #expect(misnaming(.pdf, name: "letter.html")?.code == "misnamed")
    }

    @Test func textIsTextAndMarkdownIsByName() {
        #expect(recognized("Dear Sir,\nwe write, with regret, again.\n", "a.txt") == .readable(.plain))
        #expect(recognized("# Letter\n\n<div>text</div>", "a.md") == .readable(.markdown))
        #expect(recognize([0xFF, 0xFE, 0x44, 0x00, 0x65, 0x00], name: "a.txt") == .readable(.plain))
    }

    @Test func dataIsNotALetter() {
        #expect(recognized(#"{"a": [1, 2]}"#) == .unreadable(reason: "JSON data"))
        #expect(recognized("a,b,c,d\n1,2,3,4\n5,\"6,7\",8,9\n") == .unreadable(reason: "CSV data"))
        #expect(recognized("a,b\n1,2\n3,4\n", "x.csv") == .unreadable(reason: "CSV data"))
        #expect(recognized("key: value\nother:\n  - x\n", "x.yaml") == .unreadable(reason: "YAML data"))
        #expect(recognized("<?xml version=\"1.0\"?><feed/>") == .unreadable(reason: "XML data"))
    }

    @Test func otherFormatsAreNamed() {
        #expect(recognized("{\\rtf1\\ansi") == .unreadable(reason: "RTF document: save it as .docx or PDF"))
        #expect(recognized("PK\u{3}\u{4}....") == .unreadable(reason: "ZIP archive"))
        let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let word = compound + "WordDocument".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(
            recognize(word, name: "a.pdf")
                == .unreadable(reason: "legacy Word document (.doc): save it as .docx or PDF"))
        #expect(recognize([0x89, 0x50, 0x4E, 0x47, 0], name: "a") == .unreadable(reason: "PNG image"))
    }

    @Test func bytesThatAreNotTextAreNotTakenForIt() {
        #expect(recognize([], name: "a.pdf") == .unreadable(reason: "empty file"))
        #expect(
            recognize(Array("abc\0def".utf8), name: "a.txt")
                == .unreadable(reason: "binary data of an unknown format"))
    }
}
