/// The encoding that a page declares in `<meta charset>`, `<meta http-equiv>` or `<?xml encoding>`, searched
/// in its first 4,096 bytes; nil where it declares none.
func declaredEncoding(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4_096).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    if head.starts(with: Array("<?xml".utf8)), let label = label(after: "encoding", in: head, from: 0) {
        return label
    }
    let meta = Array("<meta".utf8)
    var index = 0
    while index + meta.count < head.count {
        guard head[index] == 0x3C, head[index...].starts(with: meta) else {
            index += 1
            continue
        }
        let end = head[index...].firstIndex(of: 0x3E) ?? head.count
        if let label = label(after: "charset", in: Array(head[..<end]), from: index) { return label }
        index = max(end, index + 1)
    }
    return nil
}

/// The label that follows `name`, `=` and perhaps a quotation mark.
private func label(after name: String, in bytes: [UInt8], from start: Int) -> String? {
    let word = Array(name.utf8)
    var index = start
    while index + word.count < bytes.count {
        guard bytes[index...].starts(with: word) else {
            index += 1
            continue
        }
        index += word.count
        let rest = bytes[index...].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        guard rest.first == 0x3D else { continue }
        let value = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
            .prefix { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x5F }
        if !value.isEmpty { return String(decoding: value, as: UTF8.self) }
    }
    return nil
}

/// An encoding's one name, as the WHATWG Encoding standard maps labels (encoding.spec.whatwg.org): what
/// pages call Latin-1 or ASCII is windows-1252.
func canonicalEncoding(_ label: String) -> String {
    switch label.lowercased() {
    case "utf8", "utf-8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be", "unicode": "utf-8"
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "ansi",
        "cp1252", "windows-1252", "x-cp1252", "iso-8859-15", "macintosh-latin":
        label.lowercased() == "iso-8859-15" ? "iso-8859-15" : "windows-1252"
    case "gb2312", "gbk", "x-gbk", "gb_2312-80", "chinese", "gb18030": "gb18030"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji": "cp932"
    case "euc-kr", "ks_c_5601-1987", "korean", "windows-949": "cp949"
    case "big5", "big5-hkscs", "cn-big5", "x-x-big5": "big5-hkscs"
    case "iso-8859-9", "latin5", "windows-1254": "cp1254"
    case "tis-620", "iso-8859-11", "windows-874": "cp874"
    default: label.lowercased()
    }
}

/// The encoding in which most of the web's Latin text was written before UTF-8.
enum Windows1252 {
    /// Code points of the bytes 0x80 to 0x9F; unassigned ones stay C1 controls there, here U+FFFD.
    private static let upper: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes { append(byte, to: &utf8) }
        return utf8
    }

    static func append(_ byte: UInt8, to utf8: inout [UInt8]) {
        guard byte >= 0x80 else { return utf8.append(byte) }
        let code = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt32(byte)
        guard let scalar = Unicode.Scalar(code) else { return }
        utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
