import Correspondence
import Indexing

/// What is said when nothing was found: what was searched, and which part of the question to leave out.
struct EmptyAnswer {
    let index: LetterIndex
    let vocabulary: Vocabulary
    let question: QueryOptions

    var text: String {
        get throws {
            let archived = try index.count()
            guard archived > 0 else {
                return "The archive has no letters yet: put some in the corpus and run 'letterbook nightly'."
            }
            let asked = question.text.isEmpty ? "" : " for \(printable(question.text))"
            var lines = ["Nothing found\(asked) in \(archived) letters."]
            let hints = try self.hints()
            if !hints.isEmpty { lines.append("More would be found \(hints.joined(separator: ", "))") }
            return lines.joined(separator: "\n")
        }
    }

    /// How many letters there would be without each part, most first.
    private func hints() throws -> [String] {
        var parts: [(name: String, drop: (inout QueryOptions) -> Void)] = []
        if !question.words.isEmpty { parts.append(("the words", { $0.words = [] })) }
        if !question.agency.isEmpty { parts.append(("--agency", { $0.agency = [] })) }
        if !question.topic.isEmpty { parts.append(("--topic", { $0.topic = [] })) }
        if !question.sender.isEmpty { parts.append(("--sender", { $0.sender = [] })) }
        if !question.kind.isEmpty { parts.append(("--kind", { $0.kind = [] })) }
        if !question.identifier.isEmpty { parts.append(("--identifier", { $0.identifier = [] })) }
        if question.from != nil || question.to != nil {
            parts.append(
                (
                    "--from and --to",
                    {
                        $0.from = nil; $0.to = nil
                    }
                ))
        }
        guard parts.count > 1 else { return [] }
        return try parts.compactMap { part in
            var wider = question
            part.drop(&wider)
            let total = try index.search(LetterQuery(wider.condition(), limit: 0), vocabulary: vocabulary)
                .total
            return total > 0 ? (total, "without \(part.name) (\(total))") : nil
        }.sorted { $0.0 > $1.0 }.map(\.1)
    }
}
