import Correspondence
import Definitions
import Describing
import Extracting
import Foundation
import Tagging

/// The pure middle of the night, with the definitions under `Pipeline/`: an original in, its letter out.
struct Reading: Sendable {
    private let directory: Directory
    private let vocabulary: Vocabulary
    let topics: Set<String>

    init(pipeline: URL) throws {
        directory = try Directory(
            agencies: AgencyDefinitions.load(pipeline.appendingPathComponent("agencies.yaml")),
            organizations: OrganizationDefinitions.load(pipeline.appendingPathComponent("organizations.yaml"))
        )
        let topics = try Topic.loadAll(in: pipeline.appendingPathComponent("topics"))
        vocabulary = try Vocabulary(topics)
        self.topics = Set(topics.filter(\.isActive).map(\.id))
    }

    /// - Returns: nil where the bytes are nothing that Letterbook reads.
    func letter(from file: URL, named name: String) throws -> Letter? {
        let bytes = [UInt8](try Data(contentsOf: file))
        guard case .readable(let mediaType) = recognize(bytes, name: name) else { return nil }
        let text = try extract(bytes, as: mediaType)
        let description = describe(text, custody: [], with: directory)
        let sha256 = SHA256.hex(of: bytes)
        return Letter(
            id: String(sha256.prefix(16)), text: text, description: description,
            topics: tag(text, description, with: vocabulary),
            original: Original(sha256: sha256, bytes: bytes.count, mediaType: mediaType, paths: [name]),
            custody: [],
            provenance: Provenance(program: "quality tests", extract: "", describe: "", tag: ""))
    }

    /// Letters by file. A file that cannot be read has none, and so counts as missing.
    func letters(of files: [String], in folder: URL) -> [String: Letter] {
        var letters: [String: Letter] = [:]
        for file in files {
            do {
                letters[file] = try letter(from: folder.appendingPathComponent(file), named: file)
            } catch {
                print("no letter of \(file): \(error)")
            }
        }
        return letters
    }
}
