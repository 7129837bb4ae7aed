/// A structured value such as `text/plain; charset="utf-8"`: its word and its parameters (RFC 2045, 5.1),
/// with those that are continued or say their charset (RFC 2231).
struct EmailParameters {
    /// In lower case.
    private(set) var value: String
    private var raw: [String: String] = [:]

    init(_ text: String) {
        var pieces = Self.pieces(of: text.prefix(8_192))
        value = pieces.isEmpty ? "" : pieces.removeFirst().lowercased().filter { !$0.isWhitespace }
        for piece in pieces {
            guard let equals = piece.firstIndex(of: "=") else { continue }
            let name = piece[..<equals].lowercased().filter { !$0.isWhitespace }
            if raw[name] == nil { raw[name] = Self.unquoted(piece[piece.index(after: equals)...]) }
        }
    }

    subscript(name: String) -> String? {
        if let plain = raw[name] { return EncodedWords.decoded(Array(plain.utf8)[...]) }
        if let extended = raw[name + "*"] { return Self.decoded([(extended, true)]) }
        var parts: [(String, Bool)] = []
        while parts.count < 100 {
            if let part = raw["\(name)*\(parts.count)"] {
                parts.append((part, false))
            } else if let part = raw["\(name)*\(parts.count)*"] {
                parts.append((part, true))
            } else {
                break
            }
        }
        return parts.isEmpty ? nil : Self.decoded(parts)
    }

    /// `utf-8'en'a%20letter.pdf`: charset, language, then bytes written as `%XX`.
    private static func decoded(_ parts: [(text: String, isExtended: Bool)]) -> String {
        var charset: String?
        var bytes: [UInt8] = []
        for (index, part) in parts.enumerated() {
            var text = Array(part.text.utf8)[...]
            if index == 0, part.isExtended, text.count(where: { $0 == 0x27 }) >= 2 {
                charset = String(decoding: text.prefix { $0 != 0x27 }, as: UTF8.self)
                text = text.drop { $0 != 0x27 }.dropFirst().drop { $0 != 0x27 }.dropFirst()
            }
            if part.isExtended {
                bytes += TransferEncoding.quotedPrintable(text.map { $0 == 0x25 ? 0x3D : $0 }[...])
            } else {
                bytes += text
            }
        }
        return cleanText(decode(bytes, declared: charset).utf8[...])
    }

    /// Divides at semicolons outside quotation marks.
    private static func pieces(of text: Substring) -> [String] {
        var pieces = [""]
        var isQuoted = false
        var isEscaped = false
        for character in text {
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = character == "\\" && isQuoted && !isEscaped
            if character == ";", !isQuoted {
                pieces.append("")
            } else {
                pieces[pieces.count - 1].append(character)
            }
        }
        return pieces
    }

    private static func unquoted(_ text: Substring) -> String {
        let text = text.drop(while: \.isWhitespace)
        guard text.first == "\"" else { return String(text.prefix { !$0.isWhitespace }) }
        var result = ""
        var isEscaped = false
        for character in text.dropFirst() {
            if !isEscaped, character == "\"" { break }
            isEscaped = !isEscaped && character == "\\"
            if !isEscaped { result.append(character) }
        }
        return result
    }
}
