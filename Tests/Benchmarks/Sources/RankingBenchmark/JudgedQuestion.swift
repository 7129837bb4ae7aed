import Correspondence
import Foundation
import Indexing

/// A question, an index that has letters which answer it, and how well each does.
struct JudgedQuestion {
    var text: String
    var grades: [String: Double]
    var index: LetterIndex

    /// One question a line: its words, a tab, `3f9a1c20:2 …`.
    static func read(_ file: String, in indexes: [LetterIndex]) throws -> [JudgedQuestion] {
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        return try lines.filter { !$0.hasPrefix("#") }.compactMap { line in
            let parts = line.split(separator: "\t")
            guard parts.count == 2 else { return nil }
            let pairs = parts[1].split(separator: " ").compactMap { pair -> (String, Double)? in
                let halves = pair.split(separator: ":")
                return halves.count == 2 ? Double(halves[1]).map { (String(halves[0]), $0) } : nil
            }
            guard let first = pairs.first else { return nil }
            let index = try indexes.first { try $0.ids(LetterQuery(.letter(first.0))).count > 0 }
            guard let index else { return nil }
            return JudgedQuestion(
                text: String(parts[0]), grades: Dictionary(pairs, uniquingKeysWith: max), index: index)
        }
    }

    /// Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002).
    func gain(_ weights: RankingWeights) throws -> Double {
        let query = LetterQuery(try readQuery(text), sort: .relevance, limit: 10)
        let found = try index.ids(query, weights: weights).map { grades[String($0.prefix(8))] ?? 0 }
        return Self.discounted(found) / Self.discounted(grades.values.sorted(by: >).prefix(10).map { $0 })
    }

    private static func discounted(_ grades: [Double]) -> Double {
        grades.enumerated().map { (exp2($0.element) - 1) / log2(Double($0.offset) + 2) }.reduce(0, +)
    }
}

/// Where the mean lies, as resampling the questions says.
enum Bootstrap {
    static func interval(_ values: [Double], rounds: Int = 10_000) -> (low: Double, high: Double) {
        guard !values.isEmpty else { return (0, 0) }
        var state: UInt64 = 42
        let means = (0..<rounds).map { _ in
            (0..<values.count).reduce(0.0) { sum, _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return sum + values[Int((state >> 33) % UInt64(values.count))]
            } / Double(values.count)
        }.sorted()
        return (means[rounds / 40], means[rounds - 1 - rounds / 40])
    }
}
