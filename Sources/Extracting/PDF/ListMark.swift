/// The signs that begin an item of a list.
enum ListMark {
    private static let bullets: Set<Unicode.Scalar> = [
        "•", "▪", "◦", "●", "○", "■", "□", "➢", "✓", "‣", "∙", "·",
    ]

    /// Whether a line begins an item: a bullet, a dash and a space, `1.`, `(a)`, `iv)`.
    static func begins(_ text: String) -> Bool {
        let head = text.unicodeScalars.prefix(8)
        guard let first = head.first else { return false }
        if bullets.contains(first) { return true }
        if first == "-" || first == "–" || first == "*" { return head.dropFirst().first == " " }
        return isNumbered(head)
    }

    /// Whether the text is a mark and nothing else.
    static func isAll(of text: String) -> Bool {
        text.unicodeScalars.count <= 5
            && begins(text.hasSuffix("-") || text == "–" || text == "*" ? text + " " : text)
            || text == "o" || text == "."
    }

    private static func isNumbered(_ head: String.UnicodeScalarView.SubSequence) -> Bool {
        var rest = head[...]
        let isOpen = rest.first == "("
        if isOpen { rest = rest.dropFirst() }
        let label = rest.prefix { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
        guard !label.isEmpty, label.count <= 4 else { return false }
        let isNumber = label.allSatisfy { ("0"..."9").contains($0) } && label.count <= 2
        let isLetter = label.count == 1 || label.allSatisfy { "ivx".unicodeScalars.contains($0) }
        guard isNumber || isLetter else { return false }
        rest = rest[label.endIndex...]
        guard let close = rest.first, close == ")" || (close == "." && !isOpen) else { return false }
        rest = rest.dropFirst()
        // "J. Smith" is a name, "A. Scope" an item: only numbers and small letters before a full stop.
        if close == ".", let only = label.first, only.properties.isUppercase { return false }
        return rest.first == " " || rest.isEmpty
    }
}
