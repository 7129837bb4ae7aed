import Scanning
import Testing

@Suite struct PatternTests {
    @Test func findsByteRangesAndNamedGroups() throws {
        let pattern = try Pattern(#"(?<volume>\d+) FR (?<page>\d+)(?<tail>, \d+)?"#)
        let text = IndexedText("see – 86 FR 25070; and 85 FR 1, 2")
        let found = pattern.matches(in: text)
        #expect(found.map { text[$0.range] } == ["86 FR 25070", "85 FR 1, 2"])
        #expect(found.first?["page"].map { text[$0] } == "25070")
        #expect(found.first?["tail"] == nil)
        #expect(found.last?["tail"].map { text[$0] } == ", 2")
        #expect(found.first?[1].map { text[$0] } == "86")
        #expect(found.first?["nothing"] == nil)
        #expect(text.scalarRange(ofBytes: found[0].range) == 6..<17)
    }

    @Test func aBadPatternSaysWhereAndWhy() {
        #expect {
            try Pattern("a(b")
        } throws: { error in
            guard let error = error as? PatternError else { return false }
            return error.offset == 3 && error.reason.contains("parenthesis") && error.pattern == "a(b"
        }
    }

    @Test func wordsAndCaseFollowUnicode() throws {
        let text = IndexedText("ÉTÉ été")
        #expect(try Pattern(#"\bété\b"#, options: .caseInsensitive).matches(in: text).count == 2)
        #expect(try Pattern(#"\w+"#).matches(in: text).count == 2)
    }

    @Test func emptyMatchesMoveOnByWholeScalars() throws {
        let found = try Pattern("x*").matches(in: IndexedText("é–x"))
        #expect(found.map(\.range) == [0..<0, 2..<2, 5..<6, 6..<6])
        #expect(try Pattern("^$").matches(in: IndexedText("")).map(\.range) == [0..<0])
        #expect(try Pattern("").matches(in: IndexedText("")).count == 1)
    }

    @Test func aRangeLimitsTheSearchButNotLookBehind() throws {
        let text = IndexedText("No. 12 No. 34")
        let pattern = try Pattern(#"(?<=No\. )\d+"#)
        #expect(pattern.matches(in: text, range: 11..<12).map { text[$0.range] } == ["3"])
        #expect(pattern.firstMatch(in: text, range: 5..<13).map { text[$0.range] } == "34")
        #expect(!pattern.isFound(in: text, range: 0..<4))
    }

    @Test func aSearchThatWouldTakeForEverIsGivenUp() throws {
        let pattern = try Pattern(#"(?:(?:a|a)+)+$"#)
        let finished = pattern.search(IndexedText(String(repeating: "a", count: 40) + "b")) { _ in true }
        #expect(!finished)
    }

    @Test func aDeepSearchIsDoneAgainWithoutTheJIT() throws {
        let pattern = try Pattern(#"(?:(a)|b)*c"#)
        let text = IndexedText(String(repeating: "ab", count: 50_000) + "c")
        #expect(pattern.firstMatch(in: text)?.range == 0..<100_001)
    }

    @Test func optionsMeanWhatTheySay() throws {
        let text = IndexedText("one\nTWO")
        #expect(try Pattern("^two$", options: [.lines, .caseInsensitive]).isFound(in: text))
        #expect(try !Pattern("^two$", options: .caseInsensitive).isFound(in: text))
        #expect(try Pattern("one.two", options: [.dotMatchesLineBreak, .caseInsensitive]).isFound(in: text))
        #expect(try Pattern("o n e # first", options: .spaced).isFound(in: text))
    }

    @Test func manyThreadsShareOnePattern() async throws {
        let pattern = try Pattern(#"\d{4}-[A-Z]{2}\d{2}"#)
        let text = IndexedText(String(repeating: "RIN 0938-AU44, ", count: 200))
        let counts = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<16 { group.addTask { pattern.matches(in: text).count } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == Array(repeating: 200, count: 16))
    }
}
