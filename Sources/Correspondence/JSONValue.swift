/// A JSON value of any shape: for records of versions that `Letter` no longer describes, and for what a path in a record
/// leads to, whatever its type.
public enum JSONValue: Sendable, Hashable, Codable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = Self.attempt({ try value.decode(Bool.self) }) {
            self = .bool(bool)
        } else if let integer = Self.attempt({ try value.decode(Int.self) }) {
            self = .integer(integer)
        } else if let number = Self.attempt({ try value.decode(Double.self) }) {
            self = .number(number)
        } else if let text = Self.attempt({ try value.decode(String.self) }) {
            self = .text(text)
        } else if let list = Self.attempt({ try value.decode([JSONValue].self) }) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSONValue].self))
        }
    }

    /// A value of one type is none of the others: that is how JSON is told apart.
    private static func attempt<Value>(_ decode: () throws -> Value) -> Value? {
        do { return try decode() } catch { return nil }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let bool): try container.encode(bool)
        case .integer(let integer): try container.encode(integer)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }
}
