import Archiving
import Correspondence
import Definitions
import Foundation
import Indexing
import Relating
import Reporting

/// Makes what follows from the archive alone: relations, index, timeline, the counts of the report. An archive that
/// did not change is left alone, and so is what follows from it.
///
/// - Parameter changes: what tonight changed, where nothing else can have; nil where it cannot be told.
func derive(
    on desk: Desk, changes: NightChanges?, settings: NightSettings, into report: inout NightReport
) throws {
    // An archive without letters has a manifest too.
    try desk.archive.finish([])
    try desk.archive.noteFingerprint()
    let file = desk.workspace.output.appendingPathComponent("cache/derived.json")
    var derived = Derived.remembered(in: file)
    let isCurrent = try derived?.fingerprint == desk.derivedFingerprint() && desk.hasTimeline
    var related: [String: [Relation]]?
    if !isCurrent {
        settings.report(NightProgress(step: .relations, done: 0, total: 0, failures: 0))
        related = try relateLetters(on: desk)
        try desk.archive.noteFingerprint()
    }
    settings.report(NightProgress(step: .index, done: 0, total: 0, failures: 0))
    let index = try desk.index(changes, related)
    if !isCurrent {
        settings.report(NightProgress(step: .timeline, done: 0, total: 0, failures: 0))
        try desk.writeTimeline(index)
        derived = Derived(try index.census(), fingerprint: try desk.derivedFingerprint())
        try replaceIfChanged(file, with: CanonicalJSON.document(derived))
    }
    report.letters = derived?.letters ?? 0
    report.topics = derived?.topics ?? []
    report.agencies = derived?.agencies ?? []
}

/// What a night changed in the archive.
struct NightChanges {
    /// The archive's fingerprint before; nil where there was none.
    var since: String?
    /// Ids of letters with new records.
    var letters: Set<String>
}

/// What the last pass over the archive counted, kept so that a quiet night need not read it.
private struct Derived: Codable {
    var fingerprint: String
    var letters: Int
    var topics: [NightReport.Count]
    /// Agencies addressed.
    var agencies: [NightReport.Count]

    init(_ census: LetterIndex.Census, fingerprint: String) {
        self.fingerprint = fingerprint
        letters = census.letters
        topics = Self.ranked(census.topics)
        agencies = Self.ranked(census.agencies)
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

    /// The index, in step with the archive.
    ///
    /// - Parameter related: letters whose relations changed; nil where that is not known.
    fileprivate func index(_ changes: NightChanges?, _ related: [String: [Relation]]?) throws -> LetterIndex {
        let file = workspace.output.appendingPathComponent(LetterIndex.path)
        var source = archive.indexSource(fingerprint: try archive.fingerprint() ?? "")
        if let changes, let since = changes.since, var related {
            for id in changes.letters where related[id] == nil {
                related[id] = try archive.relations(of: id) ?? []
            }
            source.changes = IndexSource.Changes(
                since: since, entered: try archive.entries(of: changes.letters), relations: related)
        }
        _ = try LetterIndex.bringUpToDate(file, with: source)
        return try LetterIndex(reading: file)
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
