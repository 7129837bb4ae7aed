import Testing

@testable import Scanning

struct AhoCorasickTests {
    private func found(_ patterns: [String], in text: String) -> [AhoCorasick.Match] {
        AhoCorasick(patterns.map { Array($0.utf8) }).matches(in: Array(text.utf8))
    }

    @Test func `finds overlapping and nested occurrences in order of their ends`() {
        let matches = found(["he", "she", "his", "hers"], in: "ushers")
        #expect(
            matches == [
                .init(pattern: 1, range: 1..<4), .init(pattern: 0, range: 2..<4),
                .init(pattern: 3, range: 2..<6),
            ])
    }

    @Test func `reports equal patterns each on its own and never an empty one`() {
        #expect(found(["ab", "", "ab"], in: "ab").map(\.pattern) == [0, 2])
        #expect(found([], in: "anything").isEmpty)
    }

    @Test func `agrees with a plain search on generated texts`() {
        var seed: UInt64 = 7
        func next(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        for _ in 0..<200 {
            let patterns = (0..<6).map { _ in (0...next(4)).map { _ in UInt8(97 + next(3)) } }
            let text = (0..<40).map { _ in UInt8(97 + next(3)) }
            var expected: Set<AhoCorasick.Match> = []
            for (number, pattern) in patterns.enumerated() {
                for start in text.indices where text[start...].starts(with: pattern) {
                    expected.insert(.init(pattern: number, range: start..<(start + pattern.count)))
                }
            }
            let matches = AhoCorasick(patterns).matches(in: text)
            #expect(Set(matches) == expected)
            #expect(matches.count == expected.count)
        }
    }

    @Test func `takes patterns that use all byte values`() {
        let pattern = (0...255).map { UInt8($0) }
        #expect(AhoCorasick([pattern]).matches(in: [9, 9] + pattern).map(\.range) == [2..<258])
    }
}
