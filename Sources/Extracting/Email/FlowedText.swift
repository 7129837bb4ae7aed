/// Joins the lines that a mail program broke only to fit the width (RFC 3676).
enum FlowedText {
    /// - Parameter deletesSpace: whether the space that marks a broken line is not part of the text.
    static func joined(_ text: String, deletesSpace: Bool) -> String {
        var lines: [String] = []
        var isOpen = false
        var depth = 0
        for line in PlainTextBlocks.lines(of: text[...]) {
            let quotes = line.prefix { $0 == ">" }.count
            var content = line.dropFirst(quotes)
            if content.first == " " { content = content.dropFirst() }
            let isFlowed = content.last == " " && content != "-- "
            if isFlowed, deletesSpace { content = content.dropLast() }
            if isOpen, quotes == depth, content != "-- " {
                lines[lines.count - 1] += content
            } else {
                lines.append(
                    quotes > 0 ? String(repeating: ">", count: quotes) + " " + content : String(content))
            }
            isOpen = isFlowed
            depth = quotes
        }
        return lines.joined(separator: "\n")
    }
}
