/// How a part's bytes were made fit for mail (RFC 2045, 6).
enum TransferEncoding {
    /// - Parameter label: the value of `Content-Transfer-Encoding`; an unknown one changes nothing.
    static func decoded(_ bytes: ArraySlice<UInt8>, as label: String?) -> [UInt8] {
        switch label?.lowercased().filter({ !$0.isWhitespace }) {
        case "base64": base64(bytes)
        case "quoted-printable": quotedPrintable(bytes)
        default: Array(bytes)
        }
    }

    /// Skips everything that is not of the alphabet, as RFC 2045 asks; ends at the padding.
    static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            guard let value = sextet(byte) else {
                if byte == 0x3D, count % 4 != 0 { break }
                continue
            }
            bits = bits << 6 | UInt32(value)
            count += 1
            guard count % 4 == 0 else { continue }
            result.append(UInt8(bits >> 16 & 0xFF))
            result.append(UInt8(bits >> 8 & 0xFF))
            result.append(UInt8(bits & 0xFF))
            bits = 0
        }
        if count % 4 == 2 { result.append(UInt8(bits >> 4 & 0xFF)) }
        if count % 4 == 3 {
            result.append(UInt8(bits >> 10 & 0xFF))
            result.append(UInt8(bits >> 2 & 0xFF))
        }
        return result
    }

    private static func sextet(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: byte - 0x41
        case 0x61...0x7A: byte - 0x61 + 26
        case 0x30...0x39: byte - 0x30 + 52
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }

    /// An equals sign that begins no escape stands for itself.
    static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            guard byte == 0x3D else {
                result.append(byte)
                continue
            }
            if index + 1 < bytes.endIndex, let high = digit(bytes[index]),
                let low = digit(bytes[index + 1])
            {
                result.append(high << 4 | low)
                index += 2
            } else if let next = softBreak(bytes, from: index) {
                index = next
            } else {
                result.append(byte)
            }
        }
        return result
    }

    /// The index behind a line's end that the sign before it takes back; nil where text follows.
    private static func softBreak(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        guard index < bytes.endIndex else { return index }
        guard bytes[index] == 0x0D || bytes[index] == 0x0A else { return nil }
        if bytes[index] == 0x0D, index + 1 < bytes.endIndex, bytes[index + 1] == 0x0A { index += 1 }
        return index + 1
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
