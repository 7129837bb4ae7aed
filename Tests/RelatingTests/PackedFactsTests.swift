import Correspondence
import Testing

@testable import Relating

@Suite struct PackedFactsTests {
    private static func facts(words: Int) -> LetterFacts {
        var facts = LetterFacts(
            id: "3f9a1c20d4e5b6a7", pages: [(0..<words).map { "word\($0)" }.joined(separator: " ")],
            date: EDTFDate("2020-05"), sender: "Société of Tests", addressees: ["cms", "Jane Doe"],
            mediaType: .html)
        facts.writers = ["société of tests", ""]
        facts.answered = ["CMS-1752-P", "letter 2020-03-31"]
        return facts
    }

    @Test func factsAreTheSameAfterPacking() {
        for words in [0, 5, 400] {
            let facts = Self.facts(words: words)
            #expect((facts.signature == nil) == (words < 30))
            #expect(LetterFacts(packed: facts.packed) == facts)
        }
        let bare = LetterFacts(id: "aa", pages: [])
        #expect(LetterFacts(packed: bare.packed) == bare)
    }

    @Test func noPartOfPackedFactsIsTakenForTheWhole() {
        let packed = Self.facts(words: 400).packed
        // Without its numbers it is that of a shorter letter.
        let short = packed.count - Signature.size * 4
        for length in 0..<packed.count where length != short {
            #expect(LetterFacts(packed: Array(packed.prefix(length))) == nil)
        }
    }
}
