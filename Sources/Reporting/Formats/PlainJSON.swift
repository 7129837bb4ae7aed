/// JSON that a terminal may have: the same values, with controls and marks that reverse or hide others written as their
/// numbers. JSON itself wants that of the first 32 only, but a terminal obeys U+009B as it does an escape.
public func plainJSON(_ json: String) -> String {
    guard json.utf8.contains(where: mayBegin) else { return json }
    var plain = String.UnicodeScalarView()
    plain.reserveCapacity(json.utf8.count)
    for scalar in json.unicodeScalars {
        if isObeyed(scalar) {
            for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() {
                let digits = String(unit, radix: 16)
                plain += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars
            }
        } else {
            plain.append(scalar)
        }
    }
    return String(plain)
}

/// First bytes of the scalars below: most texts have none.
private func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: true
    default: false
    }
}

/// In JSON these stand within texts only.
private func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F...0x9F, 0xAD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
        0xFFF9...0xFFFB,
        0xE0000...0xE0FFF:
        true
    default: false
    }
}
