import Collecting
import Correspondence
import Working

/// An original as a worker can be given it: a file of the corpus that is open, of which no more than a portion is ever
/// held here, or the bytes of something that is attached to one.
public struct OpenOriginal: Sendable {
    let document: Document
    /// Nil for bytes, which nobody else can change.
    private let file: OriginalFile?

    public init(_ bytes: [UInt8]) {
        document = .bytes(bytes)
        file = nil
    }

    /// A file of which a worker reads as many bytes as it had when it was opened.
    public init(_ file: OriginalFile) {
        document = .file(descriptor: file.descriptor, count: file.size, owner: file)
        self.file = file
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
        guard file?.isUntouched ?? true else { throw .original(.changed) }
        return try outcome.get()
    }
}
