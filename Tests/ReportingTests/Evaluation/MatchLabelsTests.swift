import Correspondence
import Reporting
import Testing

@Suite struct MatchLabelsTests {
    @Test func `The first letter of a file is taken, and both copies of a file have it`() {
        var first = LetterMaking.letter()
        first.id = "0123456789abcdef"
        first.original.sha256 = "aa"
        var second = first
        second.id = "0123456789abcdef-2"
        let found = match([second, first], to: ["one.pdf": "aa", "copy.pdf": "aa", "other.pdf": "bb"])
        #expect(found.mapValues(\.id) == ["one.pdf": "0123456789abcdef", "copy.pdf": "0123456789abcdef"])
    }
}
