import Correspondence
import Testing

@testable import Reporting

@Suite("Card of a letter")
struct LetterCardTests {
    private func card(_ letter: Letter, width: Int = 72) -> String {
        LetterCard(width: width).text(letter, facts: FormatSamples.facts)
    }

    @Test("each fact has the words, the page and the rule that decided it")
    func facts() {
        let text = card(FormatSamples.awkward)
        #expect(
            text.contains("Date          31 May 2020\n              p. 1 “May 31, 2020” test.sample, high\n"))
        #expect(text.contains("Topic         Maternal health (93 %, by rules)\n              p. 2 “rural”"))
        #expect(text.contains("Agency        Centers for Medicare & Medicaid Services (addressee)"))
        #expect(text.contains("Joint letter  12 organisations"))
    }

    @Test("what was not found is said to be so")
    func absent() {
        let text = card(FormatSamples.bare)
        #expect(text.contains("From          not found\n"))
        #expect(text.hasPrefix("Untitled letter\n"))
    }

    @Test("no line is wider than the terminal, and nothing commands it")
    func width() {
        for width in [40, 72, 100] {
            let text = card(FormatSamples.awkward, width: width)
            // Hashes and addresses are whole: they are copied.
            let lines = text.split(separator: "\n").filter {
                !$0.hasPrefix("SHA-256") && !$0.hasPrefix("Source")
            }
            for line in lines { #expect(TextWidth.columns(String(line)) <= width, "\(width): \(line)") }
            #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
        }
    }

    @Test("a withdrawn letter says so first")
    func withdrawn() {
        var letter = FormatSamples.awkward
        letter.withdrawn = Withdrawal(since: "2026-11-21", reason: "asked for by the sender")
        #expect(card(letter).contains("WITHDRAWN since 2026-11-21: asked for by the sender"))
    }

    @Test("a label that several facts share stands once, and a quotation that repeats the value is left out")
    func rows() {
        let evidence = Evidence(
            page: 1, place: .text, start: 0, end: 7, quote: "Ana Lee", rule: "copied.list", confidence: .high)
        let rows = [
            LetterCard.Row(label: "Copied", value: "Ana Lee", evidence: evidence),
            LetterCard.Row(label: "Copied", value: "Ana Lee, Chair", evidence: evidence),
        ]
        #expect(
            LetterCard(width: 72).text(rows) == """
                Copied        Ana Lee
                              p. 1 copied.list, high
                              Ana Lee, Chair
                              p. 1 “Ana Lee” copied.list, high

                """)
    }

    @Test("an ask says what is asked of whom, with the words that say so below it")
    func asks() {
        var letter = FormatSamples.bare
        let evidence = Evidence(
            page: 1, place: .text, start: 0, end: 30, quote: "We urge CMS to extend coverage.",
            rule: "ask.writer",
            confidence: .high)
        letter.asks = [
            Ask(
                text: evidence.quote, direction: .request, object: "extend coverage", about: "cms",
                evidence: evidence)
        ]
        letter.relations = [Relation(kind: .replyTo, id: "0123456789abcdef")]
        let text = card(letter, width: 100)
        #expect(
            text.contains(
                "Asks          requests (Centers for Medicare & Medicaid Services): extend coverage\n"))
        #expect(text.contains("p. 1 “We urge CMS to extend coverage.” ask.writer, high\n"))
        #expect(text.contains("Related       replies to 0123456789abcdef\n"))
    }
}
