import Correspondence
import Foundation

/// Words to find, written in FTS5's own language. Every word is quoted, so that none can be an operator.
enum MatchExpression {
    /// For `letter_words`; nil for a term without a letter or digit in it, which matches nothing.
    static func text(_ term: TextTerm) -> String? {
        switch term {
        case .word(let text), .phrase(let text): return quoted(text)
        case .prefix(let text): return quoted(text).map { $0 + " *" }
        case .near(let texts, let distance):
            let all = texts.compactMap(quoted)
            guard all.count > 1 else { return all.first }
            return "NEAR(\(all.joined(separator: " ")), \(distance))"
        }
    }

    /// For `letter_prefix`, which knows single words only; nil for what the tokenizer might take for several.
    static func prefix(_ text: String) -> String? {
        let isOneWord = text.unicodeScalars.allSatisfy { isWordPart($0) && $0.value < 0x250 }
        return isOneWord ? quoted(text).map { $0 + " *" } : nil
    }

    private static func quoted(_ text: String) -> String? {
        let plain = TextFolding.folded(text.precomposedStringWithCanonicalMapping)
        guard plain.unicodeScalars.contains(where: isWordPart) else { return nil }
        let clean = String(String.UnicodeScalarView(plain.unicodeScalars.filter { $0 != "\0" }))
        return "\"" + clean.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }

    /// What the tokenizer takes for part of a word: letters, numbers, private use.
    static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let lower = scalar.value | 0x20
            return (0x61...0x7A).contains(lower) || (0x30...0x39).contains(scalar.value)
        }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
