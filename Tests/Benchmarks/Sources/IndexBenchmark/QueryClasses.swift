import Correspondence
import Foundation
import Indexing
import SyntheticLetters

/// Sorts of questions, each with many of its kind: the same ones every time.
struct QueryClass {
    var name: String
    var queries: [LetterQuery]
    /// Counts of all facets are wanted, too.
    var countsFacets = false

    static func all(_ letters: SyntheticArchive, samples: Int = 40) throws -> [QueryClass] {
        let words = { (place: Int) in word(place, letters) }
        let rare = SyntheticArchive.rareWord
        let common = SyntheticArchive.commonWord
        return try [
            make("two words and an agency, by date", samples) {
                "\(words($0)) \(words($0 / 2 + 3)) agency:\(SyntheticArchive.agencies[$0 % 12])"
            },
            make("two words and an agency, by relevance", samples, .relevance) {
                "\(words($0)) \(words($0 / 2 + 3)) agency:\(SyntheticArchive.agencies[$0 % 12])"
            },
            make("a word in 2 %, ranked", 20, .relevance) { _ in rare },
            make("a word in 20 %, ranked", 10, .relevance) { _ in common },
            make("a word in 20 %, by date", 10) { _ in common },
            make("a word in 20 %, a rare agency", samples) { "\(common) agency:agency-\($0 + 10)" },
            make("an agency, by date", samples) { "agency:\(SyntheticArchive.agencies[$0 % 40])" },
            make("a topic and a year", samples) { "topic:topic-\($0) date:\(1996 + $0 % 30)" },
            make("a phrase", samples) { "\"\(words($0 / 3)) \(words($0 / 4 + 1))\"" },
            make("a prefix", samples) { String(words($0 + 10).prefix(5)) + "*" },
            make("a sender's words", samples) { "sender:\(letters.word(300 + $0 * 5))" },
            make("an identifier", samples) { "identifier:\"cms \(String(format: "%04d", $0 * 3)) p\"" },
            facets("facets: an identifier's letters", samples) {
                "filecode:\"cms \(String(format: "%04d", $0)) p\""
            },
            facets("facets: a word in 2 %", 10) { _ in rare },
            facets("facets: a word in 20 %", 5) { _ in common },
            facets("facets: every letter", 3) { _ in "" },
        ]
    }

    /// Words that stand in a half to fifteen of a hundred letters.
    static func word(_ place: Int, _ letters: SyntheticArchive) -> String {
        letters.word(300 + place * place * 3)
    }

    private static func make(
        _ name: String, _ count: Int, _ sort: LetterQuery.Sort = .date, _ text: (Int) -> String
    ) throws -> QueryClass {
        QueryClass(
            name: name,
            queries: try (0..<count).map { LetterQuery(try readQuery(text($0)), sort: sort, limit: 25) })
    }

    private static func facets(_ name: String, _ count: Int, _ text: (Int) -> String) throws -> QueryClass {
        var queries = try make(name, count, .date, text)
        queries.countsFacets = true
        return queries
    }
}
