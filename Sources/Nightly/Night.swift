import Archiving
import Collecting
import Correspondence
import Definitions
import Foundation
import Planning
import Working

/// One night: what is new in the corpus becomes records, index and timeline, and the report says what changed.
///
/// Reads top to bottom. Everything that a night writes can be written again by the next one: it may be killed at
/// any moment.
///
/// - Throws: `DefinitionError` before anything is touched; `CorpusError`, `NightError`, `ArchiveError` where the
///   night as a whole cannot go on. One bad letter is never thrown: it is in the report and in quarantine.
public func runNight(_ workspace: Workspace, _ settings: NightSettings) async throws -> NightReport {
    let clock = ContinuousClock()
    let start = clock.now
    var report = NightReport(started: settings.started)

    let extraction = settings.extraction(in: workspace.configuration)
    let ocr = extraction.ocr == .never ? nil : await OCR(limits: WorkerLimits(workspace.configuration))
    var definitions = try NightDefinitions.load(workspace, extraction: extraction, reader: ocr?.version)
    report.collected = try await settings.collect(workspace)
    try definitions.addEvents(report.collected, in: workspace)
    let desk = try Desk(workspace, definitions: definitions)
    let custody = try desk.custody.changes()
    let before = try desk.archive.fingerprint()
    var survey = try survey(workspace, memory: desk.memory) { done, total in
        settings.report(NightProgress(step: .survey, done: done, total: total, failures: 0))
    }
    survey.touched.formUnion(custody.touched)
    let scope = try desk.scope(survey, settings: settings)
    if !survey.touched.isEmpty { try desk.unsettle() }
    try desk.custody.remember(custody)
    try desk.memory.remember(survey.learnt, forgetting: survey.gone)
    let corpus = try await processCorpus(scope, on: desk, ocr: ocr, settings: settings, into: &report)
    try forgetWithheld(on: desk, report: report)
    if scope == .everything { try restoreTombstones(on: desk) }
    try withdraw(
        corpus.plan.vanished, present: corpus.originals, on: desk, settings: settings, into: &report)
    try writeQuarantine(survey, corpus, on: desk, into: &report)
    report.raiseAlarmForSources()
    report.skipped = try desk.skipped(survey)
    let changes = scope == .everything ? nil : NightChanges(since: before, letters: report.letterIDs)
    try derive(on: desk, changes: changes, settings: settings, into: &report)
    try await askSavedQueries(on: desk, settings: settings, into: &report)
    try desk.cache.prune()
    if corpus.isComplete { try desk.settle() }

    report.unchanged = report.letters - report.new.count - report.changed.count
    report.seconds = Double((clock.now - start) / .milliseconds(1)) / 1_000
    try desk.keep(report)
    return report
}

extension NightReport {
    /// Letters that have new records.
    fileprivate var letterIDs: Set<String> { Set((new + changed + withdrawn).map(\.id)) }
}

extension Desk {
    /// What is in the corpus and not taken, tonight or before, sorted by path.
    fileprivate func skipped(_ survey: Survey) throws -> [NightReport.Skipped] {
        let unreadable = Set(survey.unreadable.map(\.path))
        let known = try memory.skippedFiles().compactMap { file -> NightReport.Skipped? in
            guard case .skipped(let reason) = file.content.verdict, !unreadable.contains(file.facts.path)
            else { return nil }
            return NightReport.Skipped(path: file.facts.path, reason: reason)
        }
        let listed = survey.skipped.map { NightReport.Skipped(path: $0.path, reason: $0.reason) }
        return (listed + known).sorted { $0.path < $1.path }
    }
}

extension NightSettings {
    /// Leaves of a plan what the command line asks for. What failed before and is not tried now stays in quarantine.
    ///
    /// - Throws: `NightError.noSuchLetter` where no original's id begins as asked.
    func narrow(
        _ plan: Plan, present: [PresentOriginal], known: [String: KnownOriginal]
    ) throws(NightError) -> Plan {
        var narrowed = plan
        if let letter {
            // Later letters of one file append -2, -3 … to its id.
            let prefix = String(letter.lowercased().prefix { $0 != "-" })
            narrowed.work = present.filter { $0.sha256.hasPrefix(prefix) }
                .map { Work(original: $0, from: .extract, isNew: known[$0.sha256] == nil) }
            guard !narrowed.work.isEmpty else { throw .noSuchLetter(letter) }
            narrowed.vanished = []
        }
        if let limit, limit < narrowed.work.count {
            narrowed.work = Array(narrowed.work.prefix(limit))
            // What is left out may hold what seems to be gone.
            narrowed.vanished = []
        }
        let tried = Set(narrowed.work.map(\.original.sha256))
        narrowed.quarantined = (plan.quarantined + plan.work.compactMap { known[$0.original.sha256] })
            .filter { $0.isFailure && !tried.contains($0.sha256) }
        return narrowed
    }
}

extension KnownOriginal {
    fileprivate var isFailure: Bool {
        if case .failed = outcome { true } else { false }
    }
}
