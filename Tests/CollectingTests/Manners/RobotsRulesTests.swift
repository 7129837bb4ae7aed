import Testing

@testable import Collecting

@Suite("robots.txt")
struct RobotsRulesTests {
    private func rules(_ text: String) -> RobotsRules { RobotsRules(Array(text.utf8), agent: "letterbook") }

    @Test("takes the group that names us before the one for everybody")
    func group() {
        let rules = rules(
            """
            User-agent: *
            Disallow: /

            User-agent: OtherBot
            User-agent: LetterBook/1.0
            Disallow: /drafts # not yet
            Crawl-delay: 2.5
            """)
        #expect(rules.allows("/letters"))
        #expect(!rules.allows("/drafts/a.pdf"))
        #expect(rules.delay == 2.5)
    }

    @Test("joins groups that name the same agent")
    func joined() {
        let rules = rules("User-agent: letterbook\nDisallow: /a\n\nUser-agent: letterbook\nDisallow: /b\n")
        #expect(!rules.allows("/a"))
        #expect(!rules.allows("/b"))
        #expect(rules.allows("/c"))
    }

    @Test("lets a group that names us without rules allow everything")
    func emptyGroup() {
        let rules = rules("User-agent: *\nDisallow: /\n\nUser-agent: letterbook\nDisallow:\n")
        #expect(rules.allows("/letters"))
    }

    @Test("goes by the longest match, and allows where two are as long")
    func longest() {
        let rules = rules(
            "User-agent: *\nDisallow: /letters\nAllow: /letters/2020\nAllow: /same\nDisallow: /same\n")
        #expect(!rules.allows("/letters/2019"))
        #expect(rules.allows("/letters/2020/a.pdf"))
        #expect(rules.allows("/same"))
    }

    @Test("knows * and a final $")
    func wildcards() {
        let rules = rules("User-agent: *\nDisallow: /*.docx$\nDisallow: /a*b*c\nDisallow: /*?print=\n")
        #expect(!rules.allows("/x/letter.docx"))
        #expect(rules.allows("/x/letter.docx?v=1"))
        #expect(!rules.allows("/a--b--c--"))
        #expect(rules.allows("/a--c--b"))
        #expect(!rules.allows("/letter?print=1"))
    }

    @Test("matches a rule of many stars in no time")
    func manyStars() {
        let rules = rules("User-agent: *\nDisallow: /" + String(repeating: "a*", count: 200) + "z\n")
        #expect(rules.allows("/" + String(repeating: "a", count: 5_000)))
    }

    @Test("takes both spellings of a path for the same one")
    func encoding() {
        let rules = rules("User-agent: *\nDisallow: /%7Ejane/l%2fx\nDisallow: /ö\n")
        #expect(!rules.allows("/~jane/l%2Fx"))
        #expect(rules.allows("/~jane/l/x"))
        #expect(!rules.allows("/%C3%B6"))
    }

    @Test("that says nothing allows everything; whoever cannot give one allows nothing")
    func nothing() {
        #expect(rules("<html>not found</html>").allows("/x"))
        #expect(RobotsRules.none.allows("/x"))
        #expect(!RobotsRules.closed.allows("/x"))
        #expect(RobotsRules.closed.allows("/robots.txt"))
    }
}
