import Foundation

/// Names as they are compared: without case, accents and punctuation.
enum NameKey {
    /// The words of a name, each with a space on either side: ` society of example colleges `.
    ///
    /// A name contains another one when its key contains the other's.
    static func words(_ name: String) -> String {
        let words = split(name)
        return words.isEmpty ? "" : " " + words.joined(separator: " ") + " "
    }

    /// The first letters of the words that count: `sec`.
    static func initials(_ name: String) -> String {
        String(split(name).filter { !smallWords.contains($0) }.compactMap(\.first))
    }

    private static func split(_ name: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        let plain = TextFolding.folded(name).replacingOccurrences(of: "&", with: " and ").lowercased()
        for scalar in plain.decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.append(scalar)
            } else if !isIgnored(scalar), !word.isEmpty {
                words.append(String(word))
                word = .init()
            }
        }
        return word.isEmpty ? words : words + [String(word)]
    }

    /// Accents, and the apostrophe in "Women's".
    private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .nonspacingMark || scalar == "'" || scalar == "\u{2019}"
    }

    private static let smallWords: Set<String> = [
        "of", "the", "and", "for", "in", "on", "to", "a", "an", "at", "by",
    ]
}
