/// Records as they are in the archive.
extension LetterFormat {
    /// One record a line, for jq, DuckDB and scripts.
    static let jsonLines = LetterFormat(
        id: "jsonl", summary: "JSON Lines: one record a line", hasHeader: false,
        item: { item, _, _ in try JSONText.record(item) + "\n" })

    /// One document that says what was asked.
    static let json = LetterFormat(
        id: "json", summary: "one JSON document",
        begin: { facts in "{\"letters\":[" },
        item: { item, _, isFirst in (isFirst ? "\n" : ",\n") + (try JSONText.record(item)) },
        end: { facts in
            let cursor = try facts.cursor.map { ["\"cursor\":\(try JSONText.line($0))"] } ?? []
            let members =
                cursor + [
                    "\"program\":\(try JSONText.line(facts.program))",
                    "\"query\":\(try JSONText.line(facts.query))",
                    "\"total\":\(facts.total)",
                ]
            return "\n]," + members.joined(separator: ",") + "}\n"
        })
}
