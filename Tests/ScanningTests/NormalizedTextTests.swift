import Testing

@testable import Scanning

struct NormalizedTextTests {
    private func normal(_ text: String) -> String {
        String(decoding: NormalizedText(text).bytes, as: UTF8.self)
    }

    @Test(
        arguments: [
            ("COVID\u{2013}19", "covid 19"), ("Covid-\u{2060}19", "covid 19"), ("co\u{AD}vid", "covid"),
            ("maternal\n  mortality", "maternal mortality"), ("one\n \ntwo", "one\ntwo"),
            ("one\u{C}two", "one\ntwo"), ("MOMMA\u{2019}s Act", "mommas act"),
            ("Clinical & Co", "clinical and co"),
            ("École ŁÓDŹ \u{FB01}nal", "ecole lodz final"), ("  edges  ", "edges"), ("", ""),
            ("Straße", "strasse"), ("日本 🙂 x", "日本 🙂 x"),
        ])
    func `writes what looks alike in one way`(text: String, expected: String) {
        #expect(normal(text) == expected)
    }

    @Test func `leads back to the scalars of the text`() {
        let text = "Über  the \u{FB01}rst COVID\u{2013}\n19 case"
        let normalized = NormalizedText(text)
        for phrase in ["uber", "first", "covid 19"] {
            let bytes = Array(phrase.utf8)
            let match = AhoCorasick([bytes]).matches(in: normalized.bytes)[0]
            let span = normalized.scalars(of: match.range)
            let scalars = Array(text.unicodeScalars)[span]
            var quote = String.UnicodeScalarView()
            quote.append(contentsOf: scalars)
            #expect(normal(String(quote)) == phrase)
            #expect(normalized.firstByte(atScalar: span.lowerBound) == match.range.lowerBound)
        }
    }

    @Test func `knows whole words`() {
        let text = NormalizedText("hubs of a hub, naïve")
        #expect(!text.isWholeWords(0..<3))
        #expect(text.isWholeWords(0..<4))
        #expect(text.isWholeWords(10..<13))
    }

    @Test func `remembers capitals, and allows a plural its small s`() {
        let text = NormalizedText("AIM aim AIMs Aim UL1")
        let words = [0..<3, 4..<7, 8..<12, 13..<16, 17..<20]
        #expect(words.map(text.isCapitals) == [true, false, true, false, true])
    }
}
