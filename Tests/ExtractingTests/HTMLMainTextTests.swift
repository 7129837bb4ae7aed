import Extracting
import Testing

/// What belongs to a page's text, though its names or its place speak against it.
@Suite struct HTMLMainTextTests {
    private let prose =
        "The League asks the committee to keep the payment as it is, since the members train residents, serve "
        + "patients who have no other hospital, and have planned their budgets for the coming year with it. "

    @Test func `Names inside code are those of its syntax`() throws {
        let code = "<pre><code><span class=hljs-comment># list the members</span>\nls members</code></pre>"
        #expect(
            try text("<article><p>\(prose)</p>\(code)<p>\(prose)</p></article>").contains(
                "# list the members\nls"))
    }

    @Test func `A table set as a figure is text, its picture's caption is none`() throws {
        let table = "<figure><table><tr><td>Residents</td><td>120</td></tr></table></figure>"
        let picture =
            "<figure><img src=a.png><figcaption>The board in session, taken from the left</figcaption></figure>"
        let found = try text(
            "<article><p>\(prose)\(prose)</p>\(picture)\(table)<p>\(prose)\(prose)</p></article>")
        #expect(found.contains("Residents | 120"))
        #expect(!found.contains("The board in session"))
    }

    @Test(arguments: [
        "<div hidden aria-hidden=true aria-labelledby=q2>",
        "<div class=accordion__content style='display: none'>",
        "<div role=tabpanel hidden>",
    ])
    func `What readers open is not hidden from them`(panel: String) throws {
        let page = "<main><h1>Questions</h1><p>\(prose)</p><p>\(prose)</p><h3 id=q2>Who pays?</h3>\(panel)"
        #expect(
            try text("\(page)<p>Nobody pays for the first visit.</p></div></main>").contains("Nobody pays"))
    }

    @Test func `What no one can open stays out`() throws {
        let page =
            "<main><h1>Questions</h1><p>\(prose)</p><p>\(prose)</p><div style='display:none'>Loading …</div></main>"
        #expect(try !text(page).contains("Loading"))
    }

    @Test func `Linked data give the text that the page does not show`() throws {
        let script = { (body: String) in
            "<script type='application/ld+json'>{\"@type\": \"Article\", \"articleBody\": \"\(body)\"}</script>"
        }
        let plain = try text("\(script("\(prose)\\n\(prose)Sincerely."))<div id=app>Please wait</div>")
        #expect(plain.hasSuffix("Sincerely."))
        #expect(!plain.contains("Please wait"))
        let marked = try text(
            "\(script("<p>\(prose)<\\/p><p>\(prose)<b>Sincerely.<\\/b><\\/p>"))<div id=app></div>")
        #expect(marked.hasSuffix("Sincerely."))
        #expect(!marked.contains("<"))
        let shown = try text("\(script(prose + prose))<p>\(prose)</p><p>The page goes on.</p>")
        #expect(shown.hasSuffix("The page goes on."))
    }

    @Test func `Titled links right below a heading belong to a text that goes on after them`() throws {
        let list = """
            <h2>Testimony</h2><ul><li><a href=1>Statement on payments to hospitals</a></li>
            <li><a href=2>Statement on the training of residents</a></li></ul>
            """
        let more = "<h2>What we ask</h2><p>\(prose)\(prose)</p><p>\(prose)</p>"
        #expect(
            try text("<article><p>\(prose)\(prose)</p>\(list)\(more)</article>").contains(
                "training of residents"))
        #expect(
            try !text("<article>\(more)<p>\(prose)</p>\(list)</article>").contains("training of residents"))
    }

    @Test func `A letter's last line may be a link`() throws {
        let letter =
            "<p>\(prose)</p><p>\(prose)</p><p>Ada Winter</p><p><a href=mailto:a@league.example>a@league.example</a></p>"
        #expect(
            try text("<p>May 31, 2020</p><p>Dear Secretary:</p>\(letter)<p>Sincerely,</p>").contains(
                "a@league.example"))
    }

    private func text(_ body: String) throws -> String {
        let html = "<html><head><title>A page</title></head><body>\(body)</body></html>"
        return try extract(Array(html.utf8), as: .html).pages[0].text
    }
}
