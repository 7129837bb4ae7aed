import Testing

@testable import Indexing

@Suite("Snippets")
struct SnippetFinderTests {
    /// `[` and `]` for the marks, `|` for the end of a page.
    private func passage(_ text: String) -> (text: String, marked: [String], page: Int)? {
        let marked = text.replacing("[", with: "\u{02}").replacing("]", with: "\u{03}").replacing(
            "|", with: "\u{0C}")
        guard let (snippet, page) = SnippetFinder.passage(marked) else { return nil }
        let scalars = Array(snippet.text.unicodeScalars)
        let words = snippet.highlights.map { String(String.UnicodeScalarView(scalars[$0[0]..<$0[1]])) }
        return (snippet.text, words, page)
    }

    @Test("the page with the most different words is chosen, and counted")
    func page() {
        let found = passage("one [care] two [care]|here [care] and [cost]\n\nand more|[care]")
        #expect(found?.page == 1)
        #expect(found?.text == "here care and cost and more")
        #expect(found?.marked == ["care", "cost"])
    }

    @Test("a long page is cut between words, with ellipses, around the marks")
    func cut() {
        let filler = String(repeating: "filler ", count: 60)
        let found = passage("\(filler)the [Straße] is [long] \(filler)")
        #expect(found?.text.hasPrefix("… filler") == true && found?.text.hasSuffix("filler …") == true)
        #expect(found?.marked == ["Straße", "long"])
        #expect((found?.text.count ?? 0) <= SnippetFinder.length + 4)
    }

    @Test("no mark, no passage")
    func none() {
        #expect(passage("nothing here|nor here") == nil)
    }
}
