/// A document's bytes in UTF-8, and what they were before.
struct DecodedBytes: Sendable, Hashable {
    /// Valid UTF-8 without NULs and other control characters but tab, line feed and carriage return.
    var utf8: [UInt8]
    /// The encoding that was read, in lower case: `utf-8`, `windows-1252`, `shift_jis`.
    var encoding: String
    /// Bytes that stood for nothing in that encoding.
    var replacements: Int
}

/// Decodes a document to UTF-8: byte order mark first, then what the bytes themselves show, then what the
/// page or its server declares. Declarations lie more often than bytes do.
///
/// - Parameters:
///   - bytes: the document as collected.
///   - declared: a label from outside, such as HTTP's `charset`.
///   - isMarkup: whether to look for `<meta charset>` and `<?xml encoding>`.
func decode(_ bytes: [UInt8], declared: String? = nil, isMarkup: Bool = false) -> DecodedBytes {
    if let marked = byteOrderMark(bytes) { return decoded(bytes, from: marked.length, as: marked.encoding) }
    if let wide = wideEncoding(bytes) { return decoded(bytes, from: 0, as: wide) }
    let label = declared ?? (isMarkup ? declaredEncoding(in: bytes) : nil)
    let encoding = label.map(canonicalEncoding) ?? "utf-8"
    let survey = UTF8Survey(bytes)
    if survey.invalid == 0, !encoding.hasPrefix("iso-2022") {
        return DecodedBytes(
            utf8: survey.hasControls ? withoutControls(bytes) : bytes, encoding: "utf-8", replacements: 0)
    }
    if encoding == "utf-8" {
        return decoded(bytes, from: 0, as: survey.sequences > survey.invalid ? "utf-8" : "windows-1252")
    }
    return decoded(bytes, from: 0, as: encoding)
}

private func decoded(_ bytes: [UInt8], from start: Int, as encoding: String) -> DecodedBytes {
    let body = bytes[start...]
    switch encoding {
    case "utf-8":
        let repaired = repairedUTF8(body)
        return DecodedBytes(
            utf8: withoutControls(repaired.utf8), encoding: encoding, replacements: repaired.count)
    case "windows-1252":
        return DecodedBytes(
            utf8: withoutControls(Windows1252.decode(body)), encoding: encoding, replacements: 0)
    default:
        guard let converter = EncodingConverter(from: encoding) else {
            return DecodedBytes(
                utf8: withoutControls(Windows1252.decode(body)), encoding: "windows-1252",
                replacements: 0)
        }
        let converted = converter.convert(Array(body))
        return DecodedBytes(
            utf8: withoutControls(converted.utf8), encoding: encoding, replacements: converted.count)
    }
}

/// Leaves out NULs; turns the other control characters to spaces, U+0085 to a line break.
private func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    for byte in bytes where byte != 0 {
        let isKept = byte >= 0x20 ? byte != 0x7F : byte == 0x0A || byte == 0x0D || byte == 0x09
        clean.append(isKept ? byte : 0x20)
    }
    return clean
}

/// Reads UTF-8, taking each byte that does not belong as windows-1252 would: a page that is UTF-8 but for
/// one pasted quotation mark keeps it.
private func repairedUTF8(_ bytes: ArraySlice<UInt8>) -> (utf8: [UInt8], count: Int) {
    var repaired: [UInt8] = []
    repaired.reserveCapacity(bytes.count)
    var count = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
        let length = UTF8Survey.sequenceLength(bytes, at: index)
        if length > 0 {
            repaired.append(contentsOf: bytes[index..<index + length])
            index += length
        } else {
            Windows1252.append(bytes[index], to: &repaired)
            count += 1
            index += 1
        }
    }
    return (repaired, count)
}
