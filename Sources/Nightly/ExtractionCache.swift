import Correspondence
import Foundation

/// What workers answered, kept so that a changed topic or agency file costs no second extraction.
/// May be deleted at any time: it costs only time.
struct ExtractionCache: Sendable {
    private let folder: URL
    private let current: URL

    /// - Parameter fingerprint: of the extraction; texts of another one are of no use.
    init(in output: URL, fingerprint: String) {
        folder = output.appendingPathComponent("cache/text", isDirectory: true)
        current = folder.appendingPathComponent(fingerprint, isDirectory: true)
    }

    /// Nil where there is none, or one that cannot be read any more.
    func text(of sha256: String) -> ExtractedText? {
        do {
            return try Extraction(encoded: Data(contentsOf: file(sha256))).text
        } catch {
            return nil
        }
    }

    func keep(_ extraction: Extraction, of sha256: String) throws(NightError) {
        try replace(file(sha256), with: [UInt8](extraction.encoded), isDurable: false)
    }

    /// Removes the text of an original of which words are withheld.
    func forget(_ sha256: String) throws(NightError) {
        let file = file(sha256)
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        do {
            try FileManager.default.removeItem(at: file)
        } catch {
            throw .unwritable(file.path, reason(of: error))
        }
    }

    /// Removes the texts of other fingerprints.
    func prune() throws(NightError) {
        guard FileManager.default.fileExists(atPath: folder.path) else { return }
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
            where name != current.lastPathComponent {
                try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
            }
        } catch {
            throw .unwritable(folder.path, reason(of: error))
        }
    }

    private func file(_ sha256: String) -> URL {
        current.appendingPathComponent("\(sha256.prefix(2))/\(sha256).json")
    }
}
