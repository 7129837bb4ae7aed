import Correspondence

/// Something attached to an original that is an original of its own: its place there, and what it is.
public struct AttachedOriginal: Sendable, Hashable, Codable {
    /// From 1.
    public var number: Int
    /// Without folders.
    public var name: String
    public var sha256: String
    public var mediaType: MediaType
    /// Bytes.
    public var size: Int

    public init(number: Int, name: String, sha256: String, mediaType: MediaType, size: Int) {
        self.number = number
        self.name = name
        self.sha256 = sha256
        self.mediaType = mediaType
        self.size = size
    }
}

/// What the corpus holds: its files, and what is known to be attached to them, each distinct content once.
///
/// - Parameters:
///   - files: one for each distinct content.
///   - known: originals of earlier rounds and nights, with what was found attached to them.
public func withAttachments(
    _ files: [PresentOriginal], known: [String: KnownOriginal]
) -> [PresentOriginal] {
    var byContent = Dictionary(uniqueKeysWithValues: files.map { ($0.sha256, $0) })
    var containers = files.flatMap { file in file.paths.map { (sha256: file.sha256, path: $0, depth: 0) } }
    guard containers.contains(where: { known[$0.sha256]?.attachments != nil }) else { return files }
    while let container = containers.popLast() {
        guard container.depth < OriginalPath.deepest else { continue }
        for attached in known[container.sha256]?.attachments ?? [] {
            let path = OriginalPath.attachment(attached.number, named: attached.name, in: container.path)
            let fresh = PresentOriginal(
                sha256: attached.sha256, mediaType: attached.mediaType, paths: [], size: attached.size)
            byContent[attached.sha256, default: fresh].paths.append(path)
            containers.append((attached.sha256, path, container.depth + 1))
        }
    }
    return byContent.values.map { original in
        var original = original
        original.paths.sort()
        return original
    }.sorted { $0.paths[0] < $1.paths[0] }
}
