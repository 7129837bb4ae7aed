import Markup

/// What `<meta>` and `<link>` elements say, under lower-case names, in document order.
struct HTMLHeadFields: Sendable {
    private var values: [String: [String]] = [:]
    private var order: [(name: String, value: String)] = []
    /// Targets of `<link rel>`.
    private var links: [String: String] = [:]

    init(_ document: HTMLDocument) {
        for node in document.nodes.indices {
            switch document.nodes[node].tag {
            case .meta: readMeta(node, document)
            case .link: readLink(node, document)
            default: break
            }
        }
    }

    /// The first value of the first of these names that has one.
    func first(_ names: String...) -> String? {
        for name in names {
            if let value = values[name]?.first { return value }
        }
        return nil
    }

    /// The values of any of these names, in document order.
    func values(of names: Set<String>) -> [String] {
        order.compactMap { names.contains($0.name) ? $0.value : nil }
    }

    /// All values of a name.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    func link(_ relation: String) -> String? { links[relation] }

    private mutating func readMeta(_ node: Int, _ document: HTMLDocument) {
        guard let content = document.value(.content, of: node) ?? document.value(.datetime, of: node) else {
            return
        }
        let value = HTMLText.unescaped(cleanText(document.bytes[content]))
        guard !value.isEmpty else { return }
        var seen: [String] = []
        for attribute in [HTMLAttribute.property, .name, .itemprop, .httpEquiv] {
            guard let name = document.string(attribute, of: node)?.lowercased(), !seen.contains(name) else {
                continue
            }
            seen.append(name)
            values[name, default: []].append(value)
            order.append((name, value))
        }
    }

    private mutating func readLink(_ node: Int, _ document: HTMLDocument) {
        guard let relation = document.string(.rel, of: node)?.lowercased(),
            let target = document.string(.href, of: node)
        else { return }
        for word in relation.split(separator: " ") where links[String(word)] == nil {
            links[String(word)] = target
        }
    }
}

/// Small repairs of text out of attributes and scripts.
enum HTMLText {
    /// Text that was escaped once too often: `&amp;amp;` in a title, `&#8217;` in JSON.
    static func unescaped(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[mark...]
            guard let end = rest.prefix(10).firstIndex(of: ";"),
                let character = entity(rest[rest.index(after: mark)..<end])
            else {
                result.append("&")
                rest = rest.dropFirst()
                continue
            }
            result.append(character)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func entity(_ name: Substring) -> Character? {
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let code =
                digits.first == "x" || digits.first == "X"
                ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return code.flatMap(Unicode.Scalar.init).map(Character.init)
        }
        return named[String(name)]
    }

    private static let named: [String: Character] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
        "rsquo": "’", "lsquo": "‘", "rdquo": "”", "ldquo": "“", "hellip": "…", "reg": "®", "copy": "©",
        "trade": "™", "bull": "•", "middot": "·", "laquo": "«", "raquo": "»", "auml": "ä", "ouml": "ö",
        "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è",
    ]

    /// Letters and digits alone, in lower case: for comparing what is printed in two places.
    static func skeleton(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.lowercased().unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                }))
    }

    /// Bytes as text with runs of ASCII white space and no-break spaces as single spaces.
    static func collapsed(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        var hasSpace = false
        while index < bytes.count {
            if bytes[index] <= 0x20 {
                hasSpace = true
            } else if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
                hasSpace = true
                index += 1
            } else {
                if hasSpace, !result.isEmpty { result.append(0x20) }
                hasSpace = false
                result.append(bytes[index])
            }
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    static func collapsed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
