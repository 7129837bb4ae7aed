import Foundation

/// A line as a letter keeps it: NFC, no control characters, no invisible characters inside words, every kind
/// of space a plain one.
///
/// - Parameter keepsSpaces: whether runs of spaces stay (preformatted text) or become one.
func cleanText(_ bytes: ArraySlice<UInt8>, keepsSpaces: Bool = false) -> String {
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(decoding: bytes, as: UTF8.self) }
    var scalars = String.UnicodeScalarView()
    var needsComposition = false
    var wasSpace = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        switch scalar.value {
        case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            if !wasSpace || keepsSpaces { scalars.append(" ") }
            wasSpace = true
            continue
        case 0..<0x20, 0x7F...0x9F, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF,
            0xFFF9...0xFFFC, 0xE0000...0xE007F:
            continue
        case 0x200C, 0x200D:
            // Joiners shape Persian, Indic scripts and emoji; in Latin text they are dirt.
            guard let last = scalars.last, last.value > 0x2FF else { continue }
        case 0x300...0x36F, 0x340...0x345, 0x591...0x1FFF, 0x2126, 0x212A, 0x212B, 0x3099, 0x309A,
            0xF900...0xFAFF:
            needsComposition = true
        default: break
        }
        wasSpace = false
        scalars.append(scalar)
    }
    var text = String(scalars)
    if needsComposition { text = text.precomposedStringWithCanonicalMapping }
    guard !keepsSpaces else { return text.drop { $0 == " " }.isEmpty ? "" : text }
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    while text.unicodeScalars.first == " " { text.unicodeScalars.removeFirst() }
    return text
}
