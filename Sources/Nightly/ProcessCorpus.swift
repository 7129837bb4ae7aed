import Correspondence
import Planning

/// What the corpus turned out to hold, and what was done about it.
struct ProcessedCorpus {
    /// Files, and what is attached to them.
    var originals: [PresentOriginal]
    /// Its work is that of the whole night.
    var plan: Plan
}

/// Plans the night and works through the plan. What is attached to an original shows only once that is read, and is
/// planned for in a further round.
///
/// - Throws: what makes it pointless to go on; `NightError.noSuchLetter`.
func processCorpus(
    _ survey: Survey, on desk: Desk, ocr: OCR?, settings: NightSettings, into report: inout NightReport
) async throws -> ProcessedCorpus {
    var done: [Work] = []
    var known = try desk.standingOriginals()
    var originals = withAttachments(survey.originals, known: known)
    while true {
        var plan = try settings.plan(originals, known: known, done: done, on: desk)
        try await processAll(plan.work, known: known, on: desk, ocr: ocr, settings: settings, into: &report)
        done += plan.work
        known = plan.work.isEmpty ? known : try desk.standingOriginals()
        let found = withAttachments(survey.originals, known: known)
        // Each round reads what the one before found, which ends with `OriginalPath.deepest`.
        guard found != originals, !plan.work.isEmpty else {
            plan.work = done
            return ProcessedCorpus(originals: originals, plan: plan)
        }
        originals = found
    }
}

extension NightSettings {
    /// What is still to be done tonight.
    ///
    /// - Parameter done: work of the night's earlier rounds, which is not tried again.
    fileprivate func plan(
        _ originals: [PresentOriginal], known: [String: KnownOriginal], done: [Work], on desk: Desk
    ) throws -> Plan {
        let definitions = desk.definitions
        var plan = Planning.plan(
            present: originals, known: known, fingerprints: definitions.fingerprints,
            circumstances: try desk.circumstances(of: originals), limits: desk.limits,
            retryingFailures: retryingFailures)
        var rest = self
        rest.limit = limit.map { max(0, $0 - done.count) }
        plan = try rest.narrow(plan, present: originals, known: known)
        let tried = Set(done.map(\.original.sha256))
        plan.work.removeAll { tried.contains($0.original.sha256) && $0.from != .archive }
        plan.quarantined.removeAll { tried.contains($0.sha256) }
        return plan
    }
}
