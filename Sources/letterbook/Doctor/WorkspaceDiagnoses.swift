import Archiving
import Correspondence
import Definitions
import Foundation
import Glibc
import Indexing
import Nightly

/// A workspace: its definitions, folders, disk, lock and index.
struct WorkspaceDiagnoses {
    let workspace: Workspace

    func all() -> [Diagnosis] {
        [
            definitions, folder("Pipeline", workspace.pipeline), folder("Corpus", workspace.corpus), output,
            disk,
        ]
            + [lock, index]
    }

    private var definitions: Diagnosis {
        do {
            return .ok("definitions", try checkDefinitions(of: workspace).joined(separator: ", "))
        } catch {
            return .fail("definitions", "\(error)", "mend the file: a night does not begin without")
        }
    }

    /// Folders that are read.
    private func folder(_ name: String, _ place: URL) -> Diagnosis {
        guard FileManager.default.fileExists(atPath: place.path) else {
            return .fail(name, "\(place.path) is not there", "'letterbook init' makes a workspace")
        }
        guard access(place.path, R_OK | X_OK) == 0 else {
            return .fail(
                name, "\(place.path) cannot be read: \(systemMessage())",
                "chmod u+rx it, or run as its owner")
        }
        return .ok(name, place.path)
    }

    /// The output, or the folder that it will be made in.
    private var output: Diagnosis {
        let place = existing
        guard access(place.path, R_OK | W_OK | X_OK) == 0 else {
            return .fail(
                "Output", "\(place.path) cannot be written: \(systemMessage())",
                "give this user the right, or name another folder with --output")
        }
        return .ok("Output", workspace.output.path)
    }

    private var existing: URL {
        var place = workspace.output
        while !FileManager.default.fileExists(atPath: place.path), place.path != "/" {
            place.deleteLastPathComponent()
        }
        return place
    }

    private var disk: Diagnosis {
        var facts = statvfs()
        guard statvfs(existing.path, &facts) == 0 else {
            return .warn("disk", "cannot be asked: \(systemMessage())", "look at 'df \(existing.path)'")
        }
        let free = (UInt64(facts.f_bavail) * UInt64(facts.f_frsize)) >> 20
        let remedy = "free space where Output lies; Output/cache may be deleted, it costs only time"
        if facts.f_files > 0, facts.f_favail < 1_000 {
            return .fail("disk", "\(facts.f_favail) more files fit", remedy)
        }
        if free < 100 { return .fail("disk", "\(free) MiB free", remedy) }
        return free < 1_024
            ? .warn("disk", "\(free) MiB free", remedy) : .ok("disk", "\(free >> 10) GiB free")
    }

    private var lock: Diagnosis {
        do {
            guard let holder = try nightHolder(of: workspace.output) else {
                return .ok("lock", "no night is running")
            }
            return .warn(
                "lock", "a night is running: \(holder)", "wait until it ends; its end frees the lock")
        } catch {
            return .fail("lock", "\(error)", "give this user the right to Output/cache")
        }
    }

    private var index: Diagnosis {
        let remedy = "'letterbook index' builds it anew"
        let archive = Archive(at: workspace.output.appendingPathComponent("archive", isDirectory: true))
        do {
            guard let fingerprint = try archive.fingerprint() else {
                return .warn("index", "there is no archive yet", "'letterbook nightly' makes it")
            }
            let index = try LetterIndex(reading: workspace.output.appendingPathComponent(LetterIndex.path))
            guard try index.archiveFingerprint() == fingerprint else {
                return .fail("index", "is not in step with the archive", remedy)
            }
            return .ok("index", "in step with the archive")
        } catch {
            return .fail("index", "\(error)", remedy)
        }
    }
}
