import Dice
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
        var dice = Dice(seed: 1)
        for _ in 0..<500 {
            let text = (0..<dice.roll(201)).map { _ in dice.pick(["a", "b", " ", "\n"]) }.joined()
            let most = 2 + dice.roll(59)
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
