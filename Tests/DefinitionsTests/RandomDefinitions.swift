import Correspondence
import Dice
import Foundation

/// Random values of every kind that `Pipeline` holds, each with the file that says the same.
enum RandomDefinitions {
    static func weight(_ dice: inout Dice) -> Double { Double(dice.roll(1_001)) / 100 }

    static func agencies(_ dice: inout Dice) -> (value: [Agency], yaml: WrittenYAML) {
        var agencies: [Agency] = []
        var entries: [WrittenYAML] = []
        for number in 0...dice.roll(6) {
            let agency = Agency(
                id: "\(dice.name())-\(number)", name: dice.text(), shortName: dice.maybe { $0.text() },
                isShortNameAmbiguous: dice.roll(2) == 0,
                parent: agencies.isEmpty ? nil : dice.pick(agencies).id,
                aliases: dice.some(upTo: 3) { $0.text() }, slug: dice.maybe { $0.name() },
                domains: dice.some(upTo: 2) { $0.name() + ".gov" })
            agencies.append(agency)
            let isAmbiguous = agency.isShortNameAmbiguous
            entries.append(
                .some(
                    [
                        ("id", .text(agency.id)), ("name", .text(agency.name)),
                        ("short", agency.shortName.map { .text($0) }),
                        ("parent", agency.parent.map { .text($0) }),
                        ("shortIsAmbiguous", isAmbiguous ? .plain(dice.pick(["true", "yes"])) : nil),
                        ("aliases", agency.aliases.isEmpty ? nil : .texts(agency.aliases)),
                        ("slug", agency.slug.map { .text($0) }), ("domains", .texts(agency.domains)),
                    ], &dice))
        }
        return (agencies, .fields([("agencies", .list(entries))]))
    }

    static func organizations(_ dice: inout Dice) -> (value: [Organization], yaml: WrittenYAML) {
        var organizations: [Organization] = []
        for number in 0...dice.roll(5) {
            // A spelling leads to one organisation: each has its number in it.
            organizations.append(
                Organization(
                    id: "\(dice.name())\(number)", name: "\(number) name \(dice.text())",
                    acronym: dice.maybe { "\(number) acronym \($0.text())" },
                    aliases: (0..<dice.roll(3)).map { "\(number).\($0) alias \(dice.text())" },
                    formerNames: (0..<dice.roll(3)).map { "\(number).\($0) former \(dice.text())" },
                    parent: organizations.isEmpty ? nil : dice.pick(organizations).id))
        }
        let entries = organizations.map { organization in
            WrittenYAML.some(
                [
                    ("id", .text(organization.id)), ("name", .text(organization.name)),
                    ("acronym", organization.acronym.map { .text($0) }),
                    ("aliases", .texts(organization.aliases)),
                    ("former", .texts(organization.formerNames)),
                    ("parent", organization.parent.map { .text($0) }),
                ], &dice)
        }
        return (organizations, .fields([("organizations", .list(entries))]))
    }

    static func events(_ dice: inout Dice) -> (value: [RecordedEvent], yaml: WrittenYAML) {
        let kinds = ["published", "commentCloses", "hearing", "signed", "other"].compactMap(
            PolicyEvent.Kind.init)
        let events = (0...dice.roll(5)).compactMap { number -> RecordedEvent? in
            let kind = dice.pick(kinds)
            guard let date = EDTFDate(dice.pick([dice.day(), "2021", "2021-06", "2021-06-28/2021-06-30"])),
                let opens = EDTFDate(dice.day())
            else { return nil }
            return RecordedEvent(
                id: "\(number) \(dice.text())", kind: kind, date: date,
                opens: kind == .commentCloses ? dice.maybe { _ in opens } : nil, title: dice.text(),
                about: dice.some(upTo: 2) { $0.text() }, agencies: dice.some(upTo: 2) { $0.name() },
                topics: dice.some(upTo: 2) { $0.name() }, source: dice.text(), file: "x.yaml")
        }
        let entries = events.map { event in
            WrittenYAML.some(
                [
                    ("id", .text(event.id)), ("kind", .text(event.kind.rawValue)),
                    ("date", .plain(event.date.description)),
                    ("opens", event.opens.map { .plain($0.description) }),
                    ("title", .text(event.title)), ("about", .texts(event.about)),
                    ("agencies", .texts(event.agencies)), ("topics", .texts(event.topics)),
                    ("source", .text(event.source)),
                ], &dice)
        }
        return (events, .fields([("events", .list(entries))]))
    }

    static func savedQuery(_ dice: inout Dice) -> (value: SavedQuery, yaml: WrittenYAML) {
        let query = SavedQuery(
            id: "x", query: dice.text(), why: dice.text(),
            command: dice.maybe { dice in [dice.text()] + dice.some(upTo: 3) { $0.text() } })
        let yaml = WrittenYAML.some(
            [
                ("query", .text(query.query)), ("why", .text(query.why)),
                ("command", query.command.map { .texts($0) }),
            ], &dice)
        return (query, yaml)
    }
}
