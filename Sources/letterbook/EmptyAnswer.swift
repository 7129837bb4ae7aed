import Correspondence
import Indexing

/// What is said when nothing was found: what was searched, and which part of the question to leave out.
struct EmptyAnswer {
    let index: LetterIndex
    let vocabulary: Vocabulary
    let condition: QueryCondition?

    var text: String {
        get throws {
            let archived = try index.count()
            guard archived > 0 else {
                return "The archive has no letters yet: put some in the corpus and run 'letterbook nightly'."
            }
            let asked = condition.map { " for \(printable($0.text))" } ?? ""
            var lines = ["Nothing found\(asked) in \(archived) \(archived == 1 ? "letter" : "letters")."]
            let hints = try self.hints()
            if !hints.isEmpty { lines.append("More would be found \(hints.joined(separator: ", ")).") }
            return lines.joined(separator: "\n")
        }
    }

    /// How many letters there would be without each part, most first.
    private func hints() throws -> [String] {
        guard case .all(let nested)? = condition else { return [] }
        let parts = nested.flatMap { part in if case .all(let inner) = part { inner } else { [part] } }
        return try parts.indices.compactMap { place -> (total: Int, text: String)? in
            var wider = parts
            let left = wider.remove(at: place)
            let query = LetterQuery(.all(of: wider), limit: 0)
            let total = try index.search(query, vocabulary: vocabulary).total
            return total > 0 ? (total, "without \(printable(left.text)) (\(total))") : nil
        }
        .sorted { ($1.total, $0.text) < ($0.total, $1.text) }.prefix(4).map(\.text)
    }
}
