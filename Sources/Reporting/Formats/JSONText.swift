import Correspondence
import Foundation

/// JSON that is changed as text, so that numbers and order stay as the archive wrote them.
enum JSONText {
    /// The members of an object in one line, in their order, each with its value as it stands.
    static func members(_ object: String) -> [(key: String, value: Substring)] {
        var members: [(String, Substring)] = []
        let bytes = object.utf8
        var depth = 0
        var isQuoted = false
        var isEscaped = false
        var start: String.Index?
        var colon: String.Index?
        let take = { (end: String.Index) in
            guard let first = start, let middle = colon else { return }
            let key = object[bytes.index(after: first)..<bytes.index(before: middle)]
            members.append((String(key), object[bytes.index(after: middle)..<end]))
            start = nil
            colon = nil
        }
        for place in bytes.indices {
            let byte = bytes[place]
            if isQuoted {
                if !isEscaped && byte == UInt8(ascii: "\"") { isQuoted = false }
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                isQuoted = true
                if depth == 1 && start == nil { start = place }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 1 { take(place) }
                depth -= 1
            case UInt8(ascii: ":") where depth == 1 && colon == nil: colon = place
            case UInt8(ascii: ",") where depth == 1: take(place)
            default: break
            }
        }
        return members
    }

    /// A value in one line, keys sorted.
    static func line(_ value: some Encodable) throws -> String {
        plainJSON(String(decoding: try CanonicalJSON.line(value).dropLast(), as: UTF8.self))
    }

    /// The record of a letter in one line: with its snippet, and without its pages where they are not wanted.
    static func record(_ item: LetterItem) throws -> String {
        var letter = item.letter
        if !item.hasPages { letter.pages = [] }
        let whole = try line(letter)
        guard !item.hasPages || item.snippet != nil else { return whole }
        var members = members(whole).filter { item.hasPages || $0.key != "pages" }
        if let snippet = item.snippet {
            members.append(("snippet", Substring(try line(snippet))))
            members.sort { $0.key < $1.key }
        }
        return "{" + members.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }
}
