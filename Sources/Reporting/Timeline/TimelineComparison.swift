import Correspondence

/// What differs between two timelines, in sentences that cite the records of both.
public struct TimelineComparison: Sendable, Hashable, Codable {
    /// What it is compared with, in words: `from 2019; to 2020`.
    public var with: String
    public var counts: Timeline.Counts
    public var sentences: [Timeline.Sentence]
}

extension Timeline {
    /// This timeline with what sets it apart from another: sizes, senders, agencies, and asks that only one has.
    public func compared(with other: Timeline) -> Timeline {
        var compared = self
        let words = TimelineDifference(here: self, there: other)
        compared.comparison = TimelineComparison(
            with: other.colophon.query, counts: other.counts, sentences: words.sentences)
        return compared
    }
}

/// The sentences of a comparison, one property each; a template with nothing to say says nothing.
private struct TimelineDifference {
    let here: Timeline
    let there: Timeline

    var sentences: [Timeline.Sentence] {
        [size, senders, agencies, newAsks, droppedAsks, shared].compactMap(\.self)
    }

    private func sentence(_ kind: String, _ text: String, _ records: [String]) -> Timeline.Sentence {
        Timeline.Sentence(kind: kind, text: text, records: unique(records))
    }

    private var size: Timeline.Sentence? {
        let (a, b) = (here.counts, there.counts)
        return sentence(
            "comparedSize",
            "\(counted(a.letters, "letter")) from \(counted(a.senders, "sender")) here, "
                + "\(counted(b.letters, "letter")) from \(counted(b.senders, "sender")) there.",
            (here.letters + there.letters).map(\.id))
    }

    private var senders: Timeline.Sentence? {
        guard !here.letters.isEmpty, !there.letters.isEmpty else { return nil }
        let (ours, theirs) = (
            by(here, { [$0.from].compactMap(\.self) }), by(there, { [$0.from].compactMap(\.self) })
        )
        let new = ours.filter { theirs[$0.key] == nil }
        let gone = theirs.filter { ours[$0.key] == nil }
        guard !new.isEmpty || !gone.isEmpty else { return nil }
        let parts = [named(new, "only here"), named(gone, "only there")].compactMap(\.self)
        return sentence(
            "comparedSenders", "Senders " + parts.joined(separator: "; ") + ".",
            (new.values.flatMap(\.self) + gone.values.flatMap(\.self)).sorted())
    }

    private func named(_ found: [String: [String]], _ place: String) -> String? {
        guard !found.isEmpty else { return nil }
        let top = ranked(found).prefix(3).map(\.key)
        let more = found.count > top.count ? " and \(grouped(found.count - top.count)) more" : ""
        return "\(place): \(top.joined(separator: ", "))\(more)"
    }

    /// The agencies whose letters changed most in number.
    private var agencies: Timeline.Sentence? {
        let lanes = Dictionary(
            there.agencyCounts.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
        let mine = here.agencyCounts
        let names = unique(mine.map(\.0) + there.agencyCounts.map(\.0))
        let ours = Dictionary(mine.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
        let changes = names.map { name in (name, ours[name]?.count ?? 0, lanes[name]?.count ?? 0) }
            .filter { $0.1 != $0.2 }
            .sorted { (abs($1.1 - $1.2), $0.0) < (abs($0.1 - $0.2), $1.0) }.prefix(3)
        guard !changes.isEmpty else { return nil }
        let text = listed(changes.map { "\($0.0) (\(grouped($0.1)), there \(grouped($0.2)))" })
        return sentence(
            "comparedAgencies", "The letters to these differ most: \(text).",
            changes.flatMap { (ours[$0.0] ?? []) + (lanes[$0.0] ?? []) })
    }

    private var newAsks: Timeline.Sentence? {
        only(here.asks, without: there.asks, "comparedNewAsks", "Asked only here")
    }

    private var droppedAsks: Timeline.Sentence? {
        only(there.asks, without: here.asks, "comparedDroppedAsks", "Asked only there")
    }

    private func only(
        _ asks: [AskGroup], without others: [AskGroup], _ kind: String, _ title: String
    ) -> Timeline.Sentence? {
        let words = others.map { contentWords($0.object ?? $0.text) }
        let found = asks.prefix(200).filter { ask in
            guard ask.isTelling else { return false }
            let mine = contentWords(ask.object ?? ask.text)
            return !words.contains { overlap(mine, $0) >= 0.6 }
        }.prefix(2)
        guard !found.isEmpty else { return nil }
        let text = found.map { "\($0.wanted()) (\(counted($0.count, "letter")))" }
        return sentence(
            kind, "\(title): \(text.joined(separator: "; ")).", found.flatMap { $0.asking + $0.opposing })
    }

    private var shared: Timeline.Sentence? {
        let words = there.asks.prefix(400).map { (contentWords($0.object ?? $0.text), $0) }
        let both = here.asks.prefix(200).compactMap { ask -> (AskGroup, AskGroup)? in
            let mine = contentWords(ask.object ?? ask.text)
            return words.first { overlap(mine, $0.0) >= 0.6 }.map { (ask, $0.1) }
        }
        guard let (ask, other) = both.first else { return nil }
        return sentence(
            "comparedShared",
            "\(counted(both.count, "ask")) stand\(both.count == 1 ? "s" : "") in both, first of all "
                + "\(ask.wanted()) (\(counted(ask.count, "letter")), there \(grouped(other.count))).",
            ask.asking + ask.opposing + other.asking + other.opposing)
    }

    private func by(_ timeline: Timeline, _ names: (TimelineLetter) -> [String]) -> [String: [String]] {
        var found: [String: [String]] = [:]
        for letter in timeline.letters {
            for name in names(letter) { found[name, default: []].append(letter.id) }
        }
        return found
    }

    private func ranked(_ found: [String: [String]]) -> [(key: String, value: [String])] {
        found.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    }
}

extension Timeline {
    /// Recipients with their letters, in the order of the letters.
    fileprivate var agencyCounts: [(String, [String])] {
        var found: [String: [String]] = [:]
        var order: [String] = []
        for letter in letters {
            for name in letter.to {
                if found[name] == nil { order.append(name) }
                found[name, default: []].append(letter.id)
            }
        }
        return order.map { ($0, found[$0] ?? []) }
    }
}
