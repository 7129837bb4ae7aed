import Correspondence
import Foundation

/// What a repair did, before a night makes again what it took out.
public struct RepairOutcome: Sendable, Hashable {
    /// Letters whose records the next night must make again.
    public var taken: Set<String> = []
    /// Where records that could not be read and files that are no part of the archive were moved.
    public var setAside: [String] = []
    /// What neither an original nor the ledger has, and cannot be read: the archive goes on without it.
    public var lost: [Damage] = []
}

extension Archive {
    /// Mends what can be mended from what is there, and takes out damaged records whose originals or tombstones are
    /// sound, so that the next night makes them again. A record that cannot be made again stays as it is while it
    /// can be read; else it would stop every night. Nothing that was found is deleted: it is moved.
    ///
    /// - Parameter folder: Takes what was taken out.
    public func repair(
        _ verification: Verification, settingAside folder: URL
    ) throws(ArchiveError) -> RepairOutcome {
        let isDamaged = { (kind: Damage.Kind) in verification.damage.contains { $0.kind == kind } }
        if isDamaged(.manifestDamaged) { try rewriteManifest() }
        if isDamaged(.relationsDamaged) { try remove(Self.relationsPath) }
        var outcome = RepairOutcome()
        var entered: [ManifestEntry] = []
        for damage in verification.damage {
            switch damage.kind {
            case .leftover: try remove(damage.path)
            case .stray: outcome.setAside.append(try setAside(damage.path, in: folder))
            case .recordExtra, .recordOutdated:
                guard let id = damage.id else { continue }
                if let entry = try sound(id) { entered.append(entry) } else { fallthrough }
            case _ where damage.concernsRecord:
                guard let id = damage.id else { continue }
                if damage.remedy == Remedy.fromBackup.rawValue {
                    if [.recordChanged, .recordAgainstSchema].contains(damage.kind) { continue }
                    outcome.lost.append(damage)
                }
                outcome.taken.insert(id)
                if try holds(id) { outcome.setAside.append(try setAside(damage.path, in: folder)) }
            default: continue
            }
        }
        try finish(entered, dropping: outcome.taken)
        return outcome
    }

    /// Removes what a repair set aside of records that are sound again.
    public func discard(_ outcome: RepairOutcome, besides damaged: Set<String>) throws(ArchiveError) {
        let lost = damaged.union(outcome.lost.compactMap(\.id))
        let made = Set(outcome.taken.subtracting(lost).map { "\($0).json" })
        for path in outcome.setAside where made.contains(String(path.split(separator: "/").last ?? "")) {
            guard unlink(path) == 0 || errno == ENOENT else {
                throw .notWritable(path: path, reason: systemMessage())
            }
        }
    }

    /// Moves a file of the archive; nothing that was moved there before is overwritten.
    private func setAside(_ path: String, in folder: URL) throws(ArchiveError) -> String {
        var target = folder.appendingPathComponent(path).path
        var number = 1
        while FileManager.default.fileExists(atPath: target) {
            number += 1
            target = folder.appendingPathComponent("\(number)/\(path)").path
        }
        try RecordFile.makeFolder((target as NSString).deletingLastPathComponent)
        guard rename(full(path), target) == 0 else {
            throw .notWritable(path: target, reason: systemMessage())
        }
        return target
    }

    /// The manifest's line for a record that is not in it; nil where the record is not sound.
    private func sound(_ id: String) throws(ArchiveError) -> ManifestEntry? {
        let letter: Letter
        do {
            letter = try read(id)
        } catch .damaged {
            return nil
        }
        return letter.id == id ? try write(letter).entry : nil
    }
}
