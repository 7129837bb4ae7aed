import Correspondence
import Foundation

/// The steps of a source whose letters are whole files: each file is given, then said to be finished.
struct FileQueue {
    /// Largest original, as over the network.
    static let largest = 256 << 20

    private let root: URL
    private var files: LocalFiles
    private let isKnown: @Sendable (String, String) -> Bool
    private var finished: LocalStep?

    init(
        _ paths: [String], root: URL, isKnown: @escaping @Sendable (String, String) -> Bool
    ) throws(SourceError) {
        self.root = root
        self.isKnown = isKnown
        files = try LocalFiles(paths, below: root)
    }

    /// - Parameter name: what a file is known by; nil where it is none of the source's.
    mutating func next(_ name: (LocalFile) -> String?) -> LocalStep? {
        if let step = finished {
            finished = nil
            return step
        }
        while let found = files.next() {
            switch found {
            case .failure(let error): return .failed(file: error.path, reason: error.reason)
            case .success(let file):
                guard let name = name(file), !isKnown(name, file.stamp) else { continue }
                return step(file, name)
            }
        }
        return nil
    }

    private mutating func step(_ file: LocalFile, _ name: String) -> LocalStep {
        do {
            let bytes = try LocalFiles.bytes(of: file, below: root, most: Self.largest)
            var item = LocalItem(
                file: name, bytes: bytes, listed: ListedItem(url: "", listing: name.folder))
            item.collectedAt = file.time
            finished = .finished(file: name, stamp: file.stamp)
            return .item(item)
        } catch {
            return .failed(file: name, reason: error.reason)
        }
    }
}

extension String {
    /// `Mail/letters` of `Mail/letters/1.eml`.
    fileprivate var folder: String {
        lastIndex(of: "/").map { String(self[..<$0]) } ?? self
    }
}
