import Correspondence
import Dice
import Foundation
import Testing

@testable import Indexing

/// Random queries, asked of the index and of a plain scan over the letters: the same letters must come out.
@Suite("Queries against a plain scan")
struct QueryPropertyTests {
    /// More than are tried every time: `QUERY_CASES=10000 swift test --filter QueryPropertyTests`.
    private static let cases = ProcessInfo.processInfo.environment["QUERY_CASES"].flatMap { Int($0) } ?? 300

    @Test("random queries find what a scan finds, with its count, in the order asked for")
    func random() throws {
        var dice = Dice(seed: 7)
        let archive = Self.archive(&dice)
        let index = try ScratchIndex()
        try index.bringUpToDate(archive)
        let reading = try LetterIndex(reading: index.file)
        let scan = NaiveScan(agencies: Self.agencies)
        for _ in 0..<Self.cases {
            let condition = Self.condition(&dice, depth: 3)
            let limit = dice.roll(3) == 0 ? dice.roll(20) : nil
            let query = LetterQuery(condition, sort: dice.pick([.date, .relevance, .sender]), limit: limit)
            let vocabulary = Vocabulary(agencies: Self.agencies, topics: Self.topics)
            let result = try reading.search(query, vocabulary: vocabulary)
            let expected = Set(archive.letters.filter { scan.matches($0, condition) }.map(\.id))
            #expect(result.total == expected.count, "\(condition.text)")
            let found = result.hits.map(\.id)
            if limit == nil { #expect(Set(found) == expected, "\(condition.text)") }
            #expect(Set(found).count == found.count && expected.isSuperset(of: found), "\(condition.text)")
            #expect(try readQuery(condition.text) != nil, "\(condition.text)")
        }
    }

    @Test("no text that anyone may type reaches SQLite as an error")
    func anythingTyped() throws {
        var dice = Dice(seed: 11)
        let index = try ScratchIndex()
        try index.bringUpToDate(Self.archive(&dice))
        let reading = try LetterIndex(reading: index.file)
        let pieces = [
            "\"", "(", ")", "*", "AND", "OR", "NOT", "NEAR(", "NEAR", ",", "-", ":", "^", "+", "{", "}", "'",
            ";--", "bolt",
            "drum*", "agency:", "topic:x", "date:", "2020..", "é", "ß", "\u{0}", "\u{7}", "汉字*", "ⱯB*",
            "a\u{301}*", "col:bolt",
            "\\", "%", "_", "body:", "…", "covid-19*", " ", " ", " ",
        ]
        for _ in 0..<Self.cases {
            let text = (0..<(1 + dice.roll(9))).map { _ in dice.pick(pieces) }.joined(
                separator: dice.pick(["", " "]))
            do {
                _ = try reading.search(LetterQuery(readQuery(text), sort: .relevance, limit: 3))
            } catch is QueryError {
                // Said to the person who typed it.
            }
        }
    }

    private static let words = [
        "bolt", "drum", "fern", "gold", "hawk", "kelp", "lamp", "moss", "pond", "bolts", "drums", "Férn",
    ]
    private static let topics = ["t1", "t2", "t3"]
    private static let senders = ["Society of Bolt", "Bolt Alliance", "Drum House"]
    private static let agencies = AgencyRegistry([
        Agency(id: "hhs", name: "Health"), Agency(id: "cms", name: "Centers", parent: "hhs"),
        Agency(id: "va", name: "Veterans"),
    ])

    private static func archive(_ dice: inout Dice) -> SampleArchive {
        var archive = SampleArchive()
        archive.letters = (0..<150).map { number in
            let text = { (dice: inout Dice, most: Int) in
                (0..<dice.roll(most)).map { _ in dice.pick(words) }.joined(separator: " ")
            }
            let title = text(&dice, 4)
            return SampleArchive.letter(
                String(SHA256.hex(of: "\(number)".utf8).prefix(16)), title: title.isEmpty ? nil : title,
                pages: (0..<(1 + dice.roll(2))).map { _ in text(&dice, 9) },
                kind: dice.pick([.letter, .comment, .testimony]),
                date: dice.pick([
                    nil, "2019", "2020-05", "2020-05-31", "2020-06-01/2020-07", "2021~", "XXXX-05-01",
                ]),
                sender: dice.pick([nil] + senders),
                agencies: dice.roll(2) == 0 ? [] : [dice.pick(["hhs", "cms", "va"])],
                topics: topics.filter { _ in dice.roll(4) == 0 },
                identifiers: dice.roll(3) == 0 ? [(.docket, "CMS-2020-0052", "CMS–2020–0052")] : [],
                asks: dice.roll(2) == 0 ? [] : [text(&dice, 5)])
        }
        return archive
    }

    private static func condition(_ dice: inout Dice, depth: Int) -> QueryCondition {
        if depth > 0, dice.roll(5) < 3 {
            let parts = (0..<(2 + dice.roll(2))).map { _ in condition(&dice, depth: depth - 1) }
            return dice.pick([.all(parts), .any(parts), .not(parts[0])])
        }
        let word = dice.pick(words)
        let other = dice.pick(words.filter { NaiveScan.stem($0) != NaiveScan.stem(word) })
        let day = dice.pick(["2019", "2020-05", "2020-05-31", "2020-06", "2021"])
        return dice.pick([
            .text(.word(word)), .text(.word(word)), .text(.phrase("\(word) \(other)")),
            .text(.prefix(String(word.prefix(3)))),
            .text(.prefix(String(word.prefix(5)))), .text(.word("\(word)-\(other)")),
            .text(.near([word, other], within: dice.roll(4))),
            .agency(dice.pick(["hhs", "cms", "va"])), .topic(dice.pick(topics)),
            .sender(dice.pick(["bolt", "society of", "dh", "house"])),
            .kind(dice.pick([.letter, .testimony])),
            .identifier("cms 2020 0052", dice.pick([nil, .docket, .rin])),
            .date(from: EDTFDate(day), to: nil), .date(from: nil, to: EDTFDate(day)),
            .date(from: EDTFDate(day), to: EDTFDate(day)),
            .has(dice.pick([.date, .sender, .ask, .topic, .identifier])),
        ])
    }
}
