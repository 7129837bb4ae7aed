/// One line of `archive/manifest.jsonl`: which record there is, and the fixity of it and of its original.
public struct ManifestEntry: Sendable, Hashable, Codable {
    public var id: String
    /// SHA-256 of the original, lower-case hexadecimal.
    public var originalSHA256: String
    /// Relative to the archive: `letters/3f/3f9a1c20d4e5b6a7.json`.
    public var path: String
    /// SHA-256 of the record's bytes.
    public var recordSHA256: String
    /// ISO 8601 day on which a tombstone was set; the record stays.
    public var withdrawn: String?

    public init(
        id: String, originalSHA256: String, path: String, recordSHA256: String, withdrawn: String? = nil
    ) {
        self.id = id
        self.originalSHA256 = originalSHA256
        self.path = path
        self.recordSHA256 = recordSHA256
        self.withdrawn = withdrawn
    }

    // The id must come first in the sorted line: the manifest is merged by it without reading the rest.
    enum CodingKeys: String, CodingKey {
        case id
        case originalSHA256 = "originalSha256"
        case path
        case recordSHA256 = "recordSha256"
        case withdrawn
    }
}
