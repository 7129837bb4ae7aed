/// Writes letters that SQLite's tokenizer keeps apart as people type them: Straße as strasse, œuvre as oeuvre.
///
/// Accents and case are left to the tokenizer. The number of words stays the same, so that places found in
/// folded text are places in the text itself.
enum TextFolding {
    static func folded(_ text: String) -> String {
        // Every letter concerned begins with a byte of this range in UTF-8; much text has none of them.
        guard text.utf8.contains(where: firstBytes.contains) else { return text }
        var folded = String.UnicodeScalarView()
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.value >= 0xDF, let replacement = replacements[scalar] {
                folded.append(contentsOf: replacement.unicodeScalars)
            } else {
                folded.append(scalar)
            }
        }
        return String(folded)
    }

    private static let firstBytes: ClosedRange<UInt8> = 0xC3...0xEF

    private static let replacements: [Unicode.Scalar: String] = [
        "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l",
        "Ł": "L",
        "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "ı": "i", "ĳ": "ij", "ſ": "s",
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    ]
}
