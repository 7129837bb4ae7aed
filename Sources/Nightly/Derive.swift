import Archiving
import Correspondence
import Definitions
import Foundation
import Indexing
import Relating
import Reporting

/// Makes what follows from the archive alone: relations, index, timeline, the counts of the report. An archive that
/// did not change is left alone, and so is what follows from it.
func derive(on desk: Desk, settings: NightSettings, into report: inout NightReport) throws {
    let archive = desk.archive
    // An archive without letters has a manifest too.
    try archive.finish([])
    guard let fingerprint = try archive.fingerprint() else { return }
    settings.report(NightProgress(step: .index, done: 0, total: 0, failures: 0))
    _ = try LetterIndex.bringUpToDate(
        desk.workspace.output.appendingPathComponent(LetterIndex.path),
        with: archive.indexSource(fingerprint: fingerprint))
    settings.report(NightProgress(step: .timeline, done: 0, total: 0, failures: 0))
    try desk.derivation(of: fingerprint).bringUpToDate(into: &report)
}

extension Desk {
    fileprivate func derivation(of fingerprint: String) -> Derivation {
        Derivation(desk: self, archiveFingerprint: fingerprint)
    }
}

/// The timeline and the counts, made in one pass over the archive and remembered with its fingerprint.
private struct Derivation {
    /// What the last pass found; kept so that a quiet night need not read the archive.
    struct Remembered: Codable {
        var fingerprint: String
        var letters: Int
        var topics: [NightReport.Count]
        var agencies: [NightReport.Count]
    }

    let desk: Desk
    let archiveFingerprint: String

    func bringUpToDate(into report: inout NightReport) throws {
        let file = desk.workspace.output.appendingPathComponent("cache/derived.json")
        let remembered = remembered(in: file)
        let current: Remembered
        if let remembered, remembered.fingerprint == fingerprint, isThere {
            current = remembered
        } else {
            current = try derive()
            try replaceIfChanged(file, with: CanonicalJSON.document(current))
        }
        report.letters = current.letters
        report.topics = current.topics
        report.agencies = current.agencies
    }

    /// Of everything that the timeline depends on.
    private var fingerprint: String {
        let configuration = desk.workspace.configuration
        return desk.definitions.derivedFingerprint(archive: archiveFingerprint, locale: configuration.locale)
    }

    private func remembered(in file: URL) -> Remembered? {
        do {
            return try JSONDecoder().decode(Remembered.self, from: Data(contentsOf: file))
        } catch {
            // Not there, or not ours: it is made again.
            return nil
        }
    }

    private var isThere: Bool {
        TimelineFormat.nightly.allSatisfy { FileManager.default.fileExists(atPath: place(of: $0).path) }
    }

    private func place(of format: TimelineFormat) -> URL {
        desk.workspace.output.appendingPathComponent("timeline/\(format.fileName)")
    }

    private func derive() throws -> Remembered {
        let letters = try StandingLetters(desk.archive)
        var question = TimelineQuestion()
        question.dateStyle = desk.workspace.configuration.locale == "en-US" ? .monthFirst : .dayFirst
        let timeline = timeline(
            of: letters, question: question,
            context: TimelineContext(
                agencies: desk.definitions.agencies, topicNames: desk.definitions.topicNames,
                program: desk.definitions.provenance.program, archive: archiveFingerprint))
        try letters.tally.rethrow()
        for format in TimelineFormat.nightly {
            try replaceIfChanged(place(of: format), with: Data(try format.render(timeline).utf8))
        }
        return Remembered(
            fingerprint: fingerprint, letters: letters.tally.letters,
            topics: Self.ranked(letters.tally.topics), agencies: Self.ranked(letters.tally.agencies))
    }

    /// Most frequent first, then by id.
    private static func ranked(_ counts: [String: Int]) -> [NightReport.Count] {
        counts.map { NightReport.Count(id: $0.key, letters: $0.value) }
            .sorted { ($1.letters, $0.id) < ($0.letters, $1.id) }
    }
}

extension Archive {
    /// The archive as the index reads it.
    public func indexSource(fingerprint: String) -> IndexSource {
        IndexSource(
            fingerprint: fingerprint,
            manifest: {
                let reader = Box(try manifest())
                return { try reader.next() }
            },
            letter: { try read($0) }, relations: { try relations() })
    }
}

/// Lets a closure hold a reader that cannot be copied.
private final class Box {
    private var reader: Archive.ManifestReader

    init(_ reader: consuming Archive.ManifestReader) { self.reader = reader }

    func next() throws -> ManifestEntry? { try reader.next() }
}
