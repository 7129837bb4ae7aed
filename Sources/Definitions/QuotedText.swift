/// A text as a double-quoted YAML scalar on one line, which is read as the same text.
///
/// What an editor or a terminal would not show as it is (controls, line separators, bidirectional marks) is written as
/// its number, as are the marks that no YAML file may hold.
func quotedText(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escaped).joined() + "\""
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\u{200C}", "\u{200D}": return String(scalar)
    default: break
    }
    let isShown =
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: !scalar.properties.isNoncharacterCodePoint
        }
    return isShown ? String(scalar) : numbered(scalar)
}

private func numbered(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (letter, width) = scalar.value > 0xFFFF ? ("U", 8) : ("u", 4)
    return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
}
