// TimelineBenchmark FOLDER [LETTERS…]: makes timelines of letters that nobody wrote and says what each step took.
//
//     swift run -c release --package-path Tests/Benchmarks TimelineBenchmark /tmp/timelines 5000 100000
//
// The pages stay in FOLDER; `Tests/Benchmarks/filter-time.py` measures there how soon a filter answers in a browser.

import Correspondence
import Foundation
import Reporting
import SyntheticLetters

let arguments = CommandLine.arguments.dropFirst()
guard let place = arguments.first else {
    say("usage: TimelineBenchmark FOLDER [LETTERS…]")
    exit(64)
}
let folder = URL(fileURLWithPath: place, isDirectory: true)
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
let counts = arguments.dropFirst().compactMap { Int($0) }
for count in counts.isEmpty ? [5_000, 100_000] : counts {
    let letters = SyntheticArchive(count: count)
    let facts = measured("\(count) letters: their facts") {
        (0..<count).map { TimelineFacts(letters.letter($0)) }
    }
    let made = measured("\(count) letters: timeline") { timeline(ofFacts: facts) }
    let pages = TimelinePages(of: made)
    let page = measured("\(count) letters: HTML") { pages.page(made) }
    try Data(page.utf8).write(to: folder.appendingPathComponent("timeline-\(count).html"))
    say("    \(page.utf8.count / 1_000) kB, \(pages.periods.count) pages of periods")
    guard let period = pages.periods.max() else { continue }
    var question = TimelineQuestion()
    (question.from, question.to) = (EDTFDate(period), EDTFDate(period))
    let part = measured("\(count) letters: the page of \(period)") {
        pages.page(timeline(ofFacts: facts, question: question), period: period)
    }
    try Data(part.utf8).write(to: folder.appendingPathComponent("timeline-\(count)-\(period).html"))
    say("    \(part.utf8.count / 1_000) kB")
}

/// Does something and prints the processor's seconds, and the most memory that the process has had so far.
func measured<Value>(_ name: String, _ work: () -> Value) -> Value {
    let before = usage()
    let value = work()
    let after = usage()
    say(
        String(
            format: "%@ %8.2f CPU-s  peak so far %5.0f MiB", name, after.seconds - before.seconds, after.peak)
    )
    return value
}

func usage() -> (seconds: Double, peak: Double) {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let micro = Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)
    // In KiB on Linux, getrusage(2).
    return (
        Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + micro / 1e6, Double(usage.ru_maxrss) / 1_024
    )
}

/// At once, wherever the output goes: a run takes minutes.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
