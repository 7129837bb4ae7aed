import Correspondence
import GRDB

extension LetterIndex {
    /// What letters like this one have: any of the words that it has more often than the rest of the archive.
    ///
    /// Sorted by relevance, the letters that share most of them come first. The letter itself is left out.
    public func likeness(of letter: Letter) throws -> QueryCondition {
        let words = try characteristicWords(of: letter)
        let itself = QueryCondition.not(.letter(letter.id))
        guard !words.isEmpty else { return .all([itself, .any([])]) }
        return .all([.any(words.map { .text(.word($0)) }), itself])
    }

    /// A query of more words costs more and finds little else (TREC's query expansion uses ten to twenty).
    private static let most = 15
    /// Only the most frequent of a letter's words are looked up.
    private static let candidates = 60

    private func characteristicWords(of letter: Letter) throws -> [String] {
        let counts = Self.counts(LetterWords(letter))
        let frequent = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.candidates)
        return try read { db in
            let letters = try SearchPlan.count(db)
            // What stands in every twentieth letter is what they all write about.
            let limit = max(50, letters / 20)
            let statement = try db.cachedStatement(
                sql: """
                    SELECT count(*) FROM (SELECT 1 FROM letter_words WHERE letter_words MATCH ? LIMIT ?)
                    """)
            var worth: [(word: String, worth: Double)] = []
            for (word, count) in frequent {
                guard let expression = MatchExpression.text(.word(word)),
                    let found = try Int.fetchOne(statement, arguments: [expression, limit]), found < limit,
                    found > 1
                else { continue }
                worth.append((word, Double(count) * Self.rarity(Double(found), of: Double(letters))))
            }
            return worth.sorted { ($1.worth, $0.word) < ($0.worth, $1.word) }.prefix(Self.most).map(\.word)
        }
    }

    /// Bits of surprise, as far as whole numbers give it: no logarithm is needed to put words in order.
    private static func rarity(_ found: Double, of letters: Double) -> Double {
        var bits = 1.0
        var rest = letters / found
        while rest > 2 {
            rest /= 2
            bits += 1
        }
        return bits + rest / 2
    }

    /// How often each word of four letters or more stands there; in the title and the asks it counts for more.
    private static func counts(_ words: LetterWords) -> [String: Int] {
        var counts: [String: Int] = [:]
        for (text, weight) in [(words.body, 1), (words.asks, 2), (words.title, 4)] {
            let plain = TextFolding.folded(text).lowercased().unicodeScalars
            for word in plain.split(whereSeparator: { !MatchExpression.isWordPart($0) }) {
                guard word.count > 3, word.contains(where: \.properties.isAlphabetic) else { continue }
                counts[String(word), default: 0] += weight
            }
        }
        return counts
    }
}
