import Correspondence
import Foundation

/// A folder that another program or a person fills. Each file is an original; when it was last written is when it was
/// collected. `include` and `exclude` are matched against the path.
struct FolderSource: LocalSourceReader {
    static let kind = Source.Kind.folder

    private let source: Source
    private var queue: FileQueue

    init(
        _ source: Source, root: URL, isKnown: @escaping @Sendable (_ file: String, _ stamp: String) -> Bool
    ) throws(SourceError) {
        self.source = source
        queue = try FileQueue(source.urls, root: root, isKnown: isKnown)
    }

    mutating func next() -> LocalStep? {
        queue.next { AddressChoice.takes($0.path, source) ? $0.path : nil }
    }
}
