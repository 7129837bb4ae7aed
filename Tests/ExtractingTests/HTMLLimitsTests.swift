import Extracting
import Foundation
import Testing

/// Pages that are broken or too large still give their text, at a bounded cost.
@Suite struct HTMLLimitsTests {
    @Test(arguments: ["div", "b", "table", "ul><li", "blockquote"])
    func `Ten thousand elements inside one another neither overflow the stack nor lose the text`(tag: String)
        throws
    {
        let opening = String(repeating: "<\(tag)>", count: 10_000)
        #expect(try text("\(opening)The innermost line.").hasSuffix("The innermost line."))
    }

    @Test func `Markup that is never closed keeps all that follows`() throws {
        let page =
            "<p>First<p>Second <b>bold<p>Third<table><tr><td>Cell<ul><li>Item<h2>Heading<p>Last <a href=\"x"
        let found = try text(page)
        for word in ["First", "Second bold", "Third", "Cell", "Item", "Heading", "Last"] {
            #expect(found.contains(word), "\(word)")
        }
    }

    @Test func `NULs and other control characters do not end the page`() throws {
        #expect(try text("<p>May\u{0} 31,\u{1} 2020</p>\u{0}<p>The end</p>") == "May 31, 2020\n\nThe end")
    }

    @Test func `Entities are read without their semicolon where browsers do so`() throws {
        #expect(
            try text("<p>Research &amp Education, &copy 2020, &sect 1 caf&eacute</p>")
                == "Research & Education, © 2020, § 1 café")
        #expect(
            try text("<p>?a=1&copy=2 &copyright &notin; &unknown &</p>")
                == "?a=1&copy=2 &copyright ∉ &unknown &")
        #expect(try text("<p>May&nbsp31, 2020</p>") == "May&nbsp31, 2020")
    }

    /// Sanitizers keep a shadow of all memory, and what is let go of for a while.
    private static let isSanitized = dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil

    @Test(.disabled(if: isSanitized)) func `Memory stays below twelve times the page`() throws {
        let paragraph =
            "<p class=text>The League asks that the payment remain as it is, <b>this</b> year and the next.</p>\n"
        let page = Array(String(repeating: paragraph, count: 30_000).utf8)
        try Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
        let before = try peak()
        #expect(try extract(page, as: .html).pages[0].text.utf8.count > 2_000_000)
        let used = try peak() - before
        #expect(used < 12 * page.count / 1024, "\(used) kB for a page of \(page.count / 1024) kB")
    }

    /// Kilobytes of memory that the process has had at most since that was last set back.
    private func peak() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM") })
        return try #require(Int(line.filter(\.isNumber)))
    }

    private func text(_ body: String) throws -> String {
        try extract(Array("<html><body>\(body)".utf8), as: .html).pages[0].text
    }
}
