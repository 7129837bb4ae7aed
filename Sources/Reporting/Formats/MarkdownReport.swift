import Correspondence

extension LetterFormat {
    /// A table for notes and issues.
    static let markdown = LetterFormat(
        id: "markdown", summary: "a Markdown table",
        begin: { facts in
            "\(escapedMarkdown(facts.line))\n\n| Date | From | To | Subject | Topics | Record |\n|---|---|---|---|---|---|\n"
        },
        item: { item, facts, _ in
            let letter = item.letter
            let cells = [
                letter.date?.value.description ?? "undated", letter.sender?.organization ?? "",
                letter.addressedTo(facts).joined(separator: ", "), letter.title ?? "",
                letter.topics.map { facts.topicName($0.id) }.joined(separator: ", "),
            ]
            let passage = item.snippet.map { snippet in
                let page = snippet.page.map { "p. \($0): " } ?? ""
                return "<br>" + escapedMarkdown(page + snippet.text)
            }
            var texts = cells.map(escapedMarkdown)
            texts[3] += passage ?? ""
            return "| " + (texts + ["`\(letter.id)`"]).joined(separator: " | ") + " |\n"
        })
}

/// Text from a document with nothing in it that Markdown or HTML would take for its own.
func escapedMarkdown(_ text: String) -> String {
    escapedText(cleanText(text)) { scalar in
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\\", "|", "`", "*", "_", "[", "]", "#", "~": "\\\(scalar)"
        default: nil
        }
    }
}

extension Letter {
    /// Agencies written to, by their short names; where there are none, the addressees' organisations or names.
    func addressedTo(_ facts: LetterListFacts) -> [String] {
        let ids = addressees.compactMap(\.agency)
        let all = ids.isEmpty ? agencies.filter { $0.role == .addressee }.map(\.id) : ids
        let names = all.map { facts.agencies[$0]?.shortName ?? facts.agencies[$0]?.name ?? $0 }
        var seen: Set<String> = []
        return (names.isEmpty ? addressees.compactMap { $0.organization ?? $0.name } : names)
            .filter { seen.insert($0).inserted }
    }
}
