import Dice

/// A value as somebody might write it into a definition file, in one of the ways that YAML allows.
indirect enum WrittenYAML {
    case text(String)
    /// Numbers, dates and words that need no quotes.
    case plain(String)
    case list([WrittenYAML])
    case fields([(key: String, value: WrittenYAML)])

    static func texts(_ texts: [String]) -> WrittenYAML { .list(texts.map { .text($0) }) }

    /// Fields, but for those without a value, in an order of their own.
    static func some(_ fields: [(String, WrittenYAML?)], _ dice: inout Dice) -> WrittenYAML {
        var given = fields.compactMap { field in field.1.map { (key: field.0, value: $0) } }
        for place in given.indices.dropFirst() { given.swapAt(place, dice.roll(place + 1)) }
        return .fields(given)
    }

    /// A whole file, with comments and blank lines.
    func file(_ dice: inout Dice) -> String {
        let start = dice.pick([
            "", "# A comment: with \"marks\" & *stars*.\n", "---\n", "%YAML 1.1\n---\n", "\n\n",
        ])
        return start + block(0, &dice) + dice.pick(["", "\n", "...\n", "# The end\n"])
    }

    private func block(_ depth: Int, _ dice: inout Dice) -> String {
        let margin = String(repeating: " ", count: depth)
        switch self {
        case .text, .plain: return margin + flow(&dice) + "\n"
        case .list(let items):
            guard !items.isEmpty else { return margin + "[]\n" }
            return items.map { margin + "-" + $0.hung(depth + 2, &dice) }.joined()
        case .fields(let fields):
            guard !fields.isEmpty else { return margin + "{}\n" }
            return fields.map { margin + Self.key($0.key, &dice) + ":" + $0.value.hung(depth + 2, &dice) }
                .joined()
        }
    }

    /// What follows a hyphen or a colon.
    private func hung(_ depth: Int, _ dice: inout Dice) -> String {
        switch self {
        case .text(let text) where Self.isPrintable(text, but: "\n") && dice.roll(4) == 0:
            let margin = String(repeating: " ", count: depth)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return " |-\n" + lines.map { $0.isEmpty ? "\n" : margin + $0 + "\n" }.joined()
        case .list(let items) where !items.isEmpty && dice.roll(2) == 0:
            return dice.pick(["\n", "   # why\n"]) + block(depth, &dice)
        case .fields(let fields) where !fields.isEmpty && dice.roll(2) == 0:
            return dice.pick(["\n", "   # why\n"]) + block(depth, &dice)
        default: return dice.pick([" ", "   "]) + flow(&dice) + dice.pick(["", " ", "  # because"]) + "\n"
        }
    }

    private func flow(_ dice: inout Dice) -> String {
        switch self {
        case .plain(let text): return text
        case .text(let text): return Self.scalar(text, &dice)
        case .list(let items): return "[" + items.map { $0.flow(&dice) }.joined(separator: ", ") + "]"
        case .fields(let fields):
            return "{"
                + fields.map { Self.key($0.key, &dice) + ": " + $0.value.flow(&dice) }.joined(separator: ", ")
                + "}"
        }
    }

    private static func key(_ key: String, _ dice: inout Dice) -> String {
        isWord(key) && dice.roll(4) > 0 ? key : quoted(key)
    }

    private static func scalar(_ text: String, _ dice: inout Dice) -> String {
        if isWord(text), dice.roll(2) == 0 { return text }
        if isPrintable(text), dice.roll(2) == 0 {
            return "'" + text.replacing("'", with: "''") + "'"
        }
        return quoted(text)
    }

    private static func quoted(_ text: String) -> String {
        "\""
            + text.unicodeScalars.map { scalar in
                switch scalar {
                case "\"": "\\\""
                case "\\": "\\\\"
                case "\n": "\\n"
                default: isPrintable(scalar) ? String(scalar) : escaped(scalar)
                }
            }.joined() + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// Letters that cannot be taken for anything else.
    private static func isWord(_ text: String) -> Bool {
        text.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } && text.lowercased() != "null"
    }

    private static func isPrintable(_ text: String, but allowed: Unicode.Scalar? = nil) -> Bool {
        text.unicodeScalars.allSatisfy { $0 == allowed || isPrintable($0) }
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F, 0xA0..<0x2028, 0x202A..<0xD800, 0xE000..<0xFEFF, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
