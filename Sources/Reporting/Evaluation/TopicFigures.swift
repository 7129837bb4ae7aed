import Foundation

/// How well topics were given, for each topic and together, with intervals.
public struct TopicFigures: Sendable, Hashable, Codable {
    public struct Row: Sendable, Hashable, Codable {
        /// `all` for all topics together.
        public var topic: String
        public var right: Int
        public var extra: Int
        public var missed: Int
        public var precision: Double
        public var recall: Double
        public var f1: Double
        /// Between these lie 95 of 100 samples of documents, drawn again from these documents.
        public var low: Double
        public var high: Double
    }

    /// A document with topics other than a reader gave it.
    public struct Difference: Sendable, Hashable, Codable {
        public var path: String
        public var extra: [String]
        public var missed: [String]
    }

    public private(set) var rows: [Row] = []
    public private(set) var differences: [Difference] = []
    /// Labelled documents that have no record; they count as documents without topics.
    public private(set) var missing: [String] = []

    /// - Parameters:
    ///   - found: ids by the label's path.
    ///   - samples: how many to draw for the intervals; always the same ones.
    public init(_ labels: [TopicLabel], found: [String: Set<String>], samples: Int = 1_000) {
        missing = labels.map(\.path).filter { found[$0] == nil }
        let given = labels.map { found[$0.path] ?? [] }
        for (label, given) in zip(labels, given) where label.topics != given {
            differences.append(
                Difference(
                    path: label.path, extra: given.subtracting(label.topics).sorted(),
                    missed: label.topics.subtracting(given).sorted()))
        }
        let topics = labels.reduce(into: Set<String>()) { $0.formUnion($1.topics) }
            .union(given.reduce(into: Set<String>()) { $0.formUnion($1) })
        for topic in topics.sorted() {
            let counts = zip(labels, given).map {
                Count(wanted: $0.topics.intersection([topic]), found: $1.intersection([topic]))
            }
            rows.append(Row(topic, counts, samples: samples))
        }
        rows.append(
            Row("all", zip(labels, given).map { Count(wanted: $0.topics, found: $1) }, samples: samples))
    }
}

/// Of one document or of many.
private struct Count {
    var right = 0
    var extra = 0
    var missed = 0

    init() {}

    init(wanted: Set<String>, found: Set<String>) {
        right = wanted.intersection(found).count
        extra = found.subtracting(wanted).count
        missed = wanted.subtracting(found).count
    }

    static func += (total: inout Count, one: Count) {
        total.right += one.right
        total.extra += one.extra
        total.missed += one.missed
    }

    var score: Score { .sets(right: right, extra: extra, missed: missed) }
}

extension TopicFigures.Row {
    fileprivate init(_ topic: String, _ counts: [Count], samples: Int) {
        var total = Count()
        for count in counts { total += count }
        let score = total.score
        self.init(
            topic: topic, right: total.right, extra: total.extra, missed: total.missed,
            precision: score.precision, recall: score.recall, f1: score.figure, low: score.figure,
            high: score.figure)
        guard !counts.isEmpty, samples > 0 else { return }
        var numbers = SampleNumbers()
        let figures = (0..<samples).map { _ in
            var sample = Count()
            for _ in counts { sample += counts[numbers.next(below: counts.count)] }
            return sample.score.figure
        }.sorted()
        low = figures[samples * 25 / 1_000]
        high = figures[min(samples - 1, samples * 975 / 1_000)]
    }
}

/// The same numbers each time: SplitMix64, from a fixed seed.
private struct SampleNumbers {
    private var state: UInt64 = 20_200_531

    mutating func next(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
}
