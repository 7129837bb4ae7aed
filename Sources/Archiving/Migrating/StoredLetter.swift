import Correspondence

/// A letter as some version of the program wrote it down: decoded, it is of this version.
public struct StoredLetter: Sendable, Hashable, Codable {
    public var letter: Letter
    /// The version of the bytes.
    public let version: Int

    public init(_ letter: Letter) {
        self.letter = letter
        version = letter.schemaVersion
    }

    private enum Key: String, CodingKey {
        case schemaVersion
    }

    /// - Throws: `RecordVersionError.newer` besides what decoding throws.
    public init(from decoder: any Decoder) throws {
        version = try decoder.container(keyedBy: Key.self).decode(Int.self, forKey: .schemaVersion)
        if version == Letter.schemaVersion {
            letter = try Letter(from: decoder)
        } else {
            let record = try RecordMigrations.all.migrated([String: JSONValue](from: decoder))
            letter = try CanonicalJSON.decode(Letter.self, from: CanonicalJSON.line(record))
        }
    }

    public func encode(to encoder: any Encoder) throws { try letter.encode(to: encoder) }
}
