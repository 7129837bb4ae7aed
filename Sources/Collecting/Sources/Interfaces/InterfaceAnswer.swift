import Correspondence
import Foundation

/// The JSON that an interface of the government answers with.
struct InterfaceAnswer {
    let value: JSONValue

    /// - Throws: `SourceError.unreadable` where it is no JSON, or says what was wrong with the request.
    init(_ body: [UInt8]) throws(SourceError) {
        do {
            value = try CanonicalJSON.decode(JSONValue.self, from: Data(body))
        } catch {
            throw .unreadable("the answer is no JSON")
        }
        if let complaint = Self.complaint(in: value) { throw .unreadable("the interface says: \(complaint)") }
    }

    /// `errors` of https://jsonapi.org, `error` of api.data.gov.
    private static func complaint(in value: JSONValue) -> String? {
        if let error = value["errors"]?.list?.first {
            return [error["title"]?.text, error["detail"]?.text].compactMap(\.self).joined(separator: ": ")
        }
        return value["error"]?["message"]?.text ?? value["errors"]?.text
    }
}

extension JSONValue {
    subscript(key: String) -> JSONValue? {
        if case .object(let object) = self { object[key] } else { nil }
    }

    var list: [JSONValue]? {
        if case .list(let list) = self { list } else { nil }
    }

    /// A text that is not empty.
    var text: String? {
        if case .text(let text) = self, !text.isEmpty { text } else { nil }
    }

    var integer: Int? {
        if case .integer(let integer) = self { integer } else { nil }
    }

    var bool: Bool? {
        if case .bool(let bool) = self { bool } else { nil }
    }
}

/// Addresses with questions in them.
enum InterfaceAddress {
    /// - Parameter items: names and values; brackets stay as they are read best, all else that needs it is escaped.
    static func make(_ base: String, _ items: [(String, String)]) -> String {
        let query = items.map { "\(escaped($0.0))=\(escaped($0.1))" }.joined(separator: "&")
        return base + "?" + query
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            if isPlain || [0x2D, 0x2E, 0x5F, 0x7E, 0x2C].contains(byte) {
                result.unicodeScalars.append(scalar)
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                result += "%" + (hex.count == 1 ? "0" + hex : hex)
            }
        }
        return result
    }
}
