import Archiving
import Correspondence
import Foundation
import Planning
import Relating
import Working

/// Originals after which their records are made durable and remembered: an eighth of those that are done, between 500
/// and 20,000. A night that is cut off loses at most the work on so many. Each batch writes the manifest anew, so that a
/// million letters in batches of 500 would write it two thousand times.
private func batchSize(after done: Int) -> Int { max(500, min(done / 8, 20_000)) }

/// Works through the plan, batch by batch, with as many workers as there are jobs; records are written as they come, and
/// what is only ever appended to, in the order of their ids at the end of each batch.
///
/// - Throws: what makes it pointless to go on: a disk that is full, an archive that cannot be written.
func processAll(
    _ work: [Work], known: [String: KnownOriginal], on desk: Desk, ocr: OCR?, settings: NightSettings,
    into report: inout NightReport
) async throws {
    let configuration = desk.workspace.configuration
    let processing = Processing(
        originals: OriginalReader(
            corpus: desk.workspace.corpus.path, sizeLimit: configuration.sizeLimit << 20),
        archive: desk.archive, cache: desk.cache, custody: desk.custody, definitions: desk.definitions,
        reading: Reading(
            ocr: ocr, cache: ocr.map { OCRCache(in: desk.workspace.output, version: $0.version) },
            settings: desk.definitions.extraction))
    let workers = (0..<max(1, min(settings.jobs(in: configuration), work.count))).map { _ in
        ExtractionWorker(
            program: settings.program, limits: WorkerLimits(configuration),
            settings: desk.definitions.extraction)
    }
    guard !work.isEmpty else { return }
    var recorder = try Recorder(
        desk: desk, day: String(settings.started.prefix(10)),
        noted: Set((report.new + report.changed).map(\.id)))
    var rest = work[...]
    while !rest.isEmpty {
        var waiting = rest.prefix(batchSize(after: recorder.count))
        rest = rest.dropFirst(waiting.count)
        try await withThrowingTaskGroup(of: (Int, Processed).self) { group in
            func begin(_ slot: Int) {
                guard let next = waiting.popFirst() else { return }
                let before = known[next.original.sha256]
                let worker = workers[slot]
                group.addTask { (slot, await processing.process(next, known: before, worker: worker)) }
            }
            for slot in workers.indices { begin(slot) }
            while let (slot, processed) = try await group.next() {
                begin(slot)
                try recorder.record(processed, into: &report)
                settings.report(
                    NightProgress(
                        step: .letters, done: recorder.count, total: work.count,
                        failures: report.quarantined.count))
            }
        }
        try recorder.finishBatch()
    }
    report.sort()
}

/// Writes what was processed: records and cache at once, manifest and memory in batches.
private struct Recorder {
    let desk: Desk
    /// ISO 8601.
    let day: String
    /// Letters of the night's earlier rounds, of which the report tells already: they may learn of a further path of
    /// their original.
    private let noted: Set<String>
    /// Letters that have a tombstone; what becomes of their records tonight does not tell it any more.
    private let withdrawn: Set<String>
    private(set) var count = 0
    private var entries: [ManifestEntry] = []
    /// Letters that their originals no longer give.
    private var lost: [Letter] = []
    private var originals: [KnownOriginal] = []
    private var lifted: [String] = []
    private var changed: [LetterFacts] = []

    init(desk: Desk, day: String, noted: Set<String>) throws {
        self.desk = desk
        self.day = day
        self.noted = noted
        withdrawn = try desk.tombstones.ids()
    }

    mutating func record(_ processed: Processed, into report: inout NightReport) throws {
        count += 1
        let sha256 = processed.work.original.sha256
        if desk.definitions.corrections.isWithheld(from: sha256) {
            try desk.cache.forget(sha256)
        } else if let extraction = processed.extraction {
            try desk.cache.keep(extraction, of: sha256)
        }
        switch processed.result {
        case .success(let letters): try record(letters, of: processed, into: &report)
        case .failure(let error): try record(error, of: processed, into: &report)
        }
    }

    private mutating func record(
        _ letters: [Letter], of processed: Processed, into report: inout NightReport
    ) throws {
        for letter in letters {
            let (entry, isChanged) = try desk.archive.write(letter)
            entries.append(entry)
            if withdrawn.contains(letter.id) { lifted.append(letter.id) }
            guard isChanged else { continue }
            let before = processed.before.first { $0.id == letter.id }
            if !noted.contains(letter.id) { report.note(letter, before: before, work: processed.work) }
            changed.append(LetterFacts(letter))
        }
        let ids = Set(letters.map(\.id))
        try lose(
            processed.before.filter { !ids.contains($0.id) },
            "its original is divided into other letters now",
            into: &report)
        try remember(processed, outcome: .archived(letters.map(\.id)))
    }

    private mutating func record(
        _ error: ProcessingError, of processed: Processed, into report: inout NightReport
    ) throws {
        report.quarantined.append(
            NightReport.Failure(
                path: processed.work.original.paths.first ?? "", sha256: processed.work.original.sha256,
                reason: error.description, isNew: true))
        if case .original(.changed) = error {
            try desk.memory.doubt(
                processed.work.original.paths.flatMap { [$0, OriginalPath($0).file] })
        }
        // Its letters stand, and nothing is remembered of it.
        guard error.isOfTheBytes else { return }
        try lose(processed.before, "its original cannot be processed any more: \(error)", into: &report)
        try remember(processed, outcome: .failed(reason: error.description))
    }

    /// What an earlier night made of an original stays as a tombstone.
    private mutating func lose(_ letters: [Letter], _ reason: String, into report: inout NightReport) throws {
        for var letter in letters {
            guard letter.withdrawn == nil else {
                // A night that was cut off may not have come to enter it in the manifest.
                entries.append(try desk.archive.write(letter).entry)
                continue
            }
            letter.withdrawn = Withdrawal(since: day, reason: reason)
            lost.append(letter)
            report.withdrawn.append(NightReport.Entry(letter))
        }
    }

    private mutating func remember(_ processed: Processed, outcome: KnownOriginal.Outcome) throws {
        let isFailure = if case .failed = outcome { true } else { false }
        originals.append(
            KnownOriginal(
                sha256: processed.work.original.sha256, outcome: outcome,
                fingerprints: desk.definitions.fingerprints, paths: processed.work.original.paths,
                circumstances: isFailure
                    ? desk.limits
                    : try desk.circumstances(of: processed.work.original.sha256),
                attachments: processed.attachments))
    }

    /// Records first, then the manifest, then the memory: whatever is remembered is on disk.
    mutating func finishBatch() throws {
        guard !originals.isEmpty || !entries.isEmpty else { return }
        try desk.tombstones.lift(lifted.sorted(), on: day)
        try desk.setTombstones(lost.sorted { $0.id < $1.id })
        try desk.archive.finish(entries)
        try desk.memory.remember(changed, version: relatingVersion)
        try desk.memory.remember(originals)
        (entries, lost, originals, lifted, changed) = ([], [], [], [], [])
    }
}

extension NightReport {
    mutating func note(_ letter: Letter, before: Letter?, work: Work) {
        var entry = Entry(letter, from: "\(work.from)")
        if let before {
            let (had, has) = (before.topics.map(\.id), letter.topics.map(\.id))
            entry.topicsAdded = has.filter { !had.contains($0) }
            entry.topicsRemoved = had.filter { !has.contains($0) }
            changed.append(entry)
        } else {
            new.append(entry)
        }
        findings += letter.findings.map { Noted(id: letter.id, finding: $0) }
    }

    /// Letters come as they are ready; a report lists them by path.
    mutating func sort() {
        new.sort { ($0.path, $0.id) < ($1.path, $1.id) }
        changed.sort { ($0.path, $0.id) < ($1.path, $1.id) }
        quarantined.sort { $0.path < $1.path }
        let order = Dictionary(uniqueKeysWithValues: (new + changed).enumerated().map { ($1.id, $0) })
        let ranked = findings.enumerated().sorted {
            (order[$0.element.id] ?? 0, $0.offset) < (order[$1.element.id] ?? 0, $1.offset)
        }
        findings = ranked.map(\.element)
    }
}
