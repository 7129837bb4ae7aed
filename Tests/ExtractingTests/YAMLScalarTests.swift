import Correspondence
import Testing

@testable import Extracting

@Suite("Values of front matter")
struct YAMLScalarTests {
    @Test(
        "a value is read as YAML means it",
        arguments: [
            (#" "a \"b\" c""#, #"a "b" c"#),
            (#" "Letter\u2019s end\x21""#, "Letter’s end!"),
            (#" "a\_b\tc""#, "a\u{A0}b\tc"),
            (#" 'the clerk''s "note"'  # aside"#, #"the clerk's "note""#),
            (#" plain \n text # aside"#, #"plain \n text"#),
            (" C# rules", "C# rules"),
            (" \"broken \\", "broken \\"),
            (" ", ""),
        ])
    func oneLine(raw: String, value: String) {
        #expect(YAMLScalar.decoded([raw[...]]) == value)
    }

    @Test("lines fold: a break is a space, an escaped break is nothing")
    func folding() {
        #expect(YAMLScalar.decoded([#" "one "#, #"  two\"#, #"  \ three\"#, #"  s""#]) == "one two threes")
        #expect(YAMLScalar.decoded([" 'one", "  two'"]) == "one two")
        #expect(YAMLScalar.decoded([" one", "  two"]) == "one two")
        #expect(YAMLScalar.decoded([" >-", "  one", "  two"]) == "one two")
    }

    @Test("a title over several lines comes out whole, without its invisible characters")
    func title() throws {
        let text = """
            ---
            title: "Comments on\\_the EX-\\u2060\\
              19 Rule and the Clerk\\u2019s\\
              \\ \\"Note\\""
            tags:
              - one
            date: 2020-05-31
            ---
            Dear Sir:
            """
        let extracted = try PlainTextExtractor().extract(
            Array(text.utf8), as: .markdown, settings: ExtractionSettings())
        #expect(extracted.document.title == "Comments on the EX-19 Rule and the Clerk’s \"Note\"")
        #expect(extracted.document.published == "2020-05-31")
        #expect(extracted.pages[0].text == "Dear Sir:")
    }
}
