import Testing

@testable import Extracting

@Suite("Sections of a page, and links that are content")
struct HTMLTitledLinksTests {
    private static let prose = String(
        repeating: "The council asks that every clinic in the county be told of the rule before it binds. ",
        count: 9)

    private func text(_ body: String) throws -> String {
        let html = "<html><body><main><h1>Clinics</h1><p>\(Self.prose)</p>\(body)</main></body></html>"
        return try HTMLFixture.extract(html: html).pages[0].text
    }

    private static let letters = """
        <ul><li><a href="/a">Comments on the Rural Clinics Rule</a></li>
        <li><a href="/b">Letter on Newborn Screening in Schools</a></li>
        <li><a href="/c">Testimony before the Committee on Wells</a></li>
        <li><a href="/d">Comments on the Nursing Homes Proposal</a></li>
        <li><a href="/e">Letter on Payment for House Calls</a></li></ul>
        """

    @Test("headings that stand one below another are all kept, and one at the end")
    func adjacent() throws {
        let text = try text("<h3>As a town</h3><h2>By example</h2><h2>Research</h2><p>Two.</p><h2>Close</h2>")
        #expect(text.hasSuffix("As a town\n\nBy example\n\nResearch\n\nTwo.\n\nClose"))
    }

    @Test("a heading whose list of links was left out goes with it")
    func pruned() throws {
        let menu = "<ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul>"
        let text = try text("<h2>Elsewhere</h2>\(menu)<h2>Research</h2><p>Two.</p><h2>Last</h2>\(menu)")
        #expect(!text.contains("Elsewhere") && !text.contains("Last"))
        #expect(text.hasSuffix("Research\n\nTwo."))
    }

    @Test("titled links that a section of the text introduces are kept")
    func letters() throws {
        let introduction = "<p>The council writes to agencies on matters of its towns.</p>"
        let text = try text("<h2>Correspondence</h2>\(introduction)\(Self.letters)<h2>Next</h2><p>More.</p>")
        #expect(
            text.contains("- Comments on the Rural Clinics Rule\n- Letter on Newborn Screening in Schools"))
        #expect(text.contains("- Letter on Payment for House Calls"))
    }

    @Test("titled links that refer to other pages are not")
    func related() throws {
        let text = try text("<p>More.</p><h2>Related articles</h2>\(Self.letters)")
        #expect(!text.contains("Rural Clinics Rule") && text.hasSuffix("More."))
    }

    @Test("the one link below a heading is kept, a call to read on is not")
    func lone() throws {
        let text = try text(
            """
            <h2>A county</h2><p><a href="/x">Center for the Study of Clinics</a></p>
            <h2>A city</h2><p><a href="/y">Read more about this in our news</a></p><h2>A town</h2><p>More.</p>
            """)
        #expect(text.contains("A county\n\nCenter for the Study of Clinics"))
        #expect(!text.contains("Read more") && text.hasSuffix("A town\n\nMore."))
    }
}
