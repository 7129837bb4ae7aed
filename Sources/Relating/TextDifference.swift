import Correspondence

/// What two letters' texts have in common and where they part, sentence by sentence.
public struct TextDifference: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable {
        case same, removed, added
        /// One sentence, altered: `words` says where.
        case changed
    }

    /// Words in a row that are of one kind.
    public struct Words: Sendable, Hashable, Codable {
        public var kind: Kind
        public var text: String
    }

    /// A sentence. `removed` stands in the first letter only, `added` in the second only.
    public struct Part: Sendable, Hashable, Codable {
        public var kind: Kind
        public var text: String
        /// Pages in the first and in the second letter.
        public var page: Int?
        public var otherPage: Int?
        public var words: [Words]?
    }

    public var parts: [Part]

    /// - Parameters:
    ///   - pages: of the first letter.
    ///   - others: of the second.
    public init(_ pages: [Page], _ others: [Page]) {
        let sentences = LetterSentence.all(of: pages)
        let otherSentences = LetterSentence.all(of: others)
        parts = []
        for run in AlignedRuns(sentences.map(\.key), otherSentences.map(\.key)).runs {
            switch run {
            case .same(let one, let other):
                parts += zip(sentences[one], otherSentences[other]).map { sentence, other in
                    Part(kind: .same, text: sentence.text, page: sentence.page, otherPage: other.page)
                }
            case .different(let one, let other):
                parts += Self.parts(sentences[one], otherSentences[other])
            }
        }
    }

    /// Altered sentences are paired in order, each with the next that has half of its words; others stand alone.
    private static func parts(
        _ removed: ArraySlice<LetterSentence>, _ added: ArraySlice<LetterSentence>
    ) -> [Part] {
        var parts: [Part] = []
        var rest = added
        for sentence in removed {
            guard let match = rest.firstIndex(where: { isAlike(sentence, $0) }) else {
                parts.append(Part(kind: .removed, text: sentence.text, page: sentence.page))
                continue
            }
            parts += rest[..<match].map { Part(kind: .added, text: $0.text, otherPage: $0.page) }
            let other = rest[match]
            parts.append(
                Part(
                    kind: .changed, text: sentence.text, page: sentence.page, otherPage: other.page,
                    words: words(sentence.text, other.text)))
            rest = rest[(match + 1)...]
        }
        return parts + rest.map { Part(kind: .added, text: $0.text, otherPage: $0.page) }
    }

    private static func isAlike(_ one: LetterSentence, _ other: LetterSentence) -> Bool {
        let words = Set(one.words)
        let common = other.words.count(where: words.contains)
        return common * 2 >= max(one.words.count, other.words.count)
    }

    private static func words(_ one: String, _ other: String) -> [Words] {
        let from = one.split(separator: " ")
        let to = other.split(separator: " ")
        var words: [Words] = []
        for run in AlignedRuns(from, to).runs {
            switch run {
            case .same(let range, _):
                words.append(Words(kind: .same, text: from[range].joined(separator: " ")))
            case .different(let removed, let added):
                if !removed.isEmpty {
                    words.append(Words(kind: .removed, text: from[removed].joined(separator: " ")))
                }
                if !added.isEmpty {
                    words.append(Words(kind: .added, text: to[added].joined(separator: " ")))
                }
            }
        }
        return words
    }
}

/// Two sequences side by side: what is the same in both, and what stands between (Myers' difference).
struct AlignedRuns {
    enum Run: Hashable {
        case same(Range<Int>, Range<Int>)
        case different(Range<Int>, Range<Int>)
    }

    private(set) var runs: [Run] = []
    /// Myers' algorithm costs length times difference: beyond this, only equal beginnings and ends are aligned.
    private static let longest = 6_000

    init<Item: Hashable>(_ one: [Item], _ other: [Item]) {
        let front = zip(one, other).prefix { $0 == $1 }.count
        let back = zip(one.dropFirst(front).reversed(), other.dropFirst(front).reversed())
            .prefix { $0 == $1 }.count
        append(.same(0..<front, 0..<front))
        align(one, front..<(one.count - back), other, front..<(other.count - back))
        append(.same((one.count - back)..<one.count, (other.count - back)..<other.count))
    }

    private mutating func append(_ run: Run) {
        switch run {
        case .same(let a, let b), .different(let a, let b): if a.isEmpty, b.isEmpty { return }
        }
        runs.append(run)
    }

    private mutating func align<Item: Hashable>(
        _ one: [Item], _ range: Range<Int>, _ other: [Item], _ otherRange: Range<Int>
    ) {
        guard range.count + otherRange.count <= Self.longest else {
            append(.different(range, otherRange))
            return
        }
        let difference = other[otherRange].difference(from: one[range])
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(range.lowerBound + offset)
            case .insert(let offset, _, _): added.insert(otherRange.lowerBound + offset)
            }
        }
        var (a, b) = (range.lowerBound, otherRange.lowerBound)
        while a < range.upperBound || b < otherRange.upperBound {
            let (fromA, fromB) = (a, b)
            while removed.contains(a) { a += 1 }
            while added.contains(b) { b += 1 }
            append(.different(fromA..<a, fromB..<b))
            let (sameA, sameB) = (a, b)
            while a < range.upperBound, b < otherRange.upperBound, !removed.contains(a), !added.contains(b) {
                a += 1
                b += 1
            }
            append(.same(sameA..<a, sameB..<b))
        }
    }
}
