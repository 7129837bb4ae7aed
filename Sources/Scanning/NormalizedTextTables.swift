import Foundation

/// What `NormalizedText` makes of each character.
enum NormalizedTextTables {
    static let skip: UInt8 = 0
    static let separator: UInt8 = 1
    static let lineBreak: UInt8 = 2

    enum Mapped {
        case nothing, separator
        case bytes([UInt8])
    }

    /// Lower case for letters; apostrophes go; spaces and hyphens divide words.
    static let ascii: [UInt8] = (0..<128).map { (byte: UInt8) in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case 0x0A, 0x0C: lineBreak
        case 0x09, 0x0B, 0x0D, 0x20, UInt8(ascii: "-"): separator
        case UInt8(ascii: "'"), UInt8(ascii: "`"), 0..<0x09, 0x0E..<0x20, 0x7F: skip
        default: byte
        }
    }

    /// Characters outside ASCII.
    static func other(_ value: UInt32) -> Mapped {
        switch value {
        case 0xC0..<firstUntabled: return .bytes(letters[Int(value - 0xC0)])
        case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return .separator
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return .separator
        case 0xAD, 0xB4, 0x02BC, 0x0300...0x036F, 0x200B...0x200F, 0x2018, 0x2019, 0x201B, 0x2060, 0xFEFF:
            return .nothing
        case 0xFB00...0xFB06: return .bytes(ligatures[Int(value - 0xFB00)])
        default: return .bytes(lowered(value))
        }
    }

    private static let firstUntabled: UInt32 = 0x0250
    private static let letters: [[UInt8]] = (0xC0..<firstUntabled).map(folded)
    private static let ligatures: [[UInt8]] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].map {
        Array($0.utf8)
    }

    /// A Latin letter without its case and accents.
    private static func folded(_ value: UInt32) -> [UInt8] {
        switch value {
        case 0xC6, 0xE6: return Array("ae".utf8)
        case 0xD8, 0xF8: return Array("o".utf8)
        case 0xDF: return Array("ss".utf8)
        case 0x0152, 0x0153: return Array("oe".utf8)
        case 0x0141, 0x0142: return Array("l".utf8)
        default: break
        }
        guard let scalar = Unicode.Scalar(value) else { return [] }
        let decomposed = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
        let plain = decomposed.filter { !(0x0300...0x036F).contains($0.value) }
        return plain.flatMap { lowered($0.value) }
    }

    private static func lowered(_ value: UInt32) -> [UInt8] {
        Unicode.Scalar(value).map { Array($0.properties.lowercaseMapping.utf8) } ?? []
    }
}
