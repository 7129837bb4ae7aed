import Foundation

/// A line as a letter keeps it: NFC, no control characters, no invisible characters inside words, every kind
/// of space a plain one.
///
/// - Parameter keepsSpaces: whether runs of spaces stay (preformatted text) or become one.
func cleanText(_ bytes: ArraySlice<UInt8>, keepsSpaces: Bool = false) -> String {
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(decoding: bytes, as: UTF8.self) }
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var last: UInt32 = 0
    var needsComposition = false
    var wasSpace = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        switch scalar.value {
        case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            if !wasSpace || keepsSpaces { clean.append(0x20) }
            (wasSpace, last) = (true, 0x20)
            continue
        case 0..<0x20, 0x7F...0x9F, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF,
            0xFFF9...0xFFFC, 0xE0000...0xE007F:
            continue
        case 0x200C, 0x200D:
            // Joiners shape Persian, Indic scripts and emoji; in Latin text they are dirt.
            guard last > 0x2FF else { continue }
        case 0x300...0x36F, 0x340...0x345, 0x591...0x1FFF, 0x2126, 0x212A, 0x212B, 0x3099, 0x309A,
            0xF900...0xFAFF:
            needsComposition = true
        default: break
        }
        (wasSpace, last) = (false, scalar.value)
        if scalar.value < 0x80 {
            clean.append(UInt8(scalar.value))
        } else {
            clean.append(contentsOf: scalar.utf8)
        }
    }
    var kept = clean[...]
    if !keepsSpaces || clean.allSatisfy({ $0 == 0x20 }) {
        kept = clean.drop { $0 == 0x20 }
        while kept.last == 0x20 { kept.removeLast() }
    }
    let text = String(decoding: kept, as: UTF8.self)
    return needsComposition ? text.precomposedStringWithCanonicalMapping : text
}
