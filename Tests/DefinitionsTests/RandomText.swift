import Dice
import Foundation

extension Dice {
    mutating func maybe<Value>(_ make: (inout Dice) -> Value) -> Value? { roll(2) == 0 ? make(&self) : nil }

    mutating func some<Value>(upTo most: Int, _ make: (inout Dice) -> Value) -> [Value] {
        (0..<roll(most + 1)).map { _ in make(&self) }
    }

    /// A text such as people type, or such as nobody should: it begins and ends with something visible.
    mutating func text() -> String {
        let pieces = [
            "road", "Straße", "道路", "a\u{301}", "x: y", "# no comment", "\"", "'", "\\", "\\n", "- ", "? ",
            "{a}", "[b]", "&c", "*c", "!d", "%e", "@f", "`g`", "|", ">", ",", "null", "~", "yes", "1e9",
            "2020-01-01", "0o7", "👩‍⚕️", "\u{A0}", "\t", "\n", "\r\n", "\u{1B}[2J", "\u{202E}", "\u{2028}",
            "\u{85}",
            "\u{FEFF}", "\u{FFFE}", "\u{9B}", "\u{7F}", "\u{0}", "\u{E000}", "\u{10FFFF}", "<<", "---", "...",
        ]
        let middle = (0..<roll(5)).map { _ in pick(pieces) }.joined(separator: pick(["", " "]))
        let text =
            pick(["a", "Z", "9", "é", "\"", "#", "-", "*", "null"]) + middle
            + pick(["", "b", "'", "\\", ":"])
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Lower-case letters, digits and hyphens.
    mutating func name() -> String {
        String((0..<(2 + roll(6))).map { _ in pick(Array("abcdefghij0123456789-")) }) + pick(["x", "y", "7"])
    }

    mutating func digits(_ count: Int) -> String {
        String((0..<count).map { _ in pick(Array("0123456789abcdef")) })
    }

    mutating func day() -> String { "20\(10 + roll(20))-\(10 + roll(3))-\(10 + roll(19))" }
}
