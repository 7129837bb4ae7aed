import Correspondence

/// A letter as people decided that it is. Corrected values, topics said yes or no to, words withheld: each wins over
/// every rule. Where the rules have come to agree with a person, a finding `correction-agrees` says so.
///
/// Pure. The letter must come from the rules alone, not from an earlier correction.
public func correct(_ letter: Letter, with correction: Correction) -> Letter {
    var corrected = letter
    if !correction.values.isEmpty { corrected = ValueCorrector(letter).apply(correction.values) }
    for decision in correction.topics { corrected.decide(decision) }
    if !correction.withheld.isEmpty {
        corrected = Withholder(correction.withheld, letter: letter.id).withhold(from: corrected)
    }
    return corrected
}

/// The value at a path of a record; nil where there is none.
public func value(at field: FieldPath, of letter: Letter) throws -> String? {
    try JSONValue(letter)[field.parts[...]]?.shown
}

/// How many entries the list of a field has; nil where the field is in no list.
public func entries(of field: FieldPath, in letter: Letter) throws -> Int? {
    guard field.position != nil, case .list(let entries)? = try JSONValue(letter)[field.parts.prefix(1)]
    else {
        return nil
    }
    return entries.count
}

extension Letter {
    fileprivate mutating func decide(_ choice: TopicDecision) {
        let byRules = topics.first { $0.id == choice.topic }
        if (byRules != nil) == choice.isTagged {
            let verb = choice.isTagged ? "give this letter" : "do not give this letter"
            findings.append(
                .agreement("the rules too \(verb) the topic \(choice.topic)", choice.decision, id, "tag"))
        }
        topics.removeAll { $0.id == choice.topic }
        guard choice.isTagged else { return }
        topics.append(
            Tag(
                id: choice.topic, score: 1, decidedBy: .person,
                evidence: [choice.decision.evidence] + (byRules?.evidence ?? [])))
        topics.sort { $0.id < $1.id }
    }
}

extension Finding {
    static func agreement(_ what: String, _ decision: Decision, _ id: String, _ stage: String) -> Finding {
        Finding(
            .note, stage: stage, code: "correction-agrees",
            message: "\(what), as \(decision.who) decided on \(decision.when): the entry in "
                + "Pipeline/corrections/\(id).yaml is no longer needed")
    }
}
