import Correspondence
import Definitions
import Extracting
import Planning
import Working

/// Takes what is attached to a file of the corpus out of it, in a worker: its bytes are kept nowhere else.
public struct AttachmentReader: Sendable {
    private let originals: OriginalReader
    private let worker: ExtractionWorker

    /// - Parameter program: absolute path of this program, which is its own worker.
    public init(_ workspace: Workspace, program: String) {
        let configuration = workspace.configuration
        originals = OriginalReader(
            corpus: workspace.corpus.path, sizeLimit: configuration.sizeLimit << 20)
        worker = ExtractionWorker(
            program: program, limits: WorkerLimits(configuration), settings: ExtractionSettings(configuration)
        )
    }

    /// The original's bytes; nil where they are not to be had as they were archived.
    public func bytes(of original: Original) async -> [UInt8]? {
        let present = PresentOriginal(
            sha256: original.sha256, mediaType: original.mediaType, paths: original.paths,
            size: original.bytes)
        do { return try await originals.open(present, worker: worker).bytes() } catch { return nil }
    }
}
