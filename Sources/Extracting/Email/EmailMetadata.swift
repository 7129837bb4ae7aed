import Correspondence

extension DocumentMetadata {
    /// What a message's header says of it.
    init(_ header: EmailHeader) {
        self.init()
        title = header.text("subject")
        author = header.text("from").flatMap(Self.sender)
        created = header.raw("date").flatMap(Self.mailDay)
        creator = header.text("x-mailer") ?? header.text("user-agent")
    }

    /// The name in `"Roe, Jane" <jane@example.org>`; the address where there is no name.
    private static func sender(_ text: String) -> String? {
        guard let bracket = text.firstIndex(of: "<") else { return text.isEmpty ? nil : text }
        let name = text[..<bracket].drop { $0 == " " || $0 == "\"" }
        let end = name.lastIndex { $0 != " " && $0 != "\"" && $0 != "," }
        if let end { return String(name[...end]) }
        let address = text[text.index(after: bracket)...].prefix { $0 != ">" }
        return address.isEmpty ? nil : String(address)
    }

    /// The day of `Mon, 4 May 2020 10:00:00 -0400` (RFC 5322, 3.3) as its sender's calendar had it.
    static func mailDay(_ text: String) -> String? {
        let words = text.prefix(100).split { $0.isWhitespace || $0 == "," || $0 == "-" }
        let months = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
        for index in words.indices.dropFirst().dropLast() {
            guard let month = months.firstIndex(of: words[index].prefix(3).lowercased()),
                let day = Int(words[index - 1]), (1...31).contains(day), var year = Int(words[index + 1])
            else { continue }
            // Two and three digits as RFC 5322, 4.3 reads them.
            if year < 50 { year += 2_000 } else if year < 1_000 { year += 1_900 }
            guard (1_970...2_200).contains(year) else { return nil }
            let parts = [month + 1, day].map { $0 < 10 ? "0\($0)" : "\($0)" }
            return "\(year)-\(parts[0])-\(parts[1])"
        }
        return nil
    }
}
