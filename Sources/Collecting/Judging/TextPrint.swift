import Correspondence

/// A fingerprint of what a page says, whatever its markup: of the words around which scripts, navigation, tokens and the
/// date of rendering may change from night to night. Two pages with equal ones are the same letter.
///
/// - Parameter day: of the visit, ISO 8601: a date that is today's is the server's, not the letter's.
/// - Returns: 16 hexadecimal digits; nil where the bytes are no page or PDF, or the page has hardly any text.
func textPrint(of bytes: [UInt8], kind: FileKind, day: String) -> String? {
    switch kind {
    case .html: pagePrint(of: bytes, day: day)
    case .pdf: filePrint(of: bytes)
    default: nil
    }
}

private func pagePrint(of bytes: [UInt8], day: String) -> String? {
    guard bytes.count <= PageText.limit else { return nil }
    let words: [String]
    do { words = try PageText(bytes).words } catch { return nil }
    guard words.count >= 20 else { return nil }
    let today = DayWords(day)
    let kept = words.indices.filter { !isVolatile(words[$0]) && !today.holds(words, at: $0) }
    return String(SHA256.hex(of: kept.map { words[$0] }.joined(separator: " ").utf8).prefix(16))
}

/// Times of day, and runs of letters and digits that no person wrote.
private func isVolatile(_ word: String) -> Bool {
    let bytes = word.utf8
    let digits = bytes.count { (0x30...0x39).contains($0) }
    if digits > 0, bytes.contains(UInt8(ascii: ":")), !bytes.contains(UInt8(ascii: "/")) {
        // 10:04, 10:04:59, 10:04am.
        return bytes.allSatisfy {
            (0x30...0x39).contains($0) || [0x3A, 0x61, 0x6D, 0x70, 0x41, 0x4D, 0x50, 0x2E].contains($0)
        }
    }
    guard bytes.count >= 20, digits >= 4 else { return false }
    return bytes.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2D || $0 == 0x5F
            || $0 == 0x3D
    }
}

/// Today as pages write it.
private struct DayWords {
    private let numbers: Set<String>
    private let month: Set<String>
    private let number: Set<String>
    private let year: String

    init(_ day: String) {
        let parts = day.prefix(10).split(separator: "-").map(String.init)
        guard parts.count == 3, let m = Int(parts[1]), let d = Int(parts[2]), (1...12).contains(m) else {
            (numbers, month, number, year) = ([], [], [], "")
            return
        }
        year = parts[0]
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        month = [names[m - 1], String(names[m - 1].prefix(3))]
        number = ["\(d)", parts[2]]
        numbers = [
            day, "\(m)/\(d)/\(year)", "\(parts[1])/\(parts[2])/\(year)", "\(d)/\(m)/\(year)",
            "\(parts[2]).\(parts[1]).\(year)", "\(m)-\(d)-\(year)", "\(parts[1])-\(parts[2])-\(year)",
        ]
    }

    /// Whether a word is today's date, or part of it: `November 21, 2026`, `21 Nov 2026`.
    func holds(_ words: [String], at index: Int) -> Bool {
        let word = Self.plain(words[index])
        if numbers.contains(where: { word == $0 || word.hasPrefix($0 + "t") }) { return true }
        guard month.contains(word) || number.contains(word) || word == year else { return false }
        for start in max(0, index - 2)...index where start + 2 < words.count {
            let three = words[start...start + 2].map(Self.plain)
            guard three[2] == year else { continue }
            if month.contains(three[0]) && number.contains(three[1]) { return true }
            if number.contains(three[0]) && month.contains(three[1]) { return true }
        }
        return false
    }

    private static func plain(_ word: String) -> String {
        word.lowercased().filter {
            $0 != "," && $0 != "." && $0 != ";" && $0 != ")" && $0 != "(" || word.contains("/")
        }
    }
}

/// Of a PDF whose server makes it anew for each visitor: all its bytes but its identifiers and the dates of its making.
private func filePrint(of bytes: [UInt8]) -> String? {
    var hash = SHA256()
    var start = 0
    var index = 0
    var isVaried = false
    while let mark = bytes[index...].firstIndex(of: UInt8(ascii: "/")) {
        index = mark + 1
        guard let end = variedValue(bytes, after: mark) else { continue }
        isVaried = true
        hash.update(bytes[start...mark])
        start = end
        index = end
    }
    guard isVaried else { return nil }
    hash.update(bytes[start...])
    return String(hash.finalizeHex().prefix(16))
}

/// Where the value of `/ID`, `/CreationDate` or `/ModDate` ends; nil where none stands here.
private func variedValue(_ bytes: [UInt8], after slash: Int) -> Int? {
    let names = ["ID", "CreationDate", "ModDate"].map { Array($0.utf8) }
    let rest = bytes[(slash + 1)...]
    guard let name = names.first(where: rest.starts) else { return nil }
    var index = slash + 1 + name.count
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x0D {
        index += 1
    }
    guard index < bytes.count else { return nil }
    let closing: UInt8
    switch bytes[index] {
    case UInt8(ascii: "["): closing = UInt8(ascii: "]")
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return nil
    }
    // Real ones are short; what is longer is something else.
    return bytes[index...].prefix(300).firstIndex(of: closing).map { $0 + 1 }
}
