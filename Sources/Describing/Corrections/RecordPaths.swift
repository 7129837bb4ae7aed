import Correspondence
import Foundation

/// A record as a tree of JSON values, in which a path leads to a value whatever its type.
extension JSONValue {
    init(_ value: some Encodable) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: CanonicalJSON.line(value))
    }

    func read<Value: Decodable>(as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: CanonicalJSON.line(self))
    }

    subscript(path: ArraySlice<String>) -> JSONValue? {
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
    mutating func set(_ value: JSONValue?, at path: ArraySlice<String>) -> Bool {
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
