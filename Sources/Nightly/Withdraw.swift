import Archiving
import Correspondence
import Planning

/// Sets tombstones for letters whose originals are gone; forgets failures that are gone.
///
/// - Parameter present: What the corpus holds now: bytes that lie where a letter's lay before have replaced it.
func withdraw(
    _ vanished: [KnownOriginal], present: [PresentOriginal], on desk: Desk, settings: NightSettings,
    into report: inout NightReport
) throws {
    guard !vanished.isEmpty else { return }
    try desk.unsettle()
    let day = String(settings.started.prefix(10))
    let successors = Successors(present)
    let bySource = try desk.custody.withdrawn()
    // What a night that was cut off has said already, stands.
    let noted = try desk.tombstones.standing()
    var letters: [Letter] = []
    var remembered: [KnownOriginal] = []
    var forgotten: [String] = []
    for original in vanished {
        guard case .archived(let ids) = original.outcome else {
            // What was made of it before it failed has its tombstone already.
            let stones = try desk.archive.ids(of: original.sha256)
            if stones.isEmpty {
                forgotten.append(original.sha256)
            } else {
                remembered.append(original.withdrawn(stones))
            }
            continue
        }
        for id in ids {
            var letter = try desk.archive.read(id)
            letter.withdrawn =
                noted[id]?.withdrawn
                ?? (bySource[original.sha256] == nil
                    ? successors.withdrawal(of: letter, on: day)
                    : Withdrawal(since: day, reason: withdrawnBySource))
            letters.append(letter)
        }
        remembered.append(original.withdrawn(ids))
    }
    try desk.setTombstones(letters)
    try desk.memory.remember(remembered)
    try desk.memory.forget(forgotten)
    report.withdrawn += letters.map { NightReport.Entry($0) }
}

extension KnownOriginal {
    fileprivate func withdrawn(_ ids: [String]) -> KnownOriginal {
        var original = self
        original.outcome = .withdrawn(ids)
        return original
    }
}

/// Which letter lies where another one lay.
private struct Successors {
    private let ids: [String: String]

    init(_ present: [PresentOriginal]) {
        ids = Dictionary(
            present.flatMap { original in original.paths.map { ($0, String(original.sha256.prefix(16))) } },
            uniquingKeysWith: { first, _ in first })
    }

    func withdrawal(of letter: Letter, on day: String) -> Withdrawal {
        guard let successor = letter.original.paths.lazy.compactMap({ ids[$0] }).first else {
            return Withdrawal(since: day, reason: "the original is no longer in the corpus")
        }
        return Withdrawal(
            since: day, reason: "another original took its place in the corpus", replacedBy: successor)
    }
}

extension Desk {
    /// Writes letters that carry their `withdrawn`: nothing that a citation points to disappears.
    func setTombstones(_ letters: [Letter]) throws {
        guard !letters.isEmpty else { return }
        // The ledger first: it alone cannot be made again.
        try tombstones.append(letters)
        var entries: [ManifestEntry] = []
        for letter in letters { entries.append(try archive.write(letter).entry) }
        try archive.finish(entries)
    }
}

/// Writes the records of withdrawn letters that are missing again, from the ledger.
func restoreTombstones(on desk: Desk) throws {
    let missing = try desk.tombstones.standing().values
        .filter { try !desk.archive.holds($0.id) }
        .sorted { $0.id < $1.id }
    guard !missing.isEmpty else { return }
    var entries: [ManifestEntry] = []
    for letter in missing { entries.append(try desk.archive.write(letter).entry) }
    try desk.archive.finish(entries)
}

/// Lists what could not be processed, tonight or before.
func writeQuarantine(
    _ survey: Survey, _ corpus: ProcessedCorpus, on desk: Desk, into report: inout NightReport
) throws {
    let plan = corpus.plan
    let present = Dictionary(uniqueKeysWithValues: corpus.originals.map { ($0.sha256, $0.paths) })
    var entries = survey.unreadable.map { QuarantineEntry(paths: [$0.path], reason: $0.reason) }
    for failure in report.quarantined {
        let paths = failure.sha256.flatMap { present[$0] } ?? [failure.path]
        entries.append(QuarantineEntry(paths: paths, sha256: failure.sha256, reason: failure.reason))
    }
    let unreadable = Set(survey.unreadable.map(\.path))
    for original in plan.quarantined {
        guard case .failed(let reason) = original.outcome else { continue }
        let paths = (present[original.sha256] ?? original.paths).filter { !unreadable.contains($0) }
        guard !paths.isEmpty else { continue }
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
