import Collecting
import Correspondence
import Extracting
import Planning

/// Reads an original's bytes: a file of the corpus, or what is attached to one, which is taken out of it anew each
/// time and so is kept nowhere twice.
struct OriginalReader: Sendable {
    /// Absolute path.
    let corpus: String
    /// Bytes of a file of the corpus at most.
    let sizeLimit: Int

    /// - Throws: `.original(.changed)` where other bytes lie there now.
    func bytes(
        of original: PresentOriginal, worker: ExtractionWorker
    ) async throws(ProcessingError) -> [UInt8] {
        // A file is read faster than what is attached to one.
        let path = original.paths.first { OriginalPath($0).attachments.isEmpty } ?? original.paths.first ?? ""
        let bytes = try await bytes(at: path, worker: worker)
        guard SHA256.hex(of: bytes) == original.sha256 else { throw .original(.changed) }
        return bytes
    }

    private func bytes(at path: String, worker: ExtractionWorker) async throws(ProcessingError) -> [UInt8] {
        do {
            return try readOriginal(at: corpus + "/" + path, limit: sizeLimit)
        } catch {
            let place = OriginalPath(path)
            guard !place.attachments.isEmpty else { throw .original(error) }
            return try await attached(place, worker: worker)
        }
    }

    private func attached(
        _ place: OriginalPath, worker: ExtractionWorker
    ) async throws(ProcessingError) -> [UInt8] {
        var bytes: [UInt8]
        do {
            bytes = try readOriginal(at: corpus + "/" + place.file, limit: sizeLimit)
        } catch {
            throw .original(error)
        }
        for number in place.attachments {
            guard case .readable(let mediaType) = recognize(bytes, name: "") else {
                throw .original(.changed)
            }
            do {
                bytes = try await worker.attachment(number, in: bytes, as: mediaType)
            } catch {
                throw .extraction(error)
            }
        }
        return bytes
    }
}
