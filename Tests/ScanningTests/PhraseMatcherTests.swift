import Testing

@testable import Scanning

struct PhraseMatcherTests {
    @Test func `finds phrases as whole words whatever their case, dashes and line breaks`() {
        let matcher = PhraseMatcher(["maternal mortality", "COVID-19", "hub"])
        let text =
            "Maternal\nmortality after Covid\u{2011}19 at the HUB, not at GitHub or hubs; maternal-mortality."
        let normalized = NormalizedText(text)
        #expect(matcher.matches(in: normalized).map(\.pattern) == [0, 1, 2, 0])
    }

    @Test func `does not cross a blank line or punctuation`() {
        let matcher = PhraseMatcher(["maternal mortality"])
        #expect(matcher.matches(in: NormalizedText("maternal\n\nmortality")).isEmpty)
        #expect(matcher.matches(in: NormalizedText("maternal. Mortality")).isEmpty)
    }
}
