import Correspondence
import Dice

@testable import Definitions

extension RandomDefinitions {
    static func source(_ dice: inout Dice) -> (value: Source, yaml: WrittenYAML) {
        var source = Source(id: "x", kind: dice.pick(Source.Kind.allCases))
        source.name = dice.maybe { $0.text() }
        source.note = dice.maybe { $0.text() }
        source.isActive = dice.roll(2) == 0
        source.include = dice.some(upTo: 2) { $0.text() }
        source.exclude = dice.some(upTo: 2) { $0.text() }
        source.urls = (0...dice.roll(2)).map { _ in
            source.kind.isLocal
                ? "Mail/\(dice.name())"
                : dice.pick(["https", "http"]) + "://\(dice.name()).example.org/a?b=c#d"
        }
        if source.kind == .regulations || source.kind == .federalRegister {
            source.terms = [dice.text()]
            source.dockets = dice.some(upTo: 2) { $0.text() }
            source.agencies = dice.some(upTo: 2) { $0.text() }
            source.keyVariable = dice.maybe { "KEY_\($0.roll(9))" }
        }
        if source.kind == .listing {
            source.selectors.item = dice.maybe { $0.text() }
            source.selectors.next = dice.maybe { $0.text() }
        }
        source.since = dice.maybe { $0.day() }
        source.delay = weight(&dice)
        source.pageLimit = 1 + dice.roll(100_000)
        source.itemLimit = 1 + dice.roll(1_000_000)
        source.timeLimit = 1 + weight(&dice)
        source.allowsPrivateAddresses = dice.roll(2) == 0
        return (source, yaml(source, &dice))
    }

    private static func yaml(_ source: Source, _ dice: inout Dice) -> WrittenYAML {
        let selectors: [(key: String, value: WrittenYAML)] = [
            ("item", source.selectors.item), ("next", source.selectors.next),
        ].compactMap { field in field.1.map { (key: field.0, value: .text($0)) } }
        let texts = { (texts: [String]) -> WrittenYAML? in texts.isEmpty ? nil : .texts(texts) }
        return .some(
            [
                ("kind", .text(source.kind.rawValue)), ("name", source.name.map { .text($0) }),
                ("note", source.note.map { .text($0) }), ("active", .plain("\(source.isActive)")),
                ("urls", texts(source.urls)), ("include", texts(source.include)),
                ("exclude", texts(source.exclude)),
                ("dockets", texts(source.dockets)), ("agencies", texts(source.agencies)),
                ("terms", texts(source.terms)), ("since", source.since.map { .plain($0) }),
                ("key-variable", source.keyVariable.map { .text($0) }),
                ("selectors", selectors.isEmpty ? nil : .fields(selectors)),
                ("delay", .plain("\(source.delay)")),
                ("page-limit", .plain("\(source.pageLimit)")), ("item-limit", .plain("\(source.itemLimit)")),
                ("time-limit", .plain("\(source.timeLimit)")),
                ("private-addresses", .plain("\(source.allowsPrivateAddresses)")),
            ], &dice)
    }

    static func configuration(_ dice: inout Dice) -> (value: Configuration, yaml: WrittenYAML) {
        var configuration = Configuration()
        configuration.corpus = dice.text()
        configuration.output = dice.text()
        configuration.jobs = dice.roll(1_025)
        configuration.ignore = dice.some(upTo: 3) { $0.text() }
        configuration.memoryLimit = 64 + dice.roll(1_048_513)
        configuration.processorTimeLimit = 1 + dice.roll(86_400)
        configuration.wallClockLimit = 1 + dice.roll(86_400)
        configuration.sizeLimit = 1 + dice.roll(1_000)
        configuration.ocr = dice.pick(["auto", "never", "always"])
        configuration.locale = dice.pick(["en-GB", "en-US"])
        configuration.contact = dice.maybe { "\($0.name())@example.org" }
        configuration.proxy = dice.maybe { "http://\($0.name()).example.org:3128" }
        let yaml = WrittenYAML.some(
            [
                ("corpus", .text(configuration.corpus)), ("output", .text(configuration.output)),
                ("jobs", .plain("\(configuration.jobs)")), ("ignore", .texts(configuration.ignore)),
                ("memory-limit", .plain("\(configuration.memoryLimit)")),
                ("processor-limit", .plain("\(configuration.processorTimeLimit)")),
                ("clock-limit", .plain("\(configuration.wallClockLimit)")),
                ("size-limit", .plain("\(configuration.sizeLimit)")), ("ocr", .text(configuration.ocr)),
                ("locale", .text(configuration.locale)), ("contact", configuration.contact.map { .text($0) }),
                ("proxy", configuration.proxy.map { .text($0) }),
            ], &dice)
        return (configuration, yaml)
    }
}
