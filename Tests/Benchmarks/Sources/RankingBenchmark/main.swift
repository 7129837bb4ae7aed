import Foundation
import Indexing

/// How well relevance puts letters in order: nDCG at 10 over sixty judged questions (`ranking.tsv`), beside plain BM25
/// over the text, with bootstrap intervals.
///
///     swift run -c release --package-path Tests/Benchmarks RankingBenchmark Tests/Benchmarks/ranking.tsv OUTPUT…
///
/// Each OUTPUT is a folder that a nightly wrote; questions are asked of all of them, and judged where their letters are.
let arguments = CommandLine.arguments.dropFirst()
guard let file = arguments.first, arguments.count > 1 else {
    print("usage: RankingBenchmark ranking.tsv OUTPUT…")
    exit(64)
}
let indexes = try arguments.dropFirst().map {
    try LetterIndex(reading: URL(fileURLWithPath: $0).appendingPathComponent(LetterIndex.path))
}
let questions = try JudgedQuestion.read(file, in: indexes)
let standard = RankingWeights.standard
let plain = RankingWeights(body: 1, title: 0, asks: 0, other: 0)

func say(_ name: String, _ gains: [Double], beside floor: [Double]) {
    let gained = zip(gains, floor).map { $0 - $1 }
    let (low, high) = Bootstrap.interval(gained)
    let title = name.padding(toLength: 34, withPad: " ", startingAt: 0)
    print(title + String(format: "%.3f   %+.3f (%+.3f to %+.3f)", mean(gains), mean(gained), low, high))
}

func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }

print("\(questions.count) questions                       nDCG@10  gain over plain BM25 (95 %)")
for (name, half) in [("all", 0), ("odd", 1), ("even", 2)] {
    let asked = questions.enumerated().filter { half == 0 || $0.offset % 2 == half - 1 }.map(\.element)
    let floor = try asked.map { try $0.gain(plain) }
    print("\(name): \(asked.count)")
    say("  plain BM25 over the text", floor, beside: floor)
    say("  as searches weigh", try asked.map { try $0.gain(standard) }, beside: floor)
    for title in [1.0, 2, 4, 8, 16, 32] {
        for asks in [1.0, 2, 4] {
            let weights = RankingWeights(body: 1, title: title, asks: asks, other: 0.5)
            say(
                "  title \(Int(title)), asks \(Int(asks))", try asked.map { try $0.gain(weights) },
                beside: floor)
        }
    }
}
