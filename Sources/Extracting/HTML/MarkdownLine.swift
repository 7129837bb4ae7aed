/// What one line of Markdown is (CommonMark, spec.commonmark.org).
enum MarkdownLine {
    static func heading(_ line: Substring) -> (text: String, level: Int)? {
        let marks = line.prefix { $0 == "#" }
        guard (1...6).contains(marks.count) else { return nil }
        let rest = line.dropFirst(marks.count)
        guard rest.first == " " || rest.first == "\t" else { return nil }
        var text = rest.drop { $0.isWhitespace }
        while let last = text.last, last == "#" || last.isWhitespace { text.removeLast() }
        return text.isEmpty ? nil : (inline(text), marks.count)
    }

    /// 1 for a line of `=`, 2 for a line of `-`: the line above is a heading.
    static func underline(_ line: Substring) -> Int? {
        let trimmed = line.filter { !$0.isWhitespace }
        guard trimmed.count >= 2, let first = trimmed.first, first == "=" || first == "-" else { return nil }
        return trimmed.allSatisfy { $0 == first } ? (first == "=" ? 1 : 2) : nil
    }

    static func isRule(_ line: Substring) -> Bool {
        let trimmed = line.filter { !$0.isWhitespace }
        guard trimmed.count >= 3, let first = trimmed.first, "-*_".contains(first) else { return false }
        return trimmed.allSatisfy { $0 == first }
    }

    static func isItem(_ line: Substring) -> Bool {
        if line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("+ ") { return true }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        guard (1...9).contains(digits.count) else { return false }
        let rest = line.dropFirst(digits.count)
        return rest.hasPrefix(". ") || rest.hasPrefix(") ")
    }

    /// Whether emphasis marks enclose the whole line.
    static func isBold(_ line: Substring) -> Bool {
        let trimmed = line.reversed().drop { $0.isWhitespace }
        return line.hasPrefix("**") && trimmed.starts(with: "**") && line.count > 4
    }

    /// The text of a line: links and images without their targets, emphasis and code without their marks,
    /// `*` and `+` before an item as `-`.
    static func inline(_ line: Substring) -> String {
        var text = ""
        var rest = line
        if rest.hasPrefix("* ") || rest.hasPrefix("+ ") {
            text = "- "
            rest = rest.dropFirst(2)
        }
        while let character = rest.first {
            if character == "\\", let next = rest.dropFirst().first, next.isPunctuation || next.isSymbol {
                text.append(next)
                rest = rest.dropFirst(2)
            } else if character == "[" || (character == "!" && rest.dropFirst().first == "["),
                let link = link(at: rest)
            {
                text += inline(link.text)
                rest = link.rest
            } else if rest.hasPrefix("**") || rest.hasPrefix("__") {
                rest = rest.dropFirst(2)
            } else if character == "*" || character == "`" {
                rest = rest.dropFirst()
            } else {
                text.append(character)
                rest = rest.dropFirst()
            }
        }
        return text
    }

    /// The text of `[text](target)` at the start of a line, and what follows it.
    private static func link(at line: Substring) -> (text: Substring, rest: Substring)? {
        let opened = line.first == "!" ? line.dropFirst(2) : line.dropFirst()
        guard let middle = opened.firstRange(of: "](") else { return nil }
        let text = opened[..<middle.lowerBound]
        guard !text.contains("[") else { return nil }
        guard let close = opened[middle.upperBound...].firstIndex(of: ")") else { return nil }
        return (text, opened[opened.index(after: close)...])
    }
}
