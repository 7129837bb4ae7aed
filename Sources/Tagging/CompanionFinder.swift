import Correspondence

/// Finds where the groups of a companion rule stand together, and turns each such mention of the last group
/// into a mention of the rule.
struct CompanionFinder {
    let topic: Topic
    let reading: Reading
    /// Mentions of companion phrases, filtered.
    let mentions: [Mention]

    /// A mention of the rule, with one mention from each of the other groups.
    struct Pair {
        var mention: Mention
        var others: [Mention]
    }

    /// A mention that fulfils several rules counts for the one that weighs most.
    func pairs() -> [Pair] {
        var best: [Pair] = []
        let rules = topic.companions.indices.sorted {
            (topic.companions[$1].weight, $0) < (topic.companions[$0].weight, $1)
        }
        for rule in rules {
            best += pairs(rule: rule).filter { pair in
                !best.contains {
                    $0.mention.source == pair.mention.source && $0.mention.range.overlaps(pair.mention.range)
                }
            }
        }
        return best
    }

    private func pairs(rule: Int) -> [Pair] {
        let companions = topic.companions[rule]
        var groups: [[Mention]] = companions.groups.map { _ in [] }
        for mention in mentions {
            if case .companion(rule, let group) = mention.use.role { append(mention, to: &groups[group]) }
        }
        guard let last = groups.popLast() else { return [] }
        return pairs(of: last, with: groups, within: companions.within)
    }

    /// "COVID-19 pandemic" says one thing: mentions of a group that touch are one.
    private func append(_ mention: Mention, to group: inout [Mention]) {
        guard let last = group.last, last.block == mention.block,
            mention.range.lowerBound <= last.range.upperBound + 1
        else {
            group.append(mention)
            return
        }
        let end = max(last.range.upperBound, mention.range.upperBound)
        group[group.count - 1].range = last.range.lowerBound..<end
    }

    /// Each mention takes the nearest free partner of every other group; a partner in the title serves all.
    private func pairs(
        of last: [Mention], with groups: [[Mention]], within scope: Topic.Companions.Scope
    ) -> [Pair] {
        var free = groups
        var end = (source: -1, byte: 0)
        var found: [Pair] = []
        for mention in last {
            if mention.source == end.source, mention.range.lowerBound < end.byte { continue }
            let partners = free.map { group in partner(of: mention, in: group, within: scope) }
            guard partners.allSatisfy({ $0 != nil }) else { continue }
            end = (mention.source, mention.range.upperBound)
            var others: [Mention] = []
            for (group, partner) in partners.enumerated() {
                guard let partner else { continue }
                others.append(free[group][partner])
                if !free[group][partner].zone.isTitle { free[group].remove(at: partner) }
            }
            found.append(Pair(mention: placed(mention, with: others), others: others))
        }
        return found
    }

    /// A title or a heading with one of the ideas is no title with the rule: the pair counts as running text.
    private func placed(_ mention: Mention, with others: [Mention]) -> Mention {
        guard mention.zone.isTitle || mention.zone == .heading,
            let weaker = others.first(where: { !$0.zone.isTitle && $0.zone != mention.zone })
        else { return mention }
        var placed = mention
        placed.zone = weaker.zone
        return placed
    }

    private func partner(
        of mention: Mention, in group: [Mention], within scope: Topic.Companions.Scope
    ) -> Int? {
        let near = group.indices.filter { isTogether(group[$0], mention, scope) }
        return near.min { distance(group[$0], mention) < distance(group[$1], mention) }
    }

    private func distance(_ one: Mention, _ other: Mention) -> Int {
        one.source == other.source
            ? abs(one.range.lowerBound - other.range.lowerBound) : Int.max - one.source
    }

    /// A title governs the whole letter: what stands in it is in every section.
    private func isTogether(_ other: Mention, _ mention: Mention, _ scope: Topic.Companions.Scope) -> Bool {
        if other.source == mention.source, other.range.overlaps(mention.range) { return false }
        switch scope {
        case .sentence:
            return other.block == mention.block
                && reading.sentence(around: mention).contains(other.range.lowerBound)
        case .paragraph:
            return other.block == mention.block
        case .section:
            if other.zone.isTitle { return true }
            if mention.zone.isTitle { return other.isOpening }
            guard !other.zone.isAside else { return false }
            return reading.blocks[other.block].section == reading.blocks[mention.block].section
        }
    }
}

extension Topic.Zone {
    var isTitle: Bool { self == .title || self == .subject }
    var isAside: Bool { self == .footnote || self == .acknowledgement || self == .address }
}
