import Scanning
import Testing

@Suite("Portions of a long text")
struct TextPortionsTests {
    private func portions(_ text: String, most: Int) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return TextPortions.ranges(of: scalars, most: most).map { String(scalars: scalars[$0]) }
    }

    @Test("A text that is short enough is one portion, and an empty one none")
    func short() {
        #expect(portions("Dear Sir", most: 8) == ["Dear Sir"])
        #expect(portions("", most: 8).isEmpty)
    }

    @Test("The cut lies behind a blank line, else a line break, else a space, else anywhere")
    func cuts() {
        #expect(portions("aaa bbb\n\nccc\nddd", most: 12) == ["aaa bbb\n\n", "ccc\nddd"])
        #expect(portions("aaa bbb\nccc ddd", most: 12) == ["aaa bbb\n", "ccc ddd"])
        #expect(portions("aaa bbb ccc ddd", most: 12) == ["aaa bbb ccc ", "ddd"])
        #expect(portions("aaabbbcccddd", most: 5) == ["aaabb", "bcccd", "dd"])
    }

    @Test("Portions follow one another, are the whole text, and none is too long")
    func whole() {
        var random = Dice(state: 1)
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                "ab \n".randomElement(using: &random).map(String.init) ?? ""
            }.joined()
            let most = Int.random(in: 2...60, using: &random)
            let pieces = portions(text, most: most)
            #expect(pieces.joined() == text)
            #expect(pieces.allSatisfy { !$0.isEmpty && $0.unicodeScalars.count <= most })
        }
    }

    @Test("A date deep in an endless page is read, and stands where it stands")
    func dates() {
        let page =
            String(repeating: "We urge you to act on this now. ", count: 9_000) + "The rule takes effect on "
        let text = Array((page + "March 2, 2021, and not before.").unicodeScalars)
        let found = DateExpressionReader().expressions(in: text)
        #expect(found.count == 1)
        #expect(found.first.map { String(scalars: text[$0.start..<$0.end]) } == "March 2, 2021")
    }
}

/// The same throws every time (SplitMix64).
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
