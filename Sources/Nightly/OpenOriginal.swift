import Collecting
import Correspondence
import Working

/// An original as a worker can be given it: a file of the corpus that is open, of which no more than a portion is ever
/// held here, or the bytes of something that is attached to one.
public struct OpenOriginal: Sendable {
    let document: Document
    /// Nil for bytes, which nobody else can change.
    private let file: OriginalFile?
    /// Of the file when it was opened; nil where that is not known.
    private let sha256: String?

    public init(_ bytes: [UInt8]) {
        document = .bytes(bytes)
        file = nil
        sha256 = nil
    }

    /// A file of which a worker reads as many bytes as it had when it was opened.
    ///
    /// - Parameter sha256: of its bytes. A backup that links it, or a changed right, touches a file and not its bytes:
    ///   with the hash that can be told.
    public init(_ file: OriginalFile, sha256: String? = nil) {
        document = .file(descriptor: file.descriptor, count: file.size, owner: file)
        self.file = file
        self.sha256 = sha256
    }

    /// Its bytes, whole.
    func bytes() throws(OriginalError) -> [UInt8] {
        switch document {
        case .bytes(let bytes): bytes
        case .file: try file?.bytes() ?? []
        }
    }

    /// What was made of it, success or failure.
    ///
    /// - Throws: `.original(.changed)` where its file is not as it was opened any more: then nobody knows of which bytes
    ///   that tells.
    func whileUntouched<Made: Sendable>(
        _ make: () async throws(ProcessingError) -> Made
    ) async throws(ProcessingError) -> Made {
        let outcome: Result<Made, ProcessingError>
        do { outcome = .success(try await make()) } catch { outcome = .failure(error) }
        guard try isAsOpened() else { throw .original(.changed) }
        return try outcome.get()
    }

    private func isAsOpened() throws(ProcessingError) -> Bool {
        guard let file, let sha256 else { return file?.isUntouched ?? true }
        do { return try file.stillHolds(sha256) } catch { throw .original(error) }
    }
}
