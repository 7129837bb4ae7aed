/// A text that came out of a document, fit to be shown: one line, no control characters, no characters
/// that reverse or hide others (Unicode's bidirectional controls, unicode.org/reports/tr9), no margins.
func cleanText(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
        if scalar.properties.isWhitespace {
            pendingSpace = !scalars.isEmpty
        } else if !isHidden(scalar) {
            if pendingSpace { scalars.append(" ") }
            pendingSpace = false
            scalars.append(scalar)
        }
    }
    return String(scalars)
}

/// Controls, bidirectional and zero-width marks, and code points that no text should hold.
private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F...0x9F, 0xAD, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
        0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
        true
    case 0xFFFE, 0xFFFF: true
    default: false
    }
}

/// At most so many characters, cut between words, with an ellipsis where something is left off.
func shortened(_ text: String, to most: Int) -> String {
    guard text.count > most else { return text }
    let head = text.prefix(max(1, most - 1))
    let cut = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    let kept = cut.count * 2 > most ? cut : head
    let trimmed = kept.reversed().drop { " ,;:.–—-".contains($0) }
    return String(trimmed.reversed()) + "…"
}

/// `1 letter`, `12 letters`, `1,200 letters`.
func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
}

/// `1,234`.
func grouped(_ number: Int) -> String {
    let digits = String(number)
    guard digits.count > 3 else { return digits }
    var text = ""
    for (position, digit) in digits.enumerated() {
        if position > 0, (digits.count - position).isMultiple(of: 3) { text.append(",") }
        text.append(digit)
    }
    return text
}

/// `a`, `a and b`, `a, b and c`.
func listed(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
}
