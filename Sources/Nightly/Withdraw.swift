import Archiving
import Correspondence
import Planning

/// Sets tombstones for letters whose originals are gone; forgets failures that are gone.
func withdraw(
    _ vanished: [KnownOriginal], on desk: Desk, settings: NightSettings, into report: inout NightReport
) throws {
    guard !vanished.isEmpty else { return }
    let day = String(settings.started.prefix(10))
    var letters: [Letter] = []
    var entries: [ManifestEntry] = []
    var remembered: [KnownOriginal] = []
    var forgotten: [String] = []
    for original in vanished {
        guard case .archived(let ids) = original.outcome else {
            forgotten.append(original.sha256)
            continue
        }
        for id in ids {
            var letter = try desk.archive.read(id)
            letter.withdrawn = Withdrawal(since: day, reason: "the original is no longer in the corpus")
            letters.append(letter)
        }
        var original = original
        original.outcome = .withdrawn(ids)
        remembered.append(original)
    }
    // The ledger first: it alone cannot be made again.
    try desk.tombstones.append(letters)
    for letter in letters { entries.append(try desk.archive.write(letter).entry) }
    try desk.archive.finish(entries)
    try desk.memory.remember(remembered)
    try desk.memory.forget(forgotten)
    report.withdrawn = letters.map { NightReport.Entry($0) }
}

/// Writes the records of withdrawn letters that are missing again, from the ledger.
///
/// - Parameter present: SHA-256 of the originals that the corpus holds; their letters are not withdrawn.
func restoreTombstones(on desk: Desk, present: Set<String>) throws {
    let there = try desk.archive.ids()
    let missing = try desk.tombstones.standing().values
        .filter { !there.contains($0.id) && !present.contains($0.original.sha256) }
        .sorted { $0.id < $1.id }
    guard !missing.isEmpty else { return }
    var entries: [ManifestEntry] = []
    for letter in missing { entries.append(try desk.archive.write(letter).entry) }
    try desk.archive.finish(entries)
}

/// Lists what could not be processed, tonight or before.
func writeQuarantine(_ survey: Survey, plan: Plan, on desk: Desk, into report: inout NightReport) throws {
    let present = Dictionary(uniqueKeysWithValues: survey.originals.map { ($0.sha256, $0.paths) })
    var entries = survey.unreadable.map { QuarantineEntry(paths: [$0.path], reason: $0.reason) }
    for failure in report.quarantined {
        let paths = failure.sha256.flatMap { present[$0] } ?? [failure.path]
        entries.append(QuarantineEntry(paths: paths, sha256: failure.sha256, reason: failure.reason))
    }
    for original in plan.quarantined {
        guard case .failed(let reason) = original.outcome else { continue }
        let paths = present[original.sha256] ?? original.paths
        entries.append(QuarantineEntry(paths: paths, sha256: original.sha256, reason: reason))
        report.quarantined.append(
            NightReport.Failure(
                path: paths.first ?? "", sha256: original.sha256, reason: reason, isNew: false))
    }
    report.quarantined += survey.unreadable.map {
        NightReport.Failure(path: $0.path, sha256: nil, reason: $0.reason, isNew: true)
    }
    report.quarantined.sort { $0.path < $1.path }
    try desk.quarantine.replace(with: entries)
    report.raiseAlarm(tried: plan.work.count)
}

extension NightReport {
    /// More than a fifth of the new originals failing says that something is wrong with the night itself.
    mutating func raiseAlarm(tried: Int) {
        let failed = quarantined.count { $0.isNew }
        guard tried >= 5, failed * 5 > tried else { return }
        alarm = """
            \(failed) of \(tried) originals failed, more than a fifth: see their reasons; 'letterbook quarantine --retry' tries them \
            again
            """
    }
}
