import Foundation
import Scanning

/// Makes the words of a label and the words of a record comparable: one spelling for dashes, quotes, spaces,
/// case, the compatibility forms of Unicode.
enum LabelText {
    /// Folded text. Soft hyphens, zero-width spaces and byte order marks are dropped.
    static func fold(_ text: String) -> String {
        let compatible = text.precomposedStringWithCompatibilityMapping
        var folded = String.UnicodeScalarView()
        var spaceWaits = false
        for scalar in compatible.unicodeScalars where !dropped.contains(scalar) {
            if scalar.properties.isWhitespace {
                spaceWaits = true
                continue
            }
            if spaceWaits && !folded.isEmpty { folded.append(" ") }
            spaceWaits = false
            folded.append(unified(scalar))
        }
        return String(folded).lowercased()
    }

    /// Runs of ASCII letters and digits, folded.
    static func words(_ text: String) -> [String] {
        fold(text).unicodeScalars
            .split { !isWordScalar($0) }
            .map { String(String.UnicodeScalarView($0)) }
    }

    /// The last word of a name that is no suffix or degree; empty where there is none.
    static func surname(_ name: String) -> String {
        let beforeComma = name.split(separator: ",", omittingEmptySubsequences: false).first ?? ""
        return words(String(beforeComma)).last { !suffixes.contains($0) } ?? ""
    }

    /// One spelling for one identifier: `Fed. Reg.` is `FR`, `Pub. L. No.` is `Public Law`; no label in front,
    /// no dash, no space.
    static func identifier(_ printed: String) -> String {
        var text = fold(printed)
        text = federalRegister.replacing(in: text, with: "fr")
        text = publicLaw.replacing(in: text, with: "publiclaw")
        text = label.replacing(in: text, with: "")
        return String(String.UnicodeScalarView(text.unicodeScalars.filter(isWordScalar)))
    }

    private static let dropped: Set<Unicode.Scalar> = ["\u{200B}", "\u{FEFF}", "\u{AD}"]
    private static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv", "md", "phd", "esq"]
    private static let federalRegister = Pattern(literal: #"\bfed(?:\.|eral) ?reg(?:\.|ister)|\bf\. ?r\."#)
    private static let publicLaw = Pattern(
        literal: #"\bpub(?:\.|lic) ?l(?:\.|aw)(?: ?no\.?)?|\bp\. ?l\.(?: ?no\.?)?|\bpl(?= ?\d)"#)
    private static let label = Pattern(
        literal:
            #"^(?:rin|docket(?: id| no| number)?|file code|file no|attention|attn|re|no)\b[.:# ]*"#)

    private static func unified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x2010...0x2015, 0x2212: "-"
        case 0x2018, 0x2019: "'"
        default: scalar
        }
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
}

extension Pattern {
    /// The text with every match replaced.
    fileprivate func replacing(in text: String, with replacement: String) -> String {
        let indexed = IndexedText(text)
        let matches = matches(in: indexed)
        guard !matches.isEmpty else { return text }
        var bytes: [UInt8] = []
        var position = 0
        for match in matches {
            bytes += indexed.bytes[position..<match.range.lowerBound]
            bytes += Array(replacement.utf8)
            position = match.range.upperBound
        }
        bytes += indexed.bytes[position...]
        return String(decoding: bytes, as: UTF8.self)
    }
}
