import Correspondence
import Foundation
import Indexing
import SyntheticLetters

/// Build time, memory, size and latencies of the index over made-up letters.
///
///     swift run -c release --package-path Tests/Benchmarks IndexBenchmark 1000 10000 100000 1000000
///
/// Several counts are run one after another. `FOLDER=…` says where; it is emptied before, and kept. `SOURCE=made`
/// makes each letter when it is read, so that a million needs no 13 GB of records. `STEPS=write,build,query,night`
/// runs some of the steps; `texts` writes what `index-peers.py` reads.
let counts = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let place = ProcessInfo.processInfo.environment["FOLDER"] ?? "/tmp/letterbook-index-benchmark"
let steps = ProcessInfo.processInfo.environment["STEPS"]?.split(separator: ",").map(String.init)

let isMade = ProcessInfo.processInfo.environment["SOURCE"] == "made"

/// At once, so that a long run can be watched.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

func isWanted(_ step: String) -> Bool { steps?.contains(step) ?? (step != "texts") }

func run(_ count: Int) throws {
    let folder = URL(fileURLWithPath: place).appendingPathComponent("\(count)", isDirectory: true)
    let work = Workplace(folder: folder, letters: SyntheticArchive(count: count), isMade: isMade)
    say("\(count) letters")
    // A hundred letters arrive in the last night.
    let night = Set((0..<100).map { $0 * (count / 100) })
    if isWanted("write"), !isMade {
        if FileManager.default.fileExists(atPath: folder.path) {
            try FileManager.default.removeItem(at: folder)
        }
        let (_, cost) = try Measurement.of { try work.writeArchive(leavingOut: night.contains) }
        report("archive written", cost)
    }
    if isWanted("build") {
        let (_, cost) = try Measurement.of {
            try LetterIndex.bringUpToDate(
                work.index, with: work.source(leavingOut: night.contains), rebuild: true)
        }
        report("index built", cost)
        let text = Double(work.textBytes())
        let size = Double(work.indexBytes)
        say(
            String(
                format: "  text %.1f MB, index %.1f MB, %.2f times the text", text / 1e6, size / 1e6,
                size / text))
    }
    if isWanted("texts") { try work.writeTexts() }
    if isWanted("query") { try measureQueries(work) }
    if isWanted("night") {
        let (_, none) = try Measurement.of {
            try LetterIndex.bringUpToDate(work.index, with: work.source(leavingOut: night.contains))
        }
        report("nothing new", none)
        if !isMade { try work.add(night.sorted()) }
        let (change, added) = try Measurement.of {
            try LetterIndex.bringUpToDate(work.index, with: work.source())
        }
        report("100 letters entered (\(change))", added)
    }
}

func report(_ name: String, _ cost: Measurement) {
    say("  " + name.padding(toLength: 40, withPad: " ", startingAt: 0) + cost.line)
}

func measureQueries(_ work: Workplace) throws {
    let index = try LetterIndex(reading: work.index)
    say(
        "  " + "".padding(toLength: 38, withPad: " ", startingAt: 0)
            + "  CPU p50      p95 wall p50      p95  ms")
    for sort in try QueryClass.all(work.letters) {
        var latencies = Latencies()
        var found = 0
        for (round, query) in (sort.queries.prefix(1) + sort.queries).enumerated() {
            var sample = Latencies()
            try sample.add {
                if sort.countsFacets {
                    _ = try index.counts(by: Facet.allCases, query, limit: 20)
                } else {
                    found = max(found, try index.search(query, reading: work.letter).total)
                }
            }
            // The first one warms up.
            guard round > 0 else { continue }
            latencies.wall += sample.wall
            latencies.processor += sample.processor
        }
        say("  " + latencies.line(sort.name) + (found > 0 ? "  up to \(found) found" : ""))
    }
}

for count in counts { try run(count) }
