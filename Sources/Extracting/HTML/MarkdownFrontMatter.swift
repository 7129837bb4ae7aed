import Correspondence

/// The `key: value` lines between two lines of `---` before a Markdown text.
enum MarkdownFrontMatter {
    static func split(_ text: String) -> (fields: [String: String], body: Substring) {
        let lines = PlainTextBlocks.lines(of: text[...])
        guard let first = lines.first, isFence(first) else { return ([:], text[...]) }
        guard let last = lines.dropFirst().firstIndex(where: isFence) else { return ([:], text[...]) }
        var fields: [String: String] = [:]
        for line in lines[1..<last] {
            guard let colon = line.firstIndex(of: ":"), let initial = line.first, !initial.isWhitespace else {
                continue
            }
            let value = unquoted(line[line.index(after: colon)...])
            let key = line[..<colon].lowercased()
            if !value.isEmpty, fields[key] == nil { fields[key] = value }
        }
        let end = lines[last].endIndex
        return (fields, text[end...].drop { $0.isNewline })
    }

    /// What the fields say of the document.
    static func apply(_ fields: [String: String], to document: inout DocumentMetadata) {
        document.title = fields["title"]
        document.author = fields["author"] ?? fields["authors"]
        document.description = fields["description"] ?? fields["summary"]
        document.siteName = fields["site"] ?? fields["publisher"] ?? fields["organization"]
        document.canonicalURL = fields["url"] ?? fields["canonical"] ?? fields["permalink"]
        document.published = (fields["date"] ?? fields["published"]).flatMap(day)
        document.modified = (fields["modified"] ?? fields["updated"] ?? fields["lastmod"]).flatMap(day)
    }

    private static func isFence(_ line: Substring) -> Bool {
        line.hasPrefix("---") && line.allSatisfy { $0 == "-" || $0.isWhitespace }
    }

    private static func unquoted(_ value: Substring) -> String {
        var text = value.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        for quote in ["\"", "'"] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            text = text.dropFirst().dropLast()
        }
        if text.hasPrefix("["), text.hasSuffix("]") { text = text.dropFirst().dropLast() }
        return cleanText(Array(text.utf8)[...])
    }

    private static func day(_ value: String) -> String? {
        EDTFDate(String(value.prefix(10))).flatMap { $0.start.month == nil ? nil : String(value.prefix(10)) }
    }
}
