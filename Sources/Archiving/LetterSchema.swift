import Correspondence
import Foundation

/// The published description of a record: `archive/schema/letter.schema.json`.
public enum LetterSchema {
    /// Relative to the archive.
    public static let path = "schema/letter.schema.json"

    /// JSON Schema 2020-12, as UTF-8 with a final line break.
    public static let document: [UInt8] = Array("\(properties)\n\(definitions)\n".utf8)

    /// The version of records that a schema document describes; nil where it cannot be told.
    static func version(of document: [UInt8]) -> Int? {
        struct Schema: Decodable {
            struct Properties: Decodable {
                struct Version: Decodable { var const: Int }
                var schemaVersion: Version
            }
            var properties: Properties
        }
        do {
            return try CanonicalJSON.decode(Schema.self, from: Data(document)).properties.schemaVersion.const
        } catch {
            return nil
        }
    }
}
