import Foundation

/// Collects a line's characters and cleans them: one kind of space, ligatures spelt out, nothing invisible.
struct ScalarCleaner {
    private var scalars = String.UnicodeScalarView()
    private var endsInSpace = true
    private var needsNormalising = false

    mutating func space() {
        guard !endsInSpace else { return }
        scalars.append(" ")
        endsInSpace = true
    }

    /// A soft hyphen that is printed inside or at the end of a line is a hyphen; any other is nothing.
    mutating func softHyphen(isPrinted: Bool) {
        if isPrinted { keep("-") }
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.value > 0x20 && scalar.value < 0x7F { return keep(scalar) }
        switch scalar.value {
        case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: space()
        case 0...0x1F, 0x7F...0x9F: break
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xFFFC: break
        case 0xFB00...0xFB06: for letter in Self.ligatures[Int(scalar.value - 0xFB00)] { keep(letter) }
        case 0xE000...0xF8FF: keep(Self.symbol(scalar))
        default:
            if scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
                || scalar.value >= 0x1100 && scalar.value < 0x1200 || scalar.value >= 0x1F71
            {
                needsNormalising = true
            }
            keep(scalar)
        }
    }

    private mutating func keep(_ scalar: Unicode.Scalar) {
        scalars.append(scalar)
        endsInSpace = false
    }

    /// The line in NFC, without spaces at its ends.
    func text() -> String {
        var text = String(scalars)
        if endsInSpace, !text.isEmpty { text.removeLast() }
        return needsNormalising ? text.precomposedStringWithCanonicalMapping : text
    }

    private static let ligatures: [[Unicode.Scalar]] = [
        ["f", "f"], ["f", "i"], ["f", "l"], ["f", "f", "i"], ["f", "f", "l"], ["s", "t"], ["s", "t"],
    ]

    /// Office programs set bullets in symbol fonts and map them to private characters.
    private static func symbol(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xF0B7, 0xF06C, 0xF09F: "•"
        case 0xF0A7, 0xF06E: "▪"
        case 0xF0A8, 0xF071: "□"
        case 0xF0D8, 0xF0E0: "➢"
        case 0xF0FC, 0xF0FE: "✓"
        case 0xF02D: "-"
        default: scalar
        }
    }
}
