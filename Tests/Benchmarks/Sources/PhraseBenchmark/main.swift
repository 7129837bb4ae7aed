import Foundation
import Scanning

// How fast phrases are found: PhraseBenchmark FILE [PHRASES]
//
// FILE is any large text, for instance `letterbook export --format jsonl`. The phrases are taken from the text itself, at
// even distances, so that they do stand in it.
let arguments = CommandLine.arguments
guard arguments.count > 1, let data = FileManager.default.contents(atPath: arguments[1]) else {
    FileHandle.standardError.write(Data("usage: PhraseBenchmark FILE [PHRASES]\n".utf8))
    exit(64)
}
let count = arguments.count > 2 ? Int(arguments[2]) ?? 1_000 : 1_000
let text = String(decoding: data, as: UTF8.self)
let words = text.split(whereSeparator: \.isWhitespace)
let step = max(1, words.count / count)
let phrases = stride(from: 0, to: max(0, words.count - 3), by: step).prefix(count).map {
    words[$0..<$0 + 3].joined(separator: " ")
}

func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
func show(_ what: String, _ seconds: Double) {
    print(what + String(format: ": %.2f CPU-s, %.0f MB/s", seconds, Double(data.count) / 1e6 / seconds))
}

let matcher = PhraseMatcher(phrases)
var start = processorSeconds()
let normalized = NormalizedText(text)
show("normalising \(data.count / 1_000_000) MB", processorSeconds() - start)
start = processorSeconds()
let found = matcher.matches(in: normalized).count
show("\(phrases.count) phrases, \(found) matches", processorSeconds() - start)
