import Archiving
import Correspondence
import Definitions
import Foundation
import Planning
import Working

/// What a night has before it: the places that it writes to, locked for it alone.
struct Desk: Sendable {
    let workspace: Workspace
    let definitions: NightDefinitions
    let archive: Archive
    let memory: Memory
    let cache: ExtractionCache
    let tombstones: Tombstones
    let quarantine: Quarantine
    let custody: CustodyBook
    /// What a failure depends on besides its bytes.
    let limits: String
    private let lock: Lock

    /// - Throws: `NightError.locked` while another night runs, `.unwritable`; `ArchiveError.newerVersion`.
    init(_ workspace: Workspace, definitions: NightDefinitions) throws {
        let output = workspace.output
        do {
            try FileManager.default.createDirectory(
                at: output.appendingPathComponent("cache"), withIntermediateDirectories: true)
        } catch {
            throw NightError.unwritable(output.path, error.localizedDescription)
        }
        self.workspace = workspace
        self.definitions = definitions
        lock = try Lock(at: output.appendingPathComponent("cache/night.lock"))
        archive = Archive(at: output.appendingPathComponent("archive"))
        try archive.prepare()
        memory = try Memory(at: output.appendingPathComponent("cache/memory.sqlite"))
        cache = ExtractionCache(in: output, fingerprint: definitions.fingerprints.extract)
        tombstones = Tombstones(in: output)
        quarantine = Quarantine(in: output)
        custody = try CustodyBook(
            of: workspace.corpus, at: output.appendingPathComponent("cache/custody.sqlite"))
        let configuration = workspace.configuration
        limits = fingerprint(of: [
            "\(configuration.memoryLimit)", "\(configuration.processorTimeLimit)",
            "\(configuration.wallClockLimit)", "\(configuration.sizeLimit)",
        ])
    }

    /// What earlier nights did: as remembered, as far as the records are still there, and what the archive holds
    /// though nobody remembers it.
    func standingOriginals() throws -> [String: KnownOriginal] {
        var known = try memory.originals()
        var unexplained = try archive.ids()
        for (sha256, original) in known {
            if !original.letters.allSatisfy(unexplained.contains) { known[sha256] = nil }
            unexplained.subtract(original.letters)
        }
        if !unexplained.isEmpty { explain(&unexplained, by: known) }
        if !unexplained.isEmpty { try addForgotten(&known) }
        return known
    }

    /// Takes out the tombstones of originals that are known for something else: a failure, fewer letters.
    private func explain(_ ids: inout Set<String>, by known: [String: KnownOriginal]) {
        for (sha256, original) in known {
            let first = String(sha256.prefix(16))
            var id = first
            var number = 1
            while ids.remove(id) != nil || original.letters.contains(id) {
                number += 1
                id = "\(first)-\(number)"
            }
        }
    }

    /// Originals that only the manifest tells of, as after a cache was deleted. Their stages are unknown.
    private func addForgotten(_ known: inout [String: KnownOriginal]) throws {
        // Records without a manifest are those of a first night that was cut off: they are made again.
        guard try archive.fingerprint() != nil else { return }
        var reader = try archive.manifest()
        while let entry = try reader.next() {
            if let remembered = known[entry.originalSHA256], !remembered.fingerprints.extract.isEmpty {
                continue
            }
            let ids = (known[entry.originalSHA256]?.letters ?? []) + [entry.id]
            known[entry.originalSHA256] = KnownOriginal(
                sha256: entry.originalSHA256,
                outcome: entry.withdrawn == nil ? .archived(ids) : .withdrawn(ids),
                fingerprints: Fingerprints(extract: "", describe: "", tag: ""), paths: [], circumstances: "")
        }
    }

    /// Writes the night's report: the one file that every night adds.
    func keep(_ report: NightReport) throws {
        let name = report.started.filter { $0 != ":" }
        let file = workspace.output.appendingPathComponent("reports/\(name).json")
        try replaceIfChanged(file, with: try CanonicalJSON.document(report))
    }
}

extension KnownOriginal {
    /// The ids of its letters.
    var letters: [String] {
        switch outcome {
        case .archived(let ids), .withdrawn(let ids): ids
        case .failed: []
        }
    }
}
