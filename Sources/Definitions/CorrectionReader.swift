import Correspondence

/// Reads the fields of a file of corrections. What each means is said at `Correction`.
enum CorrectionReader {
    static func correction(id: String, _ root: DefinitionValue) throws(DefinitionError) -> Correction {
        let digits = id.prefix { $0 != "-" }
        guard digits.utf8.count == 16, digits.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
            throw DefinitionError(
                file: root.file, problem: "its name is no letter's id",
                remedy: "name it after the 16 digits that 'letterbook query --format jsonl' gives, and .yaml")
        }
        let fields = try root.fields(["values", "topics", "withheld"])
        var correction = Correction(id: id)
        for entry in try fields["values"]?.items() ?? [] { correction.values.append(try value(entry)) }
        for entry in try fields["topics"]?.items() ?? [] { correction.topics.append(try topic(entry)) }
        for entry in try fields["withheld"]?.items() ?? [] {
            correction.withheld.append(try withholding(entry))
        }
        try refuseRepetition(correction.values.map(\.field.description), fields["values"])
        try refuseRepetition(correction.topics.map(\.topic), fields["topics"])
        return correction
    }

    private static let decisionKeys = ["who", "when", "why"]

    private static func value(_ entry: DefinitionValue) throws(DefinitionError) -> ValueCorrection {
        let fields = try entry.fields(["field", "old", "new"] + decisionKeys)
        let field = try path(fields.required("field"))
        let new = try fields["new"]?.string()
        if let new, let expected = field.expectation(unmetBy: new) {
            throw (fields["new"] ?? entry).error("\(field) must be \(expected), found \"\(new)\"")
        }
        if new == nil, field.description == "kind" {
            throw entry.error("new is missing", remedy: "every letter has a kind: say which")
        }
        return ValueCorrection(
            field: field, old: try fields["old"]?.string(), new: new, decision: try decision(fields))
    }

    private static func topic(_ entry: DefinitionValue) throws(DefinitionError) -> TopicDecision {
        let fields = try entry.fields(["add", "remove"] + decisionKeys)
        let (added, removed) = (try fields["add"]?.string(), try fields["remove"]?.string())
        guard let topic = added ?? removed, added == nil || removed == nil else {
            throw entry.error("a topic needs add or remove, one of them", remedy: "write add: ctsa")
        }
        return TopicDecision(topic: topic, isTagged: added != nil, decision: try decision(fields))
    }

    private static func withholding(_ entry: DefinitionValue) throws(DefinitionError) -> Withholding {
        let fields = try entry.fields(["field", "words"] + decisionKeys)
        var words: [Withholding.Words] = []
        for item in try fields.required("words").items() {
            let parts = try item.fields(["count", "sha256"])
            let sha256 = try parts.required("sha256")
            let digits = try sha256.string()
            guard digits.count == 64, digits.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
                throw sha256.mustBe(
                    "64 hexadecimal digits", remedy: "let 'letterbook withhold' write this entry")
            }
            words.append(
                Withholding.Words(
                    count: try parts.required("count").integer(in: 1...1_000), sha256: digits))
        }
        var field: FieldPath?
        if let value = fields["field"] { field = try path(value) }
        return Withholding(field: field, words: words, decision: try decision(fields))
    }

    private static func path(_ value: DefinitionValue) throws(DefinitionError) -> FieldPath {
        let text = try value.string()
        if let path = FieldPath(text) { return path }
        throw value.error(
            "\"\(text)\" is no field that can be corrected",
            remedy: "known are: \(FieldPath.known.joined(separator: ", ")), where N is a position from 0")
    }

    private static func decision(_ fields: DefinitionFields) throws(DefinitionError) -> Decision {
        let when = try fields.required("when")
        let day = try when.string()
        guard EDTFDate(day)?.earliestDay == day else { throw when.mustBe("a day such as 2026-11-21") }
        return Decision(
            who: try fields.required("who").string(), when: day, why: try fields["why"]?.string())
    }

    private static func refuseRepetition(
        _ names: [String], _ list: DefinitionValue?
    ) throws(DefinitionError) {
        guard let list, Set(names).count < names.count else { return }
        let items = try list.items()
        var seen: Set<String> = []
        for (name, item) in zip(names, items) where !seen.insert(name).inserted {
            throw item.error("\(name) stands twice", remedy: "keep one of them")
        }
    }
}
