import Correspondence

extension LetterFormat {
    /// RIS, read by Zotero, EndNote and Mendeley: letters are PCOMM, testimony and statements HEAR.
    static let ris = LetterFormat(
        id: "ris", summary: "RIS for reference managers",
        // Databases say so who made a file; readers begin at the first TY.
        begin: { facts in
            let query = facts.query.isEmpty ? "all letters" : cleanText(facts.query)
            let lines = [
                "Provider: \(facts.program)", "Database: \(query) (\(counted(facts.total, "letter")))",
                "Content: text/plain; charset=\"UTF-8\"",
            ]
            return lines.map { $0 + "\r\n" }.joined() + "\r\n"
        },
        item: { item, facts, _ in RISReport.record(Citation(item.letter, facts)) })
}

private enum RISReport {
    /// The format ends lines with CR LF, and knows tags of two letters only.
    static func record(_ citation: Citation) -> String {
        var lines = [("TY", citation.isTestimony ? "HEAR" : "PCOMM")]
        lines += citation.authors.map { ("AU", $0) }
        lines += citation.recipients.map { ("A2", $0) }
        lines.append(("TI", citation.title))
        if let date = citation.date {
            lines += date.start.year.map { [("PY", String($0))] } ?? []
            lines.append(("DA", slashed(date.start)))
        }
        lines += (citation.topics + citation.agencies).map { ("KW", $0) }
        if !citation.identifiers.isEmpty {
            lines.append(("N1", citation.identifiers.joined(separator: "; ")))
        }
        if let url = citation.url {
            // A semicolon would begin another address.
            lines.append(("UR", escapedText(url) { $0 == ";" ? "%3B" : nil }))
        }
        if let accessed = citation.accessed { lines.append(("Y2", accessed.replacing("-", with: "/") + "/")) }
        if let language = citation.language { lines.append(("LA", language)) }
        lines.append(("ID", citation.key))
        lines.append(("ER", ""))
        return lines.map { "\($0.0)  - \($0.1)\r\n" }.joined() + "\r\n"
    }

    /// `YYYY/MM/DD/`, with nothing between slashes for what is not known.
    private static func slashed(_ point: EDTFDate.Point) -> String {
        let number = { (value: Int?) in value.map { $0 < 10 ? "0\($0)" : "\($0)" } ?? "" }
        return "\(point.year.map(String.init) ?? "")/\(number(point.month))/\(number(point.day))/"
    }
}
