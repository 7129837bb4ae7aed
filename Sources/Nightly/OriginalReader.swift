import Collecting
import Correspondence
import Extracting
import Planning

/// Opens an original: a file of the corpus, or what is attached to one, which is taken out of it anew each time and so
/// is kept nowhere twice.
struct OriginalReader: Sendable {
    /// Absolute path.
    let corpus: String
    /// Bytes of a file of the corpus at most.
    let sizeLimit: Int

    /// - Throws: `.original(.changed)` where other bytes lie there now.
    func open(
        _ original: PresentOriginal, worker: ExtractionWorker
    ) async throws(ProcessingError) -> OpenOriginal {
        // A file is read faster than what is attached to one.
        let path = original.paths.first { OriginalPath($0).attachments.isEmpty } ?? original.paths.first ?? ""
        let (opened, sha256) = try await open(at: path, worker: worker)
        guard sha256 == original.sha256 else { throw .original(.changed) }
        return opened
    }

    private func open(
        at path: String, worker: ExtractionWorker
    ) async throws(ProcessingError) -> (OpenOriginal, sha256: String) {
        do {
            let file = try OriginalFile(at: corpus + "/" + path, limit: sizeLimit)
            let sha256 = try file.sha256()
            return (OpenOriginal(file, sha256: sha256), sha256)
        } catch {
            let place = OriginalPath(path)
            guard !place.attachments.isEmpty else { throw .original(error) }
            let bytes = try await attached(place, worker: worker)
            return (OpenOriginal(bytes), SHA256.hex(of: bytes))
        }
    }

    private func attached(
        _ place: OriginalPath, worker: ExtractionWorker
    ) async throws(ProcessingError) -> [UInt8] {
        let file: OriginalFile
        var ends: [UInt8]
        do {
            file = try OriginalFile(at: corpus + "/" + place.file, limit: sizeLimit)
            ends = try file.ends()
        } catch {
            throw .original(error)
        }
        var holder = OpenOriginal(file)
        var bytes: [UInt8] = []
        for number in place.attachments {
            guard case .readable(let mediaType) = recognize(ends, name: "") else {
                throw .original(.changed)
            }
            bytes = try await holder.whileUntouched { () throws(ProcessingError) in
                try await worker.attachment(number, in: holder, as: mediaType)
            }
            (holder, ends) = (OpenOriginal(bytes), bytes)
        }
        return bytes
    }
}
