import Correspondence

/// Writes a file of corrections as a person would.
enum CorrectionWriter {
    static func yaml(_ correction: Correction) -> String {
        var lines = [
            "# What people decided about letter \(correction.id): it wins over every rule.",
            "# Written by 'letterbook correct', 'tag' and 'withhold'; may be edited.",
        ]
        lines += list(
            "values",
            correction.values.map { entry in
                [("field", quotedText(entry.field.description))] + optional("old", entry.old)
                    + optional("new", entry.new) + decision(entry.decision)
            })
        lines += list(
            "topics",
            correction.topics.map { entry in
                [(entry.isTagged ? "add" : "remove", quotedText(entry.topic))] + decision(entry.decision)
            })
        lines += list(
            "withheld",
            correction.withheld.map { entry in
                let words = entry.words.map { "{count: \($0.count), sha256: \"\($0.sha256)\"}" }
                return optional("field", entry.field?.description)
                    + [("words", "[\(words.joined(separator: ", "))]")] + decision(entry.decision)
            })
        return lines.map { $0 + "\n" }.joined()
    }

    private static func list(_ name: String, _ entries: [[(key: String, value: String)]]) -> [String] {
        guard !entries.isEmpty else { return [] }
        return ["\(name):"]
            + entries.flatMap { entry in
                entry.enumerated().map { ($0 == 0 ? "  - " : "    ") + "\($1.key): \($1.value)" }
            }
    }

    private static func decision(_ decision: Decision) -> [(key: String, value: String)] {
        [("who", quotedText(decision.who)), ("when", decision.when)] + optional("why", decision.why)
    }

    private static func optional(_ key: String, _ value: String?) -> [(key: String, value: String)] {
        value.map { [(key, quotedText($0))] } ?? []
    }
}
