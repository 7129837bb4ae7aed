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
        try makeFolder(output.appendingPathComponent("cache"))
        self.workspace = workspace
        self.definitions = definitions
        lock = try Lock(at: output.appendingPathComponent("cache/night.lock"))
        if lock.wasCutOff { try removeLeftovers(in: output) }
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
        if lock.wasCutOff { try addUnlisted(unexplained, to: &known) }
        return known
    }

    /// Originals whose records a night that was cut off had written, but not entered in the manifest. Where they are gone
    /// since, their letters get tombstones like any other.
    private func addUnlisted(_ ids: Set<String>, to known: inout [String: KnownOriginal]) throws {
        for id in ids.sorted() {
            guard let sha256 = try soundRecord(id)?.original.sha256 else { continue }
            guard !(known[sha256]?.letters.contains(id) ?? false) else { continue }
            known[sha256] = .forgotten(sha256, .archived((known[sha256]?.letters ?? []) + [id]))
        }
    }

    /// Nil where it is damaged.
    private func soundRecord(_ id: String) throws -> Letter? {
        do {
            return try archive.read(id)
        } catch {
            if case .damaged = error { return nil }
            throw error
        }
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
            known[entry.originalSHA256] = .forgotten(
                entry.originalSHA256, entry.withdrawn == nil ? .archived(ids) : .withdrawn(ids))
        }
    }

    /// Writes the night's report, the one file that every night adds, and so ends the night.
    func keep(_ report: NightReport) throws {
        let name = report.started.filter { $0 != ":" }
        let file = workspace.output.appendingPathComponent("reports/\(name).json")
        try replaceIfChanged(file, with: try CanonicalJSON.document(report))
        lock.comeToEnd()
    }
}

extension KnownOriginal {
    /// One whose stages are unknown.
    fileprivate static func forgotten(_ sha256: String, _ outcome: Outcome) -> KnownOriginal {
        KnownOriginal(
            sha256: sha256, outcome: outcome, fingerprints: Fingerprints(extract: "", describe: "", tag: ""),
            paths: [], circumstances: "")
    }

    /// The ids of its letters.
    var letters: [String] {
        switch outcome {
        case .archived(let ids), .withdrawn(let ids): ids
        case .failed: []
        }
    }
}
