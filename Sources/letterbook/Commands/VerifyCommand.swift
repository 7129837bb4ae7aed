import Archiving
import ArgumentParser
import Correspondence
import Definitions
import Foundation
import Indexing
import Nightly

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check records, originals, manifest and index for damage, and say how to restore it.",
        discussion: """
            Compares every original and record with its SHA-256, every record with the schema, the manifest with the \
            folders, the tombstones with the ledger, and the index with the archive; says what each damage is and \
            what restores it. Writes nothing, unless --repair is given: then damaged records are made again from \
            their originals or the ledger, and the index from the archive. What is no part of the archive is moved \
            to Output/set-aside, never deleted. Ends with 1 where there is damage.

            EXAMPLE
              letterbook verify
              letterbook verify --repair
            """)

    @Flag(help: "Make damaged records again from their originals, and the index from the archive.")
    var repair = false

    @Flag(help: "Print JSON Lines: one for each damage.")
    var json = false

    @OptionGroup var place: WorkspaceOptions

    func run() async throws {
        do {
            let workspace = try place.workspace()
            var verification = try check(workspace)
            if repair, !verification.damage.isEmpty {
                try list(verification)
                let outcome = try await mend(verification, workspace)
                verification = try check(workspace)
                verification.damage += outcome.lost
                try archive(workspace).discard(outcome, besides: Set(verification.damage.compactMap(\.id)))
                if !json {
                    print(verification.damage.isEmpty ? "Mended." : "Not everything could be mended:")
                }
            }
            try list(verification)
            if !json { print(summary(verification)) }
            if !verification.damage.isEmpty { throw Exit.found }
        } catch {
            throw Exit.code(for: error)
        }
    }

    private func archive(_ workspace: Workspace) -> Archive {
        Archive(at: workspace.output.appendingPathComponent("archive", isDirectory: true))
    }

    private func check(_ workspace: Workspace) throws -> Verification {
        let ledger = try LedgerTombstones(workspace).survey()
        var verification = try archive(workspace).verify(corpus: workspace.corpus, tombstones: ledger.ids)
        verification.damage += ledger.damage
        verification.damage += try indexDamage(workspace)
        return verification
    }

    private func indexDamage(_ workspace: Workspace) throws -> [Damage] {
        let remedy = "'letterbook index' builds it anew"
        let damage = { (kind: Damage.Kind, message: String) in
            [Damage(kind, path: LetterIndex.path, message: message, remedy: remedy)]
        }
        do {
            let index = try LetterIndex(reading: workspace.output.appendingPathComponent(LetterIndex.path))
            if let fault = try index.fault() { return damage(.indexDamaged, fault) }
            let archive = archive(workspace)
            guard try index.archiveFingerprint() == archive.fingerprint(),
                try Set(index.ids(LetterQuery())) == archive.ids()
            else { return damage(.indexBehind, "is not in step with the archive") }
            return []
        } catch IndexError.missing {
            return damage(.indexMissing, "is missing")
        } catch IndexError.damaged(_, let reason) {
            return damage(.indexDamaged, "is damaged (\(reason))")
        } catch IndexError.olderVersion {
            return damage(.indexBehind, "was made by an older version")
        } catch IndexError.notReadable(_, let reason) {
            return damage(.indexDamaged, "cannot be read (\(reason))")
        }
    }

    /// Damaged records are put out of the way; a night makes them again, and the index last.
    private func mend(
        _ verification: Verification, _ workspace: Workspace
    ) async throws -> RepairOutcome {
        let archive = archive(workspace)
        let outcome = try await repairOutput(
            workspace, verification, NightSettings(program: try programPath(), started: Timestamp.now()))
        guard let fingerprint = try archive.fingerprint() else { return outcome }
        _ = try LetterIndex.bringUpToDate(
            workspace.output.appendingPathComponent(LetterIndex.path),
            with: archive.indexSource(fingerprint: fingerprint), rebuild: true)
        return outcome
    }

    private func list(_ verification: Verification) throws {
        for damage in verification.damage {
            if json {
                printJSON(try CanonicalJSON.line(damage))
            } else {
                print(printable("\(damage)"))
            }
        }
    }

    private func summary(_ verification: Verification) -> String {
        let damage = verification.damage.count
        let looked =
            "\(counted(verification.records, "record")) and \(counted(verification.originals, "original")) checked"
        return looked + (damage == 0 ? ": all sound." : ": \(counted(damage, "damage")) found.")
    }

    private func counted(_ number: Int, _ one: String) -> String {
        "\(number) \(one)\(number == 1 || one == "damage" ? "" : "s")"
    }
}
