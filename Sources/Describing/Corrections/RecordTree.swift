import Correspondence
import Foundation

/// A record as a tree of JSON values, in which a path leads to a value whatever its type.
enum RecordTree: Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([RecordTree])
    case object([String: RecordTree])

    init(_ value: some Encodable) throws {
        self = try JSONDecoder().decode(RecordTree.self, from: CanonicalJSON.line(value))
    }

    func read<Value: Decodable>(as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: CanonicalJSON.line(self))
    }

    subscript(path: ArraySlice<String>) -> RecordTree? {
        guard let key = path.first else { return self }
        switch self {
        case .object(let values): return values[key]?[path.dropFirst()]
        case .list(let values):
            guard let place = Int(key), values.indices.contains(place) else { return nil }
            return values[place][path.dropFirst()]
        default: return nil
        }
    }

    /// Puts a value at a path, or takes it away; what leads there is made. The place after the last of a list
    /// appends.
    ///
    /// - Returns: false where the path leads beyond that.
    mutating func set(_ value: RecordTree?, at path: ArraySlice<String>) -> Bool {
        guard let key = path.first else {
            self = value ?? .null
            return true
        }
        let rest = path.dropFirst()
        switch self {
        case .object(var values):
            if rest.isEmpty {
                values[key] = value
            } else {
                let isList = rest.first.map { Int($0) != nil } ?? false
                var child = values[key] ?? (isList ? .list([]) : .object([:]))
                guard child.set(value, at: rest) else { return false }
                values[key] = child
            }
            self = .object(values)
        case .list(var values):
            guard let place = Int(key), place <= values.count else { return false }
            if place == values.count {
                guard value != nil else { return true }
                values.append(.object([:]))
            }
            if rest.isEmpty, value == nil {
                values.remove(at: place)
            } else if !values[place].set(value, at: rest) {
                return false
            }
            self = .list(values)
        default: return false
        }
        return true
    }

    /// Text of a value as people write it; nil for lists and objects.
    var shown: String? {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        default: nil
        }
    }
}

extension RecordTree: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = Self.attempt({ try container.decode(Bool.self) }) {
            self = .bool(value)
        } else if let value = Self.attempt({ try container.decode(Int.self) }) {
            self = .integer(value)
        } else if let value = Self.attempt({ try container.decode(Double.self) }) {
            self = .number(value)
        } else if let value = Self.attempt({ try container.decode(String.self) }) {
            self = .text(value)
        } else if let values = Self.attempt({ try container.decode([RecordTree].self) }) {
            self = .list(values)
        } else {
            self = .object(try container.decode([String: RecordTree].self))
        }
    }

    /// A value of one type is none of the others: that is how JSON is told apart.
    private static func attempt<Value>(_ decode: () throws -> Value) -> Value? {
        do { return try decode() } catch { return nil }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let values): try container.encode(values)
        case .object(let values): try container.encode(values)
        }
    }
}
