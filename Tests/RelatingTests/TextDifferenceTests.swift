import Correspondence
import Testing

@testable import Relating

struct TextDifferenceTests {
    private func difference(_ one: String, _ other: String) -> [String] {
        let parts = TextDifference(
            [Page(number: 1, text: one, source: .textLayer)],
            [Page(number: 1, text: other, source: .textLayer)]
        ).parts
        return parts.map { part in
            let words = part.words?.map { "\($0.kind.rawValue):\($0.text)" }.joined(separator: "|")
            return "\(part.kind.rawValue) \(words ?? part.text)"
        }
    }

    @Test func `sentences that differ in layout and case only are the same`() {
        #expect(
            difference(
                "We write\nto urge action. Thank you for it.", "WE WRITE to urge action. Thank you for it.")
                == ["same We write to urge action.", "same Thank you for it."])
    }

    @Test func `an altered sentence shows its words, others stand alone`() {
        let one = "First of all thanks. We urge CMS to extend coverage now. Doulas help."
        let other = "First of all thanks. We urge HHS to extend coverage now. Midwives matter too."
        #expect(
            difference(one, other) == [
                "same First of all thanks.",
                "changed same:We urge|removed:CMS|added:HHS|same:to extend coverage now.",
                "removed Doulas help.", "added Midwives matter too.",
            ])
    }

    @Test func `a stop after an abbreviation ends no sentence`() {
        #expect(
            difference("The U.S. Senate met. Mr. Doe spoke.", "") == [
                "removed The U.S. Senate met.", "removed Mr. Doe spoke.",
            ])
    }

    @Test(arguments: 1...20) func `both letters can be put together again`(seed: Int) {
        var generator = GeneratedLetters(seed: UInt64(seed))
        let one = generator.sentences(12)
        var other = one
        for _ in 0..<4 {
            other.remove(at: generator.next(other.count))
            other.insert(generator.sentence(), at: generator.next(other.count + 1))
        }
        let runs = AlignedRuns(one, other).runs
        var first: [String] = []
        var second: [String] = []
        for run in runs {
            switch run {
            case .same(let a, let b):
                #expect(one[a] == other[b])
                first += one[a]
                second += other[b]
            case .different(let a, let b):
                first += one[a]
                second += other[b]
            }
        }
        #expect(first == one)
        #expect(second == other)
    }
}
