import Correspondence

/// Reads the fields of a topic's file. What each means is said at `Topic` and in `Pipeline/topics/README.md`.
enum TopicReader {
    static let keys = [
        "label", "scopeNote", "broader", "narrower", "related", "exactMatch", "active", "pointsNeeded",
        "terms",
        "hints", "programs", "companions", "bills", "identifiers", "negatives", "zones", "examples",
    ]
    private static let weights = 0.0...10.0
    private static let usualWeight = 3.0
    private static let usualHintWeight = 1.0

    static func topic(id: String, _ root: DefinitionValue) throws(DefinitionError) -> Topic {
        try checkID(id, root)
        let fields = try root.fields(keys)
        var topic = Topic(id: id, label: try fields.required("label").string())
        topic.scopeNote = try fields["scopeNote"]?.string()
        topic.broader = try fields["broader"]?.strings() ?? []
        topic.narrower = try fields["narrower"]?.strings() ?? []
        topic.related = try fields["related"]?.strings() ?? []
        topic.exactMatch = try list(fields["exactMatch"], concept)
        topic.isActive = try fields["active"]?.bool() ?? true
        topic.pointsNeeded = try fields["pointsNeeded"]?.number(in: 0.1...1_000) ?? topic.pointsNeeded
        topic.terms = try terms(fields["terms"], usualWeight)
        topic.hints = try terms(fields["hints"], usualHintWeight)
        topic.programs = try terms(fields["programs"], usualWeight)
        topic.identifiers = try terms(fields["identifiers"], usualWeight)
        topic.companions = try list(fields["companions"], companions)
        topic.bills = try list(fields["bills"], bill)
        topic.negatives = try list(fields["negatives"], negative)
        if let zones = fields["zones"] { topic.zones = try zoneWeights(zones) }
        if let examples = fields["examples"] { topic.examples = try self.examples(examples) }
        try checkContent(topic, root)
        return topic
    }

    private static func checkID(_ id: String, _ root: DefinitionValue) throws(DefinitionError) {
        let isPlain = id.allSatisfy { $0 == "-" || $0.isASCII && ($0.isLowercase || $0.isNumber) }
        guard isPlain, !id.isEmpty else {
            throw DefinitionError(
                file: root.file, problem: "a topic's file name has only small letters, digits and hyphens",
                remedy: "rename it, for example maternal-health.yaml")
        }
    }

    private static func checkContent(_ topic: Topic, _ root: DefinitionValue) throws(DefinitionError) {
        let isEmpty =
            topic.terms.isEmpty && topic.programs.isEmpty && topic.companions.isEmpty && topic.bills.isEmpty
            && topic.identifiers.isEmpty
        guard isEmpty else { return }
        throw DefinitionError(
            file: root.file, problem: "has nothing that could give a letter this topic",
            remedy: "add terms, programs, companions, bills or identifiers; hints never decide alone")
    }

    private static func list<Item>(
        _ value: DefinitionValue?, _ read: (DefinitionValue) throws(DefinitionError) -> Item
    ) throws(DefinitionError) -> [Item] {
        var items: [Item] = []
        for item in try value?.items() ?? [] { items.append(try read(item)) }
        return items
    }

    private static func terms(
        _ value: DefinitionValue?, _ usual: Double
    ) throws(DefinitionError) -> [Topic.Term] {
        try list(value) { (item) throws(DefinitionError) in try term(item, usual) }
    }

    /// A text alone, or its fields.
    private static func term(_ value: DefinitionValue, _ usual: Double) throws(DefinitionError) -> Topic.Term
    {
        if value.node.scalar != nil { return Topic.Term(try value.string(), weight: usual) }
        let fields = try value.fields(["term", "variants", "weight", "needs"])
        return Topic.Term(
            try fields.required("term").string(), variants: try fields["variants"]?.strings() ?? [],
            weight: try fields["weight"]?.number(in: weights) ?? usual,
            needs: try fields["needs"]?.strings() ?? [])
    }

    private static func concept(_ value: DefinitionValue) throws(DefinitionError) -> Topic.MeSHConcept {
        let fields = try value.fields(["mesh", "label"])
        let id = try fields.required("mesh")
        let text = try id.string()
        guard text.first == "D", text.count > 6, text.dropFirst().allSatisfy(\.isNumber) else {
            throw id.mustBe("a MeSH descriptor such as D011247")
        }
        return Topic.MeSHConcept(id: text, label: try fields.required("label").string())
    }

    private static func companions(_ value: DefinitionValue) throws(DefinitionError) -> Topic.Companions {
        let fields = try value.fields(["name", "within", "weight", "groups"])
        let groups = try fields.required("groups")
        var lists: [[String]] = []
        for group in try groups.items() { lists.append(try group.strings()) }
        guard lists.count > 1, lists.allSatisfy({ !$0.isEmpty }) else {
            throw groups.error(
                "groups must be two or more lists of phrases",
                remedy: "put a phrase that needs no companion under terms")
        }
        return Topic.Companions(
            try fields.required("name").string(), within: try fields.required("within").choice(),
            weight: try fields["weight"]?.number(in: weights) ?? usualWeight, groups: lists)
    }

    private static func bill(_ value: DefinitionValue) throws(DefinitionError) -> Topic.Bill {
        let fields = try value.fields(["titles", "ids", "weight"])
        let ids = fields["ids"]
        for id in try ids?.items() ?? [] where !isBill(try id.string()) {
            throw id.error(
                "a bill's id must be chamber and number, hyphen, Congress, found \"\(try id.string())\"",
                remedy: "write it like hr4995-116")
        }
        let titles = try fields["titles"]?.strings() ?? []
        guard ids != nil || !titles.isEmpty else { throw value.error("a bill needs titles or ids") }
        return Topic.Bill(
            titles: titles, ids: try ids?.strings() ?? [],
            weight: try fields["weight"]?.number(in: weights) ?? usualWeight)
    }

    private static func isBill(_ id: String) -> Bool {
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let congress = Int(parts[1]), (1...200).contains(congress) else {
            return false
        }
        let chamber = parts[0].prefix { $0.isLowercase && $0.isASCII }
        let kinds = ["hr", "s", "hjres", "sjres", "hconres", "sconres", "hres", "sres"]
        return kinds.contains(String(chamber)) && Int(parts[0].dropFirst(chamber.count)) != nil
    }

    /// A text alone, or its fields.
    private static func negative(_ value: DefinitionValue) throws(DefinitionError) -> Topic.Negative {
        if value.node.scalar != nil { return Topic.Negative(phrases: [try value.string()]) }
        let fields = try value.fields(["phrases", "within", "reason"])
        return Topic.Negative(
            phrases: try fields.required("phrases").strings(),
            within: try fields["within"]?.choice() ?? .phrase, reason: try fields["reason"]?.string())
    }

    private static func zoneWeights(_ value: DefinitionValue) throws(DefinitionError) -> Topic.ZoneWeights {
        let fields = try value.fields(Topic.Zone.allCases.map(\.rawValue))
        var zones = Topic.ZoneWeights()
        for zone in Topic.Zone.allCases {
            if let weight = fields[zone.rawValue] { zones[zone] = try weight.number(in: weights) }
        }
        return zones
    }

    private static func examples(_ value: DefinitionValue) throws(DefinitionError) -> Topic.Examples {
        let fields = try value.fields(["match", "noMatch"])
        var examples = Topic.Examples()
        examples.match = try fields["match"]?.strings() ?? []
        examples.noMatch = try fields["noMatch"]?.strings() ?? []
        return examples
    }
}
