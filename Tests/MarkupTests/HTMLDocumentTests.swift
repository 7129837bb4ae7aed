import Testing

@testable import Markup

@Suite("HTML documents")
struct HTMLDocumentTests {
    private func parse(_ html: String) throws -> HTMLDocument { try HTMLDocument(parsing: Array(html.utf8)) }

    @Test("a subtree is the range of indices up to its element's end")
    func subtrees() throws {
        let page = try parse("<body><div id=a><p>one<b>two</b></p></div><p>three</p></body>")
        let division = try #require(page.first(.div))
        #expect(page.plainText(division) == "onetwo")
        let next = page.after(division)
        #expect(page.nodes[next].tag == .p)
        #expect(page.parent(division).map { page.nodes[$0].tag } == .body)
    }

    @Test("attributes are found by name, entities decoded")
    func attributes() throws {
        let page = try parse("<a href='/x?a=1&amp;b=2' class=\"one two\" unknown=3>link</a>")
        let link = try #require(page.first(.a))
        #expect(page.string(.href, of: link) == "/x?a=1&b=2")
        #expect(page.string(.class, of: link) == "one two")
        #expect(page.string(.id, of: link) == nil)
    }

    @Test("scripts and style sheets are left out, JSON-LD is kept")
    func scripts() throws {
        let page = try parse(
            "<head><script>var a = 'x</p>';</script><style>p{}</style>"
                + "<script type='application/ld+json'>{\"a\":1}</script></head><body>text</body>")
        let texts = page.nodes.indices.filter { page.nodes[$0].tag == .text }
            .map { String(decoding: page.bytes[page.text($0)], as: UTF8.self) }
        #expect(texts == ["{\"a\":1}", "text"])
    }

    @Test("ten thousand levels neither overflow the stack nor lose the text")
    func depth() throws {
        let depth = 10_000
        let html =
            String(repeating: "<div>", count: depth) + "<p>below</p>"
            + String(repeating: "</div>", count: depth)
        let page = try parse(html)
        let paragraph = try #require(page.first(.p))
        #expect(page.plainText(paragraph) == "below")
        #expect(page.nodes.count > depth)
    }

    @Test("an empty page and a page of nonsense are documents too")
    func nonsense() throws {
        #expect(try parse("").nodes.isEmpty)
        _ = try parse("<<<>>><p a=<b></p></p></div>&&#xFFFFFFFF;<!--")
        _ = try parse("\u{FEFF}")
    }

    @Test("every element ends after it starts, and inside the element around it")
    func nesting() throws {
        let page = try parse("<table><tr><td><p>a<p>b<ul><li>c<li>d</table><p>e")
        for index in page.nodes.indices {
            let node = page.nodes[index]
            #expect(Int(node.end) > index)
            if node.parent >= 0 { #expect(node.end <= page.nodes[Int(node.parent)].end) }
        }
    }
}
