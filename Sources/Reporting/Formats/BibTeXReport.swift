import Correspondence

extension LetterFormat {
    /// BibTeX; biber and BibTeX read the UTF-8 as it is.
    static let bibTeX = LetterFormat(
        id: "bibtex", summary: "BibTeX",
        // What stands outside an entry is a comment; an at sign would begin an entry.
        begin: { facts in escapedText(facts.line) { $0 == "@" ? "(at)" : nil } + "\n\n" },
        item: { item, facts, _ in BibTeXReport.entry(Citation(item.letter, facts)) })
}

private enum BibTeXReport {
    static func entry(_ citation: Citation) -> String {
        var fields: [(String, String)] = []
        // Doubled braces keep an organisation from being read as first and last name.
        let authors = citation.authors.map { "{\(escaped($0))}" }
        if !authors.isEmpty { fields.append(("author", authors.joined(separator: " and "))) }
        fields.append(("title", "{\(escaped(citation.title))}"))
        if let date = citation.date?.start {
            if let year = date.year { fields.append(("year", String(year))) }
            if let month = date.month { fields.append(("month", String(month))) }
            // biblatex reads EDTF as it is.
            if date.year != nil { fields.append(("date", "\(date)")) }
        }
        let kind = citation.isTestimony ? "Testimony" : "Letter"
        let recipients = citation.recipients.map(escaped).joined(separator: ", ")
        fields.append(("howpublished", recipients.isEmpty ? kind : "\(kind) to \(recipients)"))
        if !citation.identifiers.isEmpty {
            fields.append(("note", escaped(citation.identifiers.joined(separator: "; "))))
        }
        let keywords = (citation.topics + citation.agencies).map(escaped)
        if !keywords.isEmpty { fields.append(("keywords", keywords.joined(separator: ", "))) }
        if let url = citation.url { fields.append(("url", url)) }
        if let accessed = citation.accessed { fields.append(("urldate", accessed)) }
        let lines = fields.map { "  \($0.0) = {\($0.1)}" }
        return "@misc{letterbook-\(citation.key),\n\(lines.joined(separator: ",\n"))\n}\n\n"
    }

    private static func escaped(_ text: String) -> String {
        var last: Unicode.Scalar?
        return escapedText(cleanText(text)) { scalar in
            defer { last = scalar }
            return switch scalar {
            // TeX makes dashes and quotation marks of pairs.
            case "-", "`", "'": scalar == last ? "{}\(scalar)" : nil
            case "&", "%", "$", "#", "_", "{", "}": "\\\(scalar)"
            case "\\": "\\textbackslash{}"
            case "~": "\\textasciitilde{}"
            case "^": "\\textasciicircum{}"
            default: nil
            }
        }
    }
}
