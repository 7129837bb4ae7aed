import Correspondence

/// The `key: value` lines between two lines of `---` before a Markdown text.
enum MarkdownFrontMatter {
    static func split(_ text: String) -> (fields: [String: String], body: Substring) {
        let lines = PlainTextBlocks.lines(of: text[...])
        guard let first = lines.first, isFence(first) else { return ([:], text[...]) }
        guard let last = lines.dropFirst().firstIndex(where: isFence) else { return ([:], text[...]) }
        var fields: [String: String] = [:]
        var index = 1
        while index < last {
            let line = lines[index]
            index += 1
            guard let colon = line.firstIndex(of: ":"), let initial = line.first, !initial.isWhitespace else {
                continue
            }
            var value = [line[line.index(after: colon)...]]
            while index < last, lines[index].first?.isWhitespace ?? true {
                value.append(lines[index])
                index += 1
            }
            let key = line[..<colon].lowercased()
            let text = cleaned(value)
            if !text.isEmpty, fields[key] == nil { fields[key] = text }
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

    private static func cleaned(_ value: [Substring]) -> String {
        var text = YAMLScalar.decoded(value)[...]
        if text.hasPrefix("["), text.hasSuffix("]") { text = text.dropFirst().dropLast() }
        return cleanText(Array(text.utf8)[...]).split { $0.isWhitespace }.joined(separator: " ")
    }

    private static func day(_ value: String) -> String? {
        EDTFDate(String(value.prefix(10))).flatMap { $0.start.month == nil ? nil : String(value.prefix(10)) }
    }
}
