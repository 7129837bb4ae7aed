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
    // An archive without letters has a manifest too.
    try desk.archive.finish([])
    let file = desk.workspace.output.appendingPathComponent("cache/derived.json")
    var derived = Derived.remembered(in: file)
    if derived?.fingerprint != (try desk.derivedFingerprint()) || !desk.hasTimeline {
        settings.report(NightProgress(step: .relations, done: 0, total: 0, failures: 0))
        try relateLetters(on: desk)
        settings.report(NightProgress(step: .timeline, done: 0, total: 0, failures: 0))
        let counts = try desk.writeTimeline()
        derived = Derived(counts, fingerprint: try desk.derivedFingerprint())
        try replaceIfChanged(file, with: CanonicalJSON.document(derived))
    }
    settings.report(NightProgress(step: .index, done: 0, total: 0, failures: 0))
    _ = try LetterIndex.bringUpToDate(
        desk.workspace.output.appendingPathComponent(LetterIndex.path),
        with: desk.archive.indexSource(fingerprint: try desk.archive.fingerprint() ?? ""))
    report.letters = derived?.letters ?? 0
    report.topics = derived?.topics ?? []
    report.agencies = derived?.agencies ?? []
}

/// What the last pass over the archive counted, kept so that a quiet night need not read it.
private struct Derived: Codable {
    var fingerprint: String
    var letters: Int
    var topics: [NightReport.Count]
    /// Agencies addressed.
    var agencies: [NightReport.Count]

    init(_ tally: StandingLetters.Tally, fingerprint: String) {
        self.fingerprint = fingerprint
        letters = tally.letters
        topics = Self.ranked(tally.topics)
        agencies = Self.ranked(tally.agencies)
    }

    /// Nil where there is none, or none that can be read: then it is made again.
    static func remembered(in file: URL) -> Derived? {
        do {
            return try JSONDecoder().decode(Derived.self, from: Data(contentsOf: file))
        } catch {
            return nil
        }
    }

    /// Most frequent first, then by id.
    private static func ranked(_ counts: [String: Int]) -> [NightReport.Count] {
        counts.map { NightReport.Count(id: $0.key, letters: $0.value) }
            .sorted { ($1.letters, $0.id) < ($0.letters, $1.id) }
    }
}

extension Desk {
    /// Of everything that relations, timeline and counts depend on.
    fileprivate func derivedFingerprint() throws -> String {
        try definitions.derivedFingerprint(
            archive: try archive.fingerprint() ?? "", locale: workspace.configuration.locale)
    }

    fileprivate var hasTimeline: Bool {
        TimelineFormat.nightly.allSatisfy { FileManager.default.fileExists(atPath: place(of: $0).path) }
    }

    private func place(of format: TimelineFormat) -> URL {
        workspace.output.appendingPathComponent("timeline/\(format.fileName)")
    }

    /// Writes the timeline of all letters that stand, and counts them on the way.
    fileprivate func writeTimeline() throws -> StandingLetters.Tally {
        let letters = try StandingLetters(archive)
        var question = TimelineQuestion()
        question.dateStyle = DateStyle(locale: workspace.configuration.locale)
        let timeline = timeline(
            of: letters, question: question,
            context: TimelineContext(
                agencies: definitions.agencies, topicNames: definitions.topicNames,
                program: definitions.provenance.program, archive: try archive.fingerprint(),
                events: definitions.events))
        try letters.tally.rethrow()
        for format in TimelineFormat.nightly {
            try replaceIfChanged(place(of: format), with: Data(try format.render(timeline).utf8))
        }
        return letters.tally
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
