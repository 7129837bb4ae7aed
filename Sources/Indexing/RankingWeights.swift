/// How much more a word counts in one part of a letter than in another, as BM25 weighs columns.
public struct RankingWeights: Sendable, Hashable {
    public var body: Double
    /// Title and subject.
    public var title: Double
    public var asks: Double
    /// Margins, links, the document's own words.
    public var other: Double

    public init(body: Double, title: Double, asks: Double, other: Double) {
        self.body = body
        self.title = title
        self.asks = asks
        self.other = other
    }

    /// What searches use: chosen on one half of sixty judged questions (`RankingBenchmark`), held on the other.
    public static let standard = RankingWeights(body: 1, title: 16, asks: 2, other: 0.5)

    /// In the order of the word list's columns.
    var score: String { "bm25(letter_words, \(body), \(title), \(asks), \(other))" }
}
