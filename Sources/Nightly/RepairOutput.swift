import Archiving
import Correspondence
import Definitions
import Foundation

/// Mends what `verify` found: the ledger and the archive from what is sound of them, damaged records by a night
/// that makes them again from their originals.
///
/// - Returns: What was taken out of the archive. Look again afterwards, then `Archive.discard`.
/// - Throws: What a night throws; `NightError.locked` while one runs.
public func repairOutput(
    _ workspace: Workspace, _ verification: Verification, _ settings: NightSettings
) async throws -> RepairOutcome {
    let outcome = try mend(workspace, verification, day: String(settings.started.prefix(10)))
    var settings = settings
    settings.retryingFailures = true
    _ = try await runNight(workspace, settings)
    return outcome
}

/// Under the lock of the nights, which is free again afterwards.
private func mend(
    _ workspace: Workspace, _ verification: Verification, day: String
) throws -> RepairOutcome {
    let output = workspace.output
    try makeFolder(output.appendingPathComponent("cache"))
    let lock = try Lock(at: output.appendingPathComponent("cache/night.lock"))
    let archive = Archive(at: output.appendingPathComponent("archive", isDirectory: true))
    let folder = output.appendingPathComponent("set-aside", isDirectory: true)
    return try withExtendedLifetime(lock) {
        try archive.prepare()
        let outcome = try archive.repair(
            verification, settingAside: folder.appendingPathComponent("archive"))
        try LedgerTombstones(workspace).mend(
            verification.damage, from: archive, settingAside: folder, on: day)
        return outcome
    }
}
