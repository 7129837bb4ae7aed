import Foundation

/// Checks records against the published schema: the part of JSON Schema 2020-12 that it uses.
///
/// Known: `$ref` into `$defs`, `type`, `const`, `enum`, `properties`, `required`, `additionalProperties: false`,
/// `items`, `minItems`, `minLength`, `minimum`, `maximum`, `pattern`. A keyword that is not known is an error of
/// the schema's, found by a test.
struct SchemaCheck {
    static let known: Set<String> = [
        "$schema", "$id", "$ref", "$defs", "title", "description", "type", "const", "enum", "properties",
        "required",
        "additionalProperties", "items", "minItems", "minLength", "minimum", "maximum", "pattern",
    ]

    private let root: [String: Any]
    private var patterns: [String: NSRegularExpression] = [:]

    /// - Throws: What `JSONSerialization` and `NSRegularExpression` throw for a schema that is none.
    init(schema: [UInt8]) throws {
        root = try JSONSerialization.jsonObject(with: Data(schema)) as? [String: Any] ?? [:]
        for pattern in Self.patterns(in: root) {
            patterns[pattern] = try NSRegularExpression(pattern: pattern)
        }
    }

    /// The first violation, as `topics.0.score: is not a number`; nil for a valid record.
    func violation(in record: [UInt8]) -> String? {
        do {
            let value = try JSONSerialization.jsonObject(with: Data(record), options: [.fragmentsAllowed])
            return violation(value, root, "record")
        } catch {
            return "not JSON"
        }
    }

    private func violation(_ value: Any, _ schema: [String: Any], _ path: String) -> String? {
        if let reference = schema["$ref"] as? String, let target = resolved(reference) {
            return violation(value, target, path)
        }
        if let constant = schema["const"] as? NSObject, constant != value as? NSObject {
            return "\(path): is not \(constant)"
        }
        if let allowed = schema["enum"] as? [NSObject], !allowed.contains(where: { $0 == value as? NSObject })
        {
            return "\(path): '\(value)' is none of the values allowed"
        }
        switch schema["type"] as? String {
        case "object": return object(value, schema, path)
        case "array": return array(value, schema, path)
        case "string": return string(value, schema, path)
        case "integer", "number": return number(value, schema, path)
        default: return nil
        }
    }

    private func object(_ value: Any, _ schema: [String: Any], _ path: String) -> String? {
        guard let object = value as? [String: Any] else { return "\(path): is not an object" }
        for key in schema["required"] as? [String] ?? [] where object[key] == nil {
            return "\(path): '\(key)' is missing"
        }
        let properties = schema["properties"] as? [String: Any] ?? [:]
        for (key, member) in object.sorted(by: { $0.key < $1.key }) {
            guard let rule = properties[key] as? [String: Any] else {
                if schema["additionalProperties"] as? Bool == false {
                    return "\(path): '\(key)' is not known"
                }
                continue
            }
            if let found = violation(member, rule, "\(path).\(key)") { return found }
        }
        return nil
    }

    private func array(_ value: Any, _ schema: [String: Any], _ path: String) -> String? {
        guard let items = value as? [Any] else { return "\(path): is not a list" }
        if let least = schema["minItems"] as? Int, items.count < least {
            return "\(path): has fewer than \(least) items"
        }
        guard let rule = schema["items"] as? [String: Any] else { return nil }
        for (position, item) in items.enumerated() {
            if let found = violation(item, rule, "\(path).\(position)") { return found }
        }
        return nil
    }

    private func string(_ value: Any, _ schema: [String: Any], _ path: String) -> String? {
        guard let text = value as? String else { return "\(path): is not text" }
        if let least = schema["minLength"] as? Int, text.unicodeScalars.count < least {
            return "\(path): is empty"
        }
        guard let pattern = schema["pattern"] as? String, let expression = patterns[pattern] else {
            return nil
        }
        let whole = NSRange(text.startIndex..., in: text)
        return expression.firstMatch(in: text, range: whole) == nil
            ? "\(path): '\(text)' has another form" : nil
    }

    private func number(_ value: Any, _ schema: [String: Any], _ path: String) -> String? {
        guard !(value is String), let number = (value as? NSNumber)?.doubleValue else {
            return "\(path): is not a number"
        }
        if schema["type"] as? String == "integer", number != number.rounded() {
            return "\(path): is not a whole number"
        }
        if let least = (schema["minimum"] as? NSNumber)?.doubleValue, number < least {
            return "\(path): is less than \(least)"
        }
        if let most = (schema["maximum"] as? NSNumber)?.doubleValue, number > most {
            return "\(path): is more than \(most)"
        }
        return nil
    }

    private func resolved(_ reference: String) -> [String: Any]? {
        let name = reference.replacing("#/$defs/", with: "")
        return (root["$defs"] as? [String: Any])?[name] as? [String: Any]
    }

    /// Every subschema's keywords, for the test that none is unknown.
    static func keywords(in schema: [String: Any]) -> Set<String> {
        var found = Set(schema.keys)
        for key in ["properties", "$defs"] {
            for case let part as [String: Any] in (schema[key] as? [String: Any] ?? [:]).values {
                found.formUnion(keywords(in: part))
            }
        }
        if let items = schema["items"] as? [String: Any] { found.formUnion(keywords(in: items)) }
        return found
    }

    private static func patterns(in schema: [String: Any]) -> Set<String> {
        var found: Set<String> = []
        if let pattern = schema["pattern"] as? String { found.insert(pattern) }
        for key in ["properties", "$defs"] {
            for case let part as [String: Any] in (schema[key] as? [String: Any] ?? [:]).values {
                found.formUnion(patterns(in: part))
            }
        }
        if let items = schema["items"] as? [String: Any] { found.formUnion(patterns(in: items)) }
        return found
    }
}
