import Correspondence
import Foundation
import Reporting

/// Each set is read and scored once, whatever the number of tests that ask. With `LETTERBOOK_FIGURES` set, the figures
/// are printed, and the misses too where it is `misses`.
enum Evaluations {
    static let samples = Result {
        let folder = GoldFolders.samples
        let labels = try GoldLabel.read(GoldFolders.text("letters-gold.jsonl", in: folder))
        let reading = try Reading(pipeline: GoldFolders.root.appendingPathComponent("Pipeline"))
        let letters = reading.letters(of: labels.map(\.file), in: folder)
        let passages = try GoldPassages.read(GoldFolders.text("passages-gold.jsonl", in: folder))
        let scanned = Set(labels.filter(\.isScanned).map(\.file))
        var evaluation = Evaluation(labels, letters: letters, topics: reading.topics)
        evaluation.add(
            Evaluation(
                passages.filter { !scanned.contains($0.file) },
                texts: letters.mapValues { $0.pages.map(\.text) }))
        return shown(evaluation, "samples")
    }

    static let real = Result {
        guard let folder = GoldFolders.real else { throw Absent() }
        let reading = try Reading(pipeline: GoldFolders.root.appendingPathComponent("Pipeline"))
        let labels = try GoldLabel.read(GoldFolders.text("letters-gold.jsonl", in: folder))
        var evaluation = Evaluation(labels, letters: reading.letters(of: labels.map(\.file), in: folder))
        evaluation.add(try topics(in: folder, reading).renamed(from: "topics", to: "topics of documents"))
        return shown(evaluation, "real letters")
    }

    struct Absent: Error, CustomStringConvertible {
        var description: String { GoldFolders.absence }
    }

    /// The documents of the table of topics, letters and others.
    private static func topics(in folder: URL, _ reading: Reading) throws -> Evaluation {
        let labels = TopicLabel.read(try GoldFolders.text("topics-gold.tsv", in: folder)) ?? []
        let here = labels.filter {
            FileManager.default.fileExists(atPath: folder.appendingPathComponent($0.path).path)
        }
        let letters = reading.letters(of: here.map(\.path), in: folder)
        return Evaluation(here, found: letters.mapValues { Set($0.topics.map(\.id)) })
    }

    private static func shown(_ evaluation: Evaluation, _ name: String) -> Evaluation {
        let wish = ProcessInfo.processInfo.environment["LETTERBOOK_FIGURES"]
        if wish != nil { print("\(name)\n\(evaluation.table)") }
        if wish == "misses" { evaluation.misses.forEach { print($0) } }
        return evaluation
    }
}
