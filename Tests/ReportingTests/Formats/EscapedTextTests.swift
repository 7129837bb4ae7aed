import Testing

@testable import Reporting

/// To Swift a sign with an accent behind it is another character; to a parser it is the sign.
@Suite("Signs with marks behind them")
struct EscapedTextTests {
    @Test("every format escapes a sign that has a mark behind it")
    func marks() {
        let mark = "\u{301}"
        #expect(
            CSVReport.field("a\"\(mark),\(mark)b").unicodeScalars.elementsEqual(
                "\"a\"\"\(mark),\(mark)b\"".unicodeScalars))
        #expect(CSVReport.field("=\(mark)1").unicodeScalars.first == "'")
        #expect(CSVReport.field("=\u{338}1").unicodeScalars.first == "'")
        #expect(
            escapedXML("<\(mark)>\(mark)").unicodeScalars.elementsEqual(
                "&lt;\(mark)&gt;\(mark)".unicodeScalars))
        #expect(escapedMarkdown("|\(mark)").unicodeScalars.first == "\\")
        #expect(markdown("<\(mark)").unicodeScalars.first == "\\")
    }

    @Test(
        "only addresses of the web become links, and of their own characters only",
        arguments: [
            ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
            ("http://example.org/{a}\\ \"b\"\n", "http://example.org/%7Ba%7D%5C%20%22b%22"),
            ("HTTPS://example.org/é", "HTTPS://example.org/%C3%A9"),
            ("javascript:alert(1)", nil), ("data:text/html,x", nil), ("https:x", nil), ("x", nil), ("", nil),
        ] as [(String, String?)])
    func addresses(text: String, address: String?) { #expect(webAddress(text) == address) }
}
