import Correspondence

/// Adds up a letter's points for one topic. The arithmetic is that of `TopicAccount`.
struct TopicScorer {
    let topic: Topic
    let reading: Reading
    let description: Description
    private static let countedHeadings = 3
    private static let quotes = 3

    /// What is counted together: one idea in one place.
    private struct Key: Hashable {
        var role: PhraseUse.Role
        var place: Place
    }

    private enum Place: Hashable {
        case front, heading, purpose, opening, running, list, aside(Topic.Zone)
    }

    func account(of mentions: [Mention]) -> TopicAccount {
        let filter = MentionFilter(mentions, topic: topic, reading: reading)
        let words = reading.bodyWords
        var entries = entries(counted(filter.kept), bodyWords: words) + bills(bodyWords: words)
        entries.sort { ($1.points, $0.rule, $0.name) < ($0.points, $1.rule, $1.name) }
        let limits = (running: topic.pointsNeeded * 2 / 3, hints: topic.pointsNeeded / 4)
        let running = entries.filter { !$0.isHint && $0.isRunning }.reduce(0) { $0 + $1.points }
        let hints = entries.filter(\.isHint).reduce(0) { $0 + $1.points }
        let front = entries.filter { !$0.isHint && !$0.isRunning }.reduce(0) { $0 + $1.points }
        let points = Self.rounded(front + min(running, limits.running) + min(hints, limits.hints))
        return TopicAccount(
            topic: topic.id, pointsNeeded: topic.pointsNeeded, points: points,
            score: Self.rounded(points / (points + topic.pointsNeeded)), bodyWords: words,
            runningLimit: limits.running, hintLimit: limits.hints, entries: entries,
            cancelled: filter.cancelled,
            lacking: Lack(topic: topic, entries: entries, points: points, running: running, hints: hints)
                .sentences(wanting: filter.wanting.map { (topic.name(of: $0.mention.use.role), $0.needs) }))
    }

    /// Terms as they are, companion phrases as the rules that they fulfil.
    private func counted(_ mentions: [Mention]) -> [(mention: Mention, others: [Mention])] {
        let terms = mentions.filter(\.use.isTerm).map { (mention: $0, others: [Mention]()) }
        let companions = mentions.filter { !$0.use.isTerm }
        let finder = CompanionFinder(topic: topic, reading: reading, mentions: companions)
        return terms + finder.pairs().map { (mention: $0.mention, others: $0.others) }
    }

    private func entries(
        _ counted: [(mention: Mention, others: [Mention])], bodyWords: Int
    ) -> [TopicAccount.Entry] {
        var groups: [Key: [(mention: Mention, others: [Mention])]] = [:]
        for one in counted {
            for place in places(of: one.mention) {
                groups[Key(role: one.mention.use.role.idea, place: place), default: []].append(one)
            }
        }
        return groups.map { entry($0.key, $0.value, bodyWords: bodyWords) }
    }

    /// A mention in the opening or in the purpose counts twice: there, and by its share of the running text.
    private func places(of mention: Mention) -> [Place] {
        switch mention.zone {
        case .title, .subject: [.front]
        case .heading: [.heading]
        case .body where mention.isPurpose: [.purpose, .running]
        case .body: mention.isOpening ? [.opening, .running] : [.running]
        case .purpose: [.purpose]
        case .opening: [.opening]
        case .list: [.list]
        case .footnote, .acknowledgement, .address: [.aside(mention.zone)]
        }
    }

    private func entry(
        _ key: Key, _ group: [(mention: Mention, others: [Mention])], bodyWords: Int
    ) -> TopicAccount.Entry {
        let zone = zone(of: key.place, group.map(\.mention.zone))
        let rule = "topic.\(zone.rawValue)-\(key.role.kind)"
        let quoted = group.prefix(Self.quotes).flatMap { [$0.mention] + $0.others }
        return entry(
            rule: rule, name: topic.name(of: key.role), zone: zone, weight: topic.weight(of: key.role),
            mentions: group.count, isHint: key.role.isHint, bodyWords: bodyWords,
            evidence: quoted.map { reading.evidence($0, rule: rule, confidence: zone.confidence) })
    }

    private func entry(
        rule: String, name: String, zone: Topic.Zone, weight: Double, mentions: Int, isHint: Bool,
        bodyWords: Int, evidence: [Evidence]
    ) -> TopicAccount.Entry {
        let zoneWeight = topic.zones[zone]
        let isRunning = zone == .body || zone == .list
        let counted = isRunning ? mentions : min(mentions, zone == .heading ? Self.countedHeadings : 1)
        let thousands = isRunning ? max(1, Double(bodyWords) / 1_000) : 1
        return TopicAccount.Entry(
            rule: rule, name: name, zone: zone, weight: weight, zoneWeight: zoneWeight, mentions: mentions,
            counted: counted, points: Self.rounded(weight * zoneWeight * Double(counted) / thousands),
            isHint: isHint, evidence: evidence)
    }

    private func zone(of place: Place, _ zones: [Topic.Zone]) -> Topic.Zone {
        switch place {
        case .front:
            zones.contains(.title) && (topic.zones.title >= topic.zones.subject || !zones.contains(.subject))
                ? .title : .subject
        case .heading: .heading
        case .purpose: .purpose
        case .opening: .opening
        case .running: .body
        case .list: .list
        case .aside(let zone): zone
        }
    }

    /// Bills by number and Congress, as the description found them.
    private func bills(bodyWords: Int) -> [TopicAccount.Entry] {
        topic.bills.compactMap { bill in
            let found = description.identifiers.filter { $0.kind == .bill && bill.ids.contains($0.value) }
            guard let first = found.first else { return nil }
            let zone = zone(of: first.evidence)
            return entry(
                rule: "topic.\(zone.rawValue)-bill-number", name: first.value, zone: zone,
                weight: bill.weight, mentions: found.count, isHint: false, bodyWords: bodyWords,
                evidence: found.prefix(Self.quotes).map(\.evidence))
        }
    }

    private func zone(of evidence: Evidence) -> Topic.Zone {
        guard let page = evidence.page, let start = evidence.start, evidence.place == .text else {
            return evidence.place == .field ? .title : .footnote
        }
        let block = reading.blocks.first {
            reading.sources[$0.source].page == page && $0.scalars.contains(start)
        }
        return block?.zone ?? .body
    }

    /// To a thousandth, so that records show what was added.
    static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}

extension PhraseUse.Role {
    /// Companion phrases count for their rule, whichever group they are of.
    var idea: PhraseUse.Role {
        if case .companion(let rule, _) = self { .companion(rule: rule, group: 0) } else { self }
    }

    var isHint: Bool { if case .hint = self { true } else { false } }
}

extension TopicAccount.Entry {
    var isRunning: Bool { zone == .body || zone == .list }
}

extension Topic.Zone {
    var confidence: Evidence.Confidence {
        switch self {
        case .title, .subject: .high
        case .heading, .purpose, .opening, .body: .medium
        case .list, .footnote, .acknowledgement, .address: .low
        }
    }
}
