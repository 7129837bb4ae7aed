import Correspondence

/// A text as it may stand in HTML and SVG, in elements and in quoted attributes.
func html(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
        case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
        case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
        case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
        case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
        default: bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
}

/// 0 to 1 as a percentage with two decimals, `12.5%`.
func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
    if part == 0 { return "\(whole)%" }
    let sign = hundredths < 0 ? "-" : ""
    let digits = EDTFDate.padded(abs(part), to: 2)
    return "\(sign)\(abs(whole)).\(digits.hasSuffix("0") ? String(digits.prefix(1)) : digits)%"
}
