import Foundation

/// JSON as the archive keeps it: UTF-8, sorted keys, no escaped slashes, so that equal values are equal bytes.
public enum CanonicalJSON {
    /// A whole document: indented for people, with a final line break.
    public static func document(_ value: some Encodable) throws -> Data {
        try encoded(value, [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
    }

    /// One line of JSON Lines, with its line break.
    public static func line(_ value: some Encodable) throws -> Data {
        try encoded(value, [.sortedKeys, .withoutEscapingSlashes])
    }

    /// JSON Lines.
    public static func lines(_ values: [some Encodable]) throws -> Data {
        try values.reduce(into: Data()) { $0 += try line($1) }
    }

    public static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        try JSONDecoder().decode(type, from: data)
    }

    private static func encoded(
        _ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting
    ) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        var data = try encoder.encode(value)
        data.append(UInt8(ascii: "\n"))
        return data
    }
}
