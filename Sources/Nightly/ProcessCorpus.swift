import Correspondence
import Planning

/// What the night's part of the corpus turned out to hold, and what was done about it.
struct ProcessedCorpus {
    /// Files, and what is attached to them.
    var originals: [PresentOriginal]
    /// Its work is that of the whole night.
    var plan: Plan
    /// Another night would find nothing left to do.
    var isComplete: Bool
}

/// Plans the night and works through the plan. What is attached to an original shows only once that is read, and is
/// planned for in a further round.
///
/// - Throws: what makes it pointless to go on; `NightError.noSuchLetter`.
func processCorpus(
    _ scope: Scope, on desk: Desk, ocr: OCR?, settings: NightSettings,
    into report: inout NightReport
) async throws -> ProcessedCorpus {
    var done: [Work] = []
    var world = try desk.world(scope)
    while true {
        var plan = try settings.plan(world, done: done, on: desk)
        if !plan.work.isEmpty { try desk.unsettle() }
        try await processAll(
            plan.work, known: world.known, on: desk, ocr: ocr, settings: settings, into: &report)
        done += plan.work
        let next = plan.work.isEmpty ? world : try desk.world(scope)
        // Each round reads what the one before found, which ends with `OriginalPath.deepest`.
        guard next.originals != world.originals, !plan.work.isEmpty else {
            let rest = try settings.looksAtEverything ? nil : settings.plan(next, done: [], on: desk)
            plan.work = done
            return ProcessedCorpus(
                originals: next.originals, plan: plan, isComplete: rest?.work.isEmpty ?? false)
        }
        world = next
    }
}

extension NightSettings {
    /// What is still to be done tonight.
    ///
    /// - Parameter done: work of the night's earlier rounds, which is not tried again.
    fileprivate func plan(
        _ world: World, done: [Work], on desk: Desk
    ) throws -> Plan {
        let definitions = desk.definitions
        let (originals, known) = (world.originals, world.known)
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
