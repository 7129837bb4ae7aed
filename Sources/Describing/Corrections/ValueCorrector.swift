import Correspondence

/// Puts a person's values in the place of those that the rules found.
struct ValueCorrector {
    private let letter: Letter
    private var findings: [Finding] = []

    init(_ letter: Letter) { self.letter = letter }

    /// All of them, or, where they do not add up to a record, none and a finding.
    func apply(_ corrections: [ValueCorrection]) -> Letter {
        var corrector = self
        do {
            return try corrector.applied(corrections)
        } catch {
            var letter = letter
            letter.findings.append(
                notApplied("its values do not add up to a record: \(error)"))
            return letter
        }
    }

    private mutating func applied(_ corrections: [ValueCorrection]) throws -> Letter {
        var tree = try JSONValue(letter)
        for correction in corrections { apply(correction, to: &tree) }
        var corrected = try tree.read(as: Letter.self)
        // A list shows the subject as title.
        if let title = letter.title, title == letter.subject?.value, corrected.title == title {
            corrected.title = corrected.subject?.value ?? title
        }
        corrected.findings += findings
        return corrected
    }

    private mutating func apply(_ correction: ValueCorrection, to tree: inout JSONValue) {
        let field = place(of: correction, in: tree)
        let path = field.parts[...]
        let found = tree[path]?.shown
        if found == correction.new {
            findings.append(
                .agreement(
                    "the rules too find \(field) to be \(found ?? "absent")", correction.decision, letter.id,
                    "describe"))
            if found != nil { confirm(field, in: &tree) }
            return
        }
        guard let new = correction.new else {
            _ = tree.set(nil, at: field.isEssential ? path.dropLast() : path)
            return
        }
        let value = field.isNumber ? JSONValue.integer(Int(new) ?? 0) : .text(new)
        guard tree.set(value, at: path) else {
            findings.append(
                notApplied(
                    "\(field): the list has only \(count(of: field, in: tree)) entries; the next is number \(count(of: field, in: tree))"
                ))
            return
        }
        if let place = evidencePlace(of: field) {
            _ = tree.set(Self.tree(of: correction.decision.evidence), at: place[...])
        }
    }

    /// Rules that change may list the same thing at another position: the old value tells which is meant.
    private func place(of correction: ValueCorrection, in tree: JSONValue) -> FieldPath {
        let field = correction.field
        guard field.position != nil else { return field }
        let here = tree[field.parts[...]]?.shown
        if here == correction.old || here == correction.new { return field }
        for wanted in [correction.old, correction.new] {
            guard let wanted else { continue }
            let places = (0..<count(of: field, in: tree)).map { field.at($0) }
            if let place = places.first(where: { tree[$0.parts[...]]?.shown == wanted }) { return place }
        }
        return field
    }

    private func count(of field: FieldPath, in tree: JSONValue) -> Int {
        guard case .list(let entries)? = tree[field.parts.prefix(1)] else { return 0 }
        return entries.count
    }

    /// A person has looked at it: what the rules rest on is certain.
    private func confirm(_ field: FieldPath, in tree: inout JSONValue) {
        guard let place = evidencePlace(of: field), tree[place[...]] != nil else { return }
        _ = tree.set(.text(Evidence.Confidence.high.rawValue), at: (place + ["confidence"])[...])
    }

    private func evidencePlace(of field: FieldPath) -> [String]? {
        switch field.parts[0] {
        case "kind": ["kindEvidence"]
        case "title", "language", "signOn", "submission": nil
        default: field.parts.dropLast() + ["evidence"]
        }
    }

    private static func tree(of evidence: Evidence) -> JSONValue {
        .object([
            "in": .text(evidence.place.rawValue), "quote": .text(evidence.quote),
            "rule": .text(evidence.rule), "confidence": .text(evidence.confidence.rawValue),
        ])
    }

    private func notApplied(_ reason: String) -> Finding {
        Finding(
            .warning, stage: "describe", code: "correction-not-applied",
            message: "Pipeline/corrections/\(letter.id).yaml: \(reason)")
    }
}
