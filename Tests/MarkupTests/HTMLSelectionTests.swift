import Testing

@testable import Markup

struct HTMLSelectionTests {
    private let page = """
        <html><head><title>t</title><style>p {}</style><script>var x = "<b>";</script></head><body>
        <!-- a remark --><h1>Letters</h1><ul><li class=a><a href="/1">One &amp; more</a><li class=b><a href="/2">Two</a></ul>
        <custom-card>x<br><b>y</custom-card><p>z<table><tr><td>q</table></body></html>
        """

    @Test func elementsAttributesAndStringsAreFound() throws {
        let selection = try HTMLSelection(parsing: Array(page.utf8))
        #expect(try selection.matches("//li/a").map(\.text) == ["One & more", "Two"])
        #expect(try selection.matches("//li/a/@href").map(\.text) == ["/1", "/2"])
        #expect(try selection.matches("string(//h1)") == [.init(element: nil, text: "Letters")])
        #expect(try selection.matches("//nothing").isEmpty)
    }

    @Test func anExpressionIsRelativeToAnElement() throws {
        let selection = try HTMLSelection(parsing: Array(page.utf8))
        let second = try #require(selection.matches("//li").last?.element)
        #expect(try selection.matches("a/@href", from: second).map(\.text) == ["/2"])
        #expect(try selection.matches("preceding::h1", from: second).map(\.text) == ["Letters"])
    }

    @Test(arguments: [
        "", "<p>a<p>b", "text only", "<table><tr><td>1<td>2<tr><td>3</table>", "<a><b><a>x</b></a>",
        "<html><body><html class=x><body id=y><p>z", "<head><p>q</head><body><div>",
        "<frameset><frame src=a><frame src=b></frameset>",
        "<p><style>x</style><script>y</script><noscript><b>n</b></noscript>",
        "<!DOCTYPE html><!-- c --><?pi?><p>&nbsp;&copy;&bogus;</p>", "</p></div><form><form><input></form>",
        "<select><option>1<option>2</select><textarea><b></textarea>", "<svg><g><path/></g></svg><my-tag/>",
    ])
    func theNumbersOfElementsAreThoseOfTheDocument(html: String) throws {
        let document = try HTMLDocument(parsing: Array(html.utf8))
        let own = document.nodes.indices.filter { document.nodes[$0].tag != .text }
        let names = own.map { document.nodes[$0].tag }
        guard !html.isEmpty else { return }
        let selection = try HTMLSelection(parsing: Array(html.utf8))
        #expect(selection.count == own.count)
        for tag in [HTMLTag.p, .b, .td, .option].filter({ names.contains($0) }) {
            let numbers = try selection.matches("//\(tag)").compactMap(\.element)
            #expect(numbers == names.indices.filter { names[$0] == tag })
        }
    }

    @Test func whatIsNoXPathIsRefused() {
        #expect(throws: XPathError.malformed("//a[")) { try HTMLSelection.check("//a[") }
        #expect(throws: Never.self) { try HTMLSelection.check("//tr[td]/td[1]") }
    }

    @Test func anExpressionThatTakesTooLongIsGivenUp() throws {
        let page = "<body>" + String(repeating: "<p>x</p>", count: 5_000)
        let selection = try HTMLSelection(parsing: Array(page.utf8))
        let costly = "//p[count(//p[count(//p) > 1]) > 1]"
        #expect(throws: XPathError.tooCostly(costly)) { try selection.matches(costly) }
    }

    @Test func aPageNestedDeepIsNumberedAndFreed() throws {
        let page = String(repeating: "<div>", count: 100_000)
        #expect(try HTMLSelection(parsing: Array(page.utf8)).count > 200)
    }
}
