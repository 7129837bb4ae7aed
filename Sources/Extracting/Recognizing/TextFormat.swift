import Correspondence

/// Tells written text from markup and from data, by what it begins with.
enum TextFormat {
    private static let tags = [
        "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<table", "<div", "<p>", "<h1", "<h2",
        "<center", "<font", "<script", "<style", "<link", "<br", "<frameset", "<article", "<main",
    ]

    /// HTML, XHTML or another XML; nil for text.
    static func markup(_ head: String) -> Recognition? {
        let folded = head.lowercased()
        let start = folded.drop {
            $0.isWhitespace || $0 == "\u{EF}" || $0 == "\u{BB}" || $0 == "\u{BF}" || $0 == "\u{FE}"
                || $0 == "\u{FF}"
        }
        let isPage = tags.contains { start.contains($0) }
        if start.hasPrefix("<?xml") {
            guard isPage, start.contains("<html") else { return .unreadable(reason: "XML data") }
            return .readable(.xhtml)
        }
        if start.hasPrefix("<svg") { return .unreadable(reason: "SVG image") }
        if start.hasPrefix("<rss") || start.hasPrefix("<feed") { return .unreadable(reason: "web feed") }
        if start.hasPrefix("<"), isPage { return .readable(isXHTML(start) ? .xhtml : .html) }
        let isWhole = ["<!doctype html", "<html", "<body"].contains { start.contains($0) }
        return isWhole && !isEmail(head) ? .readable(.html) : nil
    }

    /// XHTML served as HTML is HTML to every browser; only the strict document type says otherwise.
    private static func isXHTML(_ start: Substring) -> Bool {
        start.prefix(400).contains("xhtml 1") && start.prefix(600).contains("xmlns=")
    }

    /// JSON, CSV, YAML: data, not letters. The name of the format, or nil.
    static func data(_ head: String, bytes: [UInt8], name: String) -> String? {
        if isJSON(head, bytes: bytes) { return "JSON data" }
        let lines = head.split(whereSeparator: \.isNewline).prefix(40)
        let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
        if isTable(lines, separator: "\t", least: 2) { return "TSV data" }
        if isTable(lines, separator: ",", least: ending == "csv" ? 1 : 3) { return "CSV data" }
        if ["yaml", "yml"].contains(ending), isYAML(lines) { return "YAML data" }
        return nil
    }

    private static func isJSON(_ head: String, bytes: [UInt8]) -> Bool {
        let start = head.drop { $0.isWhitespace || $0 == "\u{EF}" || $0 == "\u{BB}" || $0 == "\u{BF}" }
        guard let open = start.first, open == "{" || open == "[" else { return false }
        let next = start.dropFirst().first { !$0.isWhitespace }
        let last = bytes.last { $0 > 0x20 }
        return last == UInt8(ascii: open == "{" ? "}" : "]")
            && (next.map { "\"{[]}-tfn".contains($0) || $0.isNumber } ?? false)
    }

    /// Four lines or more, all with the same number of separators outside quotes.
    private static func isTable(_ lines: some Collection<Substring>, separator: Character, least: Int) -> Bool
    {
        let rows = lines.dropLast(lines.count > 5 ? 1 : 0)
        guard rows.count >= 3 else { return false }
        var counts: Set<Int> = []
        for row in rows {
            var isQuoted = false
            var count = 0
            for character in row {
                if character == "\"" {
                    isQuoted.toggle()
                } else if character == separator, !isQuoted {
                    count += 1
                }
            }
            counts.insert(count)
        }
        return counts.count == 1 && counts.allSatisfy { $0 >= least }
    }

    private static func isYAML(_ lines: some Collection<Substring>) -> Bool {
        let marked = lines.count { line in
            let text = line.drop { $0 == " " }
            return text.hasPrefix("- ") || text.hasPrefix("#") || text.hasPrefix("---")
                || text.contains(": ") || text.hasSuffix(":")
        }
        return marked * 2 > lines.count
    }

    private static let headers = [
        "from:", "to:", "subject:", "date:", "received:", "message-id:", "mime-version:", "return-path:",
        "content-type:", "delivered-to:", "x-",
    ]

    /// RFC 5322: header fields up to the first empty line, one of which only a mail program writes.
    static func isEmail(_ head: String) -> Bool {
        let lines = head.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .prefix { !$0.isEmpty }.map { $0.lowercased() }
        let known = lines.count { line in headers.contains { line.hasPrefix($0) } }
        let isSent = lines.contains { line in
            ["received:", "message-id:", "mime-version:", "return-path:"].contains { line.hasPrefix($0) }
        }
        return known >= 3 && isSent
    }
}
