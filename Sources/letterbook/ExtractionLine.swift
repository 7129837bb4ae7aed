import Collecting
import Correspondence
import Extracting
import Foundation
import Nightly

/// What `letterbook extract` prints of one file.
struct ExtractionLine: Sendable, Codable {
    enum Status: String, Sendable, Codable {
        case ok, failed, skipped
    }

    var path: String
    var sha256: String?
    var mediaType: MediaType?
    var status: Status
    var reason: String?
    var language: String?
    var document: DocumentMetadata?
    var quality: TextQuality?
    var pages: [Page]?
    var findings: [Finding]?

    private init(path: String, status: Status, reason: String? = nil) {
        self.path = path
        self.status = status
        self.reason = reason
    }

    /// Reads, recognises and extracts a file; what goes wrong is in the line.
    static func of(_ path: String, worker: ExtractionWorker, reading: Reading, limit: Int) async
        -> ExtractionLine
    {
        let original: OriginalFile
        let contents: OriginalContents
        do {
            original = try OriginalFile(at: path, limit: limit)
            contents = try original.contents()
        } catch {
            return ExtractionLine(path: path, status: .failed, reason: error.description)
        }
        var line: ExtractionLine
        switch recognize(contents.ends, name: path) {
        case .unreadable(let reason):
            line = ExtractionLine(path: path, status: .skipped, reason: reason)
        case .readable(let mediaType):
            line = ExtractionLine(path: path, status: .ok)
            line.mediaType = mediaType
            do {
                let extraction = try await reading.extraction(
                    of: OpenOriginal(original), as: mediaType, by: worker)
                line.fill(with: extraction.text)
            } catch {
                line.status = .failed
                line.reason = "\(error)"
            }
        }
        line.sha256 = contents.sha256
        return line
    }

    private mutating func fill(with text: ExtractedText) {
        language = text.language
        document = text.document
        quality = text.quality
        pages = text.pages
        findings = text.findings
    }

    func json() throws -> Data { shownJSON(try CanonicalJSON.line(self)) }

    /// The text, pages divided by a form feed; what failed is said on standard error.
    func plainText() -> Data {
        if status != .ok { printError("\(path): \(reason ?? "no text")") }
        let text = (pages ?? []).map(\.text).joined(separator: "\n\u{0C}")
        return Data((text + "\n").utf8)
    }
}
