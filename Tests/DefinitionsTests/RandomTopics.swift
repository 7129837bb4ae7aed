import Correspondence
import Dice

extension RandomDefinitions {
    static func topic(_ dice: inout Dice) -> (value: Topic, yaml: WrittenYAML) {
        var topic = Topic(id: "x", label: dice.text())
        topic.scopeNote = dice.maybe { $0.text() }
        topic.broader = dice.some(upTo: 2) { $0.name() }
        topic.narrower = dice.some(upTo: 2) { $0.name() }
        topic.related = dice.some(upTo: 2) { $0.name() }
        topic.exactMatch = dice.some(upTo: 2) {
            Topic.MeSHConcept(id: "D\(100_000 + $0.roll(900_000))", label: $0.text())
        }
        topic.isActive = dice.roll(2) == 0
        topic.pointsNeeded = 0.1 + weight(&dice)
        topic.terms = [term(&dice)] + dice.some(upTo: 3, term)
        topic.hints = dice.some(upTo: 2, term)
        topic.programs = dice.some(upTo: 2, term)
        topic.identifiers = dice.some(upTo: 2, term)
        topic.companions = dice.some(upTo: 2, companions)
        topic.bills = dice.some(upTo: 2, bill)
        topic.negatives = dice.some(upTo: 2, negative)
        for zone in Topic.Zone.allCases where dice.roll(3) == 0 { topic.zones[zone] = weight(&dice) }
        topic.examples.match = dice.some(upTo: 2) { $0.text() }
        topic.examples.noMatch = dice.some(upTo: 2) { $0.text() }
        return (topic, yaml(topic, &dice))
    }

    private static func term(_ dice: inout Dice) -> Topic.Term {
        Topic.Term(
            dice.text(), variants: dice.some(upTo: 2) { $0.text() }, weight: weight(&dice),
            needs: dice.some(upTo: 2) { $0.text() })
    }

    private static func companions(_ dice: inout Dice) -> Topic.Companions {
        let group = { (dice: inout Dice) in [dice.text()] + dice.some(upTo: 2) { $0.text() } }
        return Topic.Companions(
            dice.text(), within: dice.pick(Topic.Companions.Scope.allCases), weight: weight(&dice),
            groups: [group(&dice), group(&dice)] + dice.some(upTo: 2, group))
    }

    private static func bill(_ dice: inout Dice) -> Topic.Bill {
        Topic.Bill(
            titles: [dice.text()],
            ids: dice.some(upTo: 2) {
                "\($0.pick(["hr", "s", "sconres"]))\($0.roll(9_999))-\(90 + $0.roll(100))"
            },
            weight: weight(&dice))
    }

    private static func negative(_ dice: inout Dice) -> Topic.Negative {
        Topic.Negative(
            phrases: dice.some(upTo: 3) { $0.text() }, within: dice.pick(Topic.Negative.Scope.allCases),
            reason: dice.maybe { $0.text() })
    }

    private static func yaml(_ topic: Topic, _ dice: inout Dice) -> WrittenYAML {
        let zones = Topic.Zone.allCases.map { (key: $0.rawValue, value: number(topic.zones[$0])) }
        return .some(
            [
                ("label", .text(topic.label)), ("scopeNote", topic.scopeNote.map { .text($0) }),
                ("broader", .texts(topic.broader)), ("narrower", .texts(topic.narrower)),
                ("related", .texts(topic.related)),
                (
                    "exactMatch",
                    .list(
                        topic.exactMatch.map {
                            .fields([("mesh", .text($0.id)), ("label", .text($0.label))])
                        })
                ),
                (
                    "active",
                    .plain(topic.isActive ? dice.pick(["true", "yes"]) : dice.pick(["false", "no"]))
                ),
                ("pointsNeeded", number(topic.pointsNeeded)), ("terms", terms(topic.terms, &dice)),
                ("hints", terms(topic.hints, &dice)), ("programs", terms(topic.programs, &dice)),
                ("identifiers", terms(topic.identifiers, &dice)),
                ("companions", .list(topic.companions.map { yaml($0, &dice) })),
                ("bills", .list(topic.bills.map { yaml($0, &dice) })),
                ("negatives", .list(topic.negatives.map { yaml($0, &dice) })), ("zones", .fields(zones)),
                (
                    "examples",
                    .fields([
                        ("match", .texts(topic.examples.match)), ("noMatch", .texts(topic.examples.noMatch)),
                    ])
                ),
            ], &dice)
    }

    private static func number(_ number: Double) -> WrittenYAML { .plain("\(number)") }

    private static func terms(_ terms: [Topic.Term], _ dice: inout Dice) -> WrittenYAML {
        .list(
            terms.map { term in
                .some(
                    [
                        ("term", .text(term.text)), ("variants", .texts(term.variants)),
                        ("weight", number(term.weight)), ("needs", .texts(term.needs)),
                    ], &dice)
            })
    }

    private static func yaml(_ companions: Topic.Companions, _ dice: inout Dice) -> WrittenYAML {
        .some(
            [
                ("name", .text(companions.name)), ("within", .text(companions.within.rawValue)),
                ("weight", number(companions.weight)),
                ("groups", .list(companions.groups.map { .texts($0) })),
            ], &dice)
    }

    private static func yaml(_ bill: Topic.Bill, _ dice: inout Dice) -> WrittenYAML {
        .some(
            [("titles", .texts(bill.titles)), ("ids", .texts(bill.ids)), ("weight", number(bill.weight))],
            &dice)
    }

    private static func yaml(_ negative: Topic.Negative, _ dice: inout Dice) -> WrittenYAML {
        .some(
            [
                ("phrases", .texts(negative.phrases)), ("within", .text(negative.within.rawValue)),
                ("reason", negative.reason.map { .text($0) }),
            ], &dice)
    }
}
