import Correspondence
import Definitions
import Foundation
import Glibc
import Nightly

/// The checkout that these tests belong to.
let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The program as it was built with these tests: it serves as worker.
let builtProgram = Bundle.main.bundleURL
    .appendingPathComponent("letterbook").path

/// A workspace in a folder of its own, with the project's definitions; removed afterwards.
final class TestWorkspace {
    let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent(
            "letterbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
        let pipeline = root.appendingPathComponent("Pipeline")
        try FileManager.default.createDirectory(at: pipeline, withIntermediateDirectories: true)
        for name in ["letterbook.yaml", "agencies.yaml", "organizations.yaml", "topics"] {
            try FileManager.default.copyItem(
                at: checkout.appendingPathComponent("Pipeline/\(name)"),
                to: pipeline.appendingPathComponent(name))
        }
    }

    deinit {
        do { try FileManager.default.removeItem(at: root) } catch { print("left behind: \(root.path)") }
    }

    var corpus: URL { root.appendingPathComponent("Corpus") }
    var output: URL { root.appendingPathComponent("Output") }

    func put(_ bytes: [UInt8], at path: String) throws {
        let file = corpus.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func put(_ text: String, at path: String) throws { try put(Array(text.utf8), at: path) }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: corpus.appendingPathComponent(path))
    }

    /// A small letter by an invented sender, different for each number.
    func putLetter(_ number: Int, at path: String? = nil) throws {
        try put(
            """
            <!DOCTYPE html><html lang="en"><head><title>Comments \(number)</title></head><body>
            <p>Riverbend Alliance of Teaching Clinics<br>12 Mill Lane<br>Springfield, VA 22150</p>
            <p>March \(1 + number % 28), 2020</p>
            <p>Seema Verma<br>Administrator<br>Centers for Medicare &amp; Medicaid Services<br>
            7500 Security Boulevard<br>Baltimore, MD 21244</p>
            <p>Re: Maternal mortality in rural counties, part \(number)</p>
            <p>Dear Administrator Verma:</p>
            <p>The Alliance writes about maternal mortality and postpartum care in rural hospitals. We urge CMS to
            extend postpartum coverage to twelve months. Maternal health is failing rural families, and obstetric units
            close every year. This is letter number \(number) of the series.</p>
            <p>Sincerely,</p><p>Jane Q. Sample<br>President</p>
            </body></html>
            """, at: path ?? "letter-\(number).html")
    }

    func workspace() throws -> Workspace { try Workspace.locate(from: root) }

    @discardableResult
    func night(
        started: String = "2026-01-02T03:04:05Z", _ change: (inout NightSettings) -> Void = { _ in }
    ) async throws -> NightReport {
        var settings = NightSettings(program: builtProgram, started: started)
        settings.jobs = 2
        change(&settings)
        return try await runNight(try workspace(), settings)
    }

    /// SHA-256 of every file below Output, by path; reports left out, as each night adds its own.
    func outputHashes(without left: [String] = ["reports/"]) throws -> [String: String] {
        var hashes: [String: String] = [:]
        let paths = try FileManager.default.subpathsOfDirectory(atPath: output.path)
        for path in paths where !left.contains(where: path.hasPrefix) {
            let file = output.appendingPathComponent(path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            hashes[path] = SHA256.hex(of: [UInt8](try Data(contentsOf: file)))
        }
        return hashes
    }
}
