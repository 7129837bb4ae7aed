import Correspondence
import Foundation

@testable import Collecting

/// A corpus and an output in a folder of their own, removed afterwards, and a source that asks a test's server.
final class TestCollecting {
    let root: URL
    let time = TestClock()
    var source: Source

    init(_ server: LetterServer, kind: Source.Kind = .listing, path: String = "/letters") {
        root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "collecting-\(UUID().uuidString)")
        source = Source(id: "prairie", kind: kind, urls: [server.url(path)])
        source.delay = 0
        source.allowsPrivateAddresses = true
    }

    deinit {
        do { try FileManager.default.removeItem(at: root) } catch { print("left behind: \(root.path)") }
    }

    var folder: URL { root.appendingPathComponent("Corpus/collected/\(source.id)") }
    var output: URL { root.appendingPathComponent("Output") }

    var settings: CollectSettings {
        var settings = CollectSettings(
            root: root, corpus: root.appendingPathComponent("Corpus"), output: output)
        settings.clock = time.clock
        settings.contact = "archive@example.org"
        settings.limits.stalling = 1
        settings.limits.slowest = 1_000
        return settings
    }

    func collect(_ change: (inout CollectSettings) -> Void = { _ in }) async throws -> SourceReport {
        var settings = settings
        change(&settings)
        let report = try await Collecting.collect([source], settings)
        return report.sources.first ?? SourceReport("none")
    }

    /// Names of the originals, sorted.
    func originals() throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { !$0.hasPrefix(".") && !$0.hasSuffix(".jsonl") }.sorted()
    }

    func custody() throws -> [CustodyLine] {
        var lines: [CustodyLine] = []
        try LineLog(at: folder.path + "/custody.jsonl").forEach(CustodyLine.self) { lines.append($0) }
        return lines
    }

    /// SHA-256 of every file below the folder, by path.
    func hashes(below folder: URL) throws -> [String: String] {
        var hashes: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let file = folder.appendingPathComponent(path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            hashes[path] = SHA256.hex(of: [UInt8](try Data(contentsOf: file)))
        }
        return hashes
    }
}
