/// Reads one value of a YAML mapping: plain, single-quoted, double-quoted or a block of lines.
/// Rules: https://yaml.org/spec/1.2.2/, chapters 5.7 (escapes), 6.5 (folding) and 7.3 (styles).
enum YAMLScalar {
    /// - Parameter lines: what follows the colon, then the lines that continue it.
    /// - Returns: the value as it was meant; text after a closing quote is left out.
    static func decoded(_ lines: [Substring]) -> String {
        guard let first = lines.first else { return "" }
        let start = first.drop { $0.isWhitespace }
        let rest = lines.dropFirst()
        switch start.first {
        case "\"":
            return doubleQuoted(Array(folded([start.dropFirst()] + rest, hasEscapes: true).unicodeScalars))
        case "'": return singleQuoted(folded([start.dropFirst()] + rest, hasEscapes: false))
        case "|", ">":
            return rest.map { String(trimmed($0)) }.joined(separator: start.first == "|" ? "\n" : " ")
        case nil: return ""
        default: return plain([start] + rest)
        }
    }

    private static func plain(_ lines: [Substring]) -> String {
        let text = folded(lines, hasEscapes: false)
        guard let comment = text.firstRange(of: " #") else { return text }
        return String(trimmed(text[..<comment.lowerBound]))
    }

    /// Lines become one: a break is a space, an empty line is a break, an escaped break is nothing.
    private static func folded(_ lines: [Substring], hasEscapes: Bool) -> String {
        var text = ""
        var joint = ""
        for (number, line) in lines.enumerated() {
            let part = number == 0 ? line : line.drop { $0.isWhitespace }
            if part.allSatisfy(\.isWhitespace), number > 0 {
                joint = "\n"
                continue
            }
            text += joint
            if hasEscapes, number < lines.count - 1, endsEscaped(part) {
                text += part.dropLast()
                joint = ""
            } else {
                text += trimmed(part)
                joint = " "
            }
        }
        return text
    }

    private static func endsEscaped(_ line: Substring) -> Bool {
        line.reversed().prefix { $0 == "\\" }.count % 2 == 1
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    private static func singleQuoted(_ text: String) -> String {
        var value = ""
        var isQuote = false
        for character in text {
            if character == "'" {
                if isQuote { value.append("'") }
                isQuote.toggle()
            } else if isQuote {
                return value
            } else {
                value.append(character)
            }
        }
        return value
    }

    private static func doubleQuoted(_ scalars: [Unicode.Scalar]) -> String {
        var value = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count, scalars[index] != "\"" {
            let scalar = scalars[index]
            index += 1
            guard scalar == "\\", index < scalars.count else {
                value.append(scalar)
                continue
            }
            let escape = scalars[index]
            index += 1
            if let digits = digitCounts[escape] {
                let end = min(index + digits, scalars.count)
                let code = String(String.UnicodeScalarView(scalars[index..<end]))
                if let number = UInt32(code, radix: 16), let scalar = Unicode.Scalar(number) {
                    value.append(scalar)
                }
                index = end
            } else {
                value.append(named[escape] ?? escape)
            }
        }
        return String(value)
    }

    private static let digitCounts: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]

    private static let named: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "\0", "a": "\u{7}", "b": "\u{8}", "t": "\t", "n": "\n", "v": "\u{B}", "f": "\u{C}", "r": "\r",
        "e": "\u{1B}", "N": "\u{85}", "_": "\u{A0}", "L": "\u{2028}", "P": "\u{2029}",
    ]
}
