import Testing

@testable import Markup

@Suite("XML documents")
struct XMLDocumentTests {
    private func parse(_ text: String, limits: XMLLimits = XMLLimits()) throws -> XMLDocument {
        try XMLDocument(parsing: Array(text.utf8), limits: limits)
    }

    @Test("names are local, texts and attributes are kept")
    func tree() throws {
        let document = try parse(
            #"<w:a xmlns:w="x" w:id="1"> <w:b y="&lt;2"/>t&amp;<![CDATA[<c>]]><d>e</d></w:a>"#)
        #expect(document.children(0).map(document.name) == ["", "b", "", "d"])
        #expect(document.attribute("id", of: 0) == "1")
        #expect(document.child("b", of: 0).flatMap { document.attribute("y", of: $0) } == "<2")
        #expect(document.allText(0) == " t&<c>e")
        #expect(document.elements("d").map(document.allText) == ["e"])
        #expect(document.attribute("none", of: 0) == nil)
    }

    @Test("an encoding that is declared is read")
    func encodings() throws {
        let latin =
            Array(#"<?xml version="1.0" encoding="ISO-8859-1"?><a>"#.utf8) + [0xE9] + Array("</a>".utf8)
        #expect(try XMLDocument(parsing: latin).allText(0) == "é")
    }

    @Test("a document type is refused before any entity is known")
    func documentTypes() {
        for text in [
            "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "<!DOCTYPE a SYSTEM \"http://x.example/\"><a/>",
        ] {
            #expect(throws: XMLError.documentType) { try parse(text) }
        }
    }

    @Test("what is not well-formed says where")
    func malformed() {
        #expect(throws: XMLError.malformed(line: 2)) { try parse("<a>\n<b></a>") }
        #expect(throws: XMLError.malformed(line: 1)) { try parse("") }
        #expect(throws: XMLError.malformed(line: 1)) { try parse("<a>&unknown;</a>") }
    }

    @Test("bytes, depth and nodes end at their limits")
    func limits() {
        let deep = String(repeating: "<a>", count: 300)
        #expect(throws: XMLError.limit("250 levels of XML")) { try parse(deep) }
        var limits = XMLLimits()
        limits.nodes = 3
        #expect(throws: XMLError.limit("3 XML nodes")) {
            try parse("<a><b/><b/><b/></a>", limits: limits)
        }
        limits.bytes = 1_000_000
        let long = "<a>" + String(repeating: "x", count: 1_000_000) + "</a>"
        #expect(throws: XMLError.limit("1 MB of XML")) { try parse(long, limits: limits) }
    }
}
