import Correspondence

/// Takes away the mentions that do not count: cancelled by a negative, part of a longer mention, or wanting
/// a companion in the letter.
struct MentionFilter {
    let topic: Topic
    let reading: Reading
    private(set) var kept: [Mention] = []
    private(set) var cancelled: [TopicAccount.Cancelled] = []
    private(set) var wanting: [(mention: Mention, needs: [String])] = []

    init(_ mentions: [Mention], topic: Topic, reading: Reading) {
        self.topic = topic
        self.reading = reading
        let negatives = mentions.filter { $0.use.isNegative }
        let needs = neededWords(mentions)
        var end = (source: -1, byte: 0)
        for mention in mentions where mention.use.counts {
            if let negative = negatives.first(where: { cancels($0, mention) }) {
                cancel(mention, by: negative)
                continue
            }
            if mention.use.isTerm {
                if mention.source == end.source, mention.range.upperBound <= end.byte { continue }
                end = (mention.source, mention.range.upperBound)
                let wanted = topic.term(of: mention.use.role)?.needs ?? []
                if !wanted.isEmpty, !wanted.contains(where: needs.contains) {
                    wanting.append((mention, wanted))
                    continue
                }
            }
            kept.append(mention)
        }
    }

    private func neededWords(_ mentions: [Mention]) -> Set<String> {
        var words: Set<String> = []
        for mention in mentions where mention.zone != .address {
            if case .need(let word) = mention.use.role { words.insert(word) }
        }
        return words
    }

    private func cancels(_ negative: Mention, _ mention: Mention) -> Bool {
        guard case .negative(let place) = negative.use.role else { return false }
        switch topic.negatives[place].within {
        case .letter: return true
        case .paragraph: return negative.block == mention.block
        case .sentence:
            return negative.block == mention.block
                && reading.sentence(around: mention).contains(negative.range.lowerBound)
        case .phrase:
            return negative.source == mention.source && negative.range.overlaps(mention.range)
        }
    }

    private mutating func cancel(_ mention: Mention, by negative: Mention) {
        guard case .negative(let place) = negative.use.role else { return }
        let rule = topic.negatives[place]
        cancelled.append(
            TopicAccount.Cancelled(
                name: topic.name(of: mention.use.role),
                reason: rule.reason ?? "“\(rule.phrases.first ?? "")” in the same \(rule.within.rawValue)",
                evidence: reading.evidence(mention, rule: "topic.negative", confidence: .high)))
    }
}

extension PhraseUse {
    var isNegative: Bool { if case .negative = role { true } else { false } }

    /// Whether mentions can give points, alone or with companions.
    var counts: Bool {
        switch role {
        case .negative, .need: false
        default: true
        }
    }

    /// Whether a mention gives points by itself.
    var isTerm: Bool {
        if case .companion = role { false } else { counts }
    }
}
