import Archiving
import Collecting
import Correspondence
import Definitions
import Foundation
import Reporting

/// The records of files that somebody labelled: the same bytes in the archive, under whatever name.
struct LabelledLetters {
    /// By the label's file; a file without a record is absent.
    let letters: [String: Letter]

    /// - Parameters:
    ///   - files: relative to the folder of the labels.
    init(_ files: [String], beside labels: URL, in workspace: Workspace) throws {
        let folder = labels.deletingLastPathComponent()
        var fingerprints: [String: String] = [:]
        for file in files {
            let place = folder.appendingPathComponent(file)
            guard FileManager.default.fileExists(atPath: place.path) else { continue }
            fingerprints[file] = try OriginalFile(
                at: place.path, limit: workspace.configuration.sizeLimit << 20
            ).sha256()
        }
        let archive = Archive(at: workspace.output.appendingPathComponent("archive", isDirectory: true))
        let wanted = Set(fingerprints.values)
        var found: [Letter] = []
        var reader = try archive.manifest()
        while let entry = try reader.next() {
            guard wanted.contains(entry.originalSHA256) else { continue }
            found.append(try archive.read(entry.id))
        }
        letters = match(found, to: fingerprints)
    }

    /// The text of a file of labels.
    ///
    /// - Throws: `DefinitionError` where there is none.
    static func text(of file: URL) throws -> String {
        do {
            return try String(contentsOf: file, encoding: .utf8)
        } catch {
            throw DefinitionError(
                file: file.path, problem: "cannot be read as UTF-8 text",
                remedy: "check that the file exists and may be read")
        }
    }
}
