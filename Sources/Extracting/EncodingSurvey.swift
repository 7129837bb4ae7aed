/// What a document's bytes look like as UTF-8.
struct UTF8Survey {
    /// Sequences of two to four bytes that are valid UTF-8.
    private(set) var sequences = 0
    /// Bytes that are not part of valid UTF-8.
    private(set) var invalid = 0
    private(set) var hasControls = false

    init(_ bytes: [UInt8]) {
        let all = bytes[...]
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if byte < 0x20 ? (byte != 0x0A && byte != 0x0D && byte != 0x09) : byte == 0x7F {
                    hasControls = true
                }
                index += 1
                continue
            }
            let length = Self.sequenceLength(all, at: index)
            if length > 0 { sequences += 1 } else { invalid += 1 }
            index += max(1, length)
        }
    }

    /// Bytes in the valid UTF-8 sequence at an index; 0 where there is none. Overlong forms, surrogates
    /// and code points above U+10FFFF are not valid (Unicode 15, table 3-7).
    static func sequenceLength(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
        let first = bytes[index]
        if first < 0x80 { return 1 }
        let length: Int
        var lower: UInt8 = 0x80
        var upper: UInt8 = 0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if first == 0xE0 { lower = 0xA0 }
            if first == 0xED { upper = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if first == 0xF0 { lower = 0x90 }
            if first == 0xF4 { upper = 0x8F }
        default: return 0
        }
        guard index + length <= bytes.endIndex else { return 0 }
        guard (lower...upper).contains(bytes[index + 1]) else { return 0 }
        for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }
}

/// The encoding that a byte order mark names, and the mark's length.
func byteOrderMark(_ bytes: [UInt8]) -> (encoding: String, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("utf-32le", 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("utf-32be", 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    return nil
}

/// UTF-16 without a mark: of the first bytes, nearly every second one is NUL.
func wideEncoding(_ bytes: [UInt8]) -> String? {
    let sample = min(bytes.count, 512) & ~1
    guard sample >= 16 else { return nil }
    var even = 0
    var odd = 0
    for index in stride(from: 0, to: sample, by: 2) {
        if bytes[index] == 0 { even += 1 }
        if bytes[index + 1] == 0 { odd += 1 }
    }
    let pairs = sample / 2
    if odd * 10 > pairs * 8, even * 10 < pairs { return "utf-16le" }
    if even * 10 > pairs * 8, odd * 10 < pairs { return "utf-16be" }
    return nil
}
