import Correspondence
import Dice

extension RandomDefinitions {
    static func correction(_ dice: inout Dice) -> (value: Correction, yaml: WrittenYAML) {
        var correction = Correction(id: dice.digits(16))
        for place in 0..<dice.roll(3) {
            guard let field = FieldPath("signatories.\(place).name") else { continue }
            correction.values.append(
                ValueCorrection(
                    field: field, old: dice.maybe { $0.text() }, new: dice.maybe { $0.text() },
                    decision: decision(&dice)))
        }
        correction.topics = (0..<dice.roll(3)).map {
            TopicDecision(
                topic: "\(dice.name())\($0)", isTagged: dice.roll(2) == 0, decision: decision(&dice))
        }
        correction.withheld = dice.some(upTo: 2) { dice in
            Withholding(
                field: dice.maybe { _ in FieldPath("title") } ?? nil,
                words: dice.some(upTo: 3) { .init(count: 1 + $0.roll(1_000), sha256: $0.digits(64)) },
                decision: decision(&dice))
        }
        return (correction, yaml(correction, &dice))
    }

    private static func decision(_ dice: inout Dice) -> Decision {
        Decision(who: dice.text(), when: dice.day(), why: dice.maybe { $0.text() })
    }

    private static func yaml(_ correction: Correction, _ dice: inout Dice) -> WrittenYAML {
        let values = correction.values.map { value in
            WrittenYAML.some(
                [
                    ("field", .text(value.field.description)), ("old", value.old.map { .text($0) }),
                    ("new", value.new.map { .text($0) }),
                ] + fields(value.decision), &dice)
        }
        let topics = correction.topics.map { decided in
            WrittenYAML.some(
                [(decided.isTagged ? "add" : "remove", .text(decided.topic))] + fields(decided.decision),
                &dice)
        }
        let withheld = correction.withheld.map { withholding in
            let words = withholding.words.map { words in
                WrittenYAML.fields([("count", .plain("\(words.count)")), ("sha256", .text(words.sha256))])
            }
            return WrittenYAML.some(
                [("field", withholding.field.map { .text($0.description) }), ("words", .list(words))]
                    + fields(withholding.decision), &dice)
        }
        return .some(
            [("values", .list(values)), ("topics", .list(topics)), ("withheld", .list(withheld))], &dice)
    }

    private static func fields(_ decision: Decision) -> [(String, WrittenYAML?)] {
        [
            ("who", .text(decision.who)), ("when", .plain(decision.when)),
            ("why", decision.why.map { .text($0) }),
        ]
    }
}
