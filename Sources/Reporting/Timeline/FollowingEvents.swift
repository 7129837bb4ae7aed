import Correspondence
import Scanning

/// Tells letters what followed them: final rules on what they answer, votes and laws on the bills that they ask about.
func linkFollowing(_ letters: inout [PlacedLetter], _ events: [TimelineEvent]) {
    var byIdentifier: [String: [TimelineEvent]] = [:]
    for event in events where event.concludes {
        for identifier in event.about { byIdentifier[identifier, default: []].append(event) }
    }
    guard !byIdentifier.isEmpty else { return }
    for place in letters.indices {
        guard let written = letters[place].letter.date?.days?.upperBound else { continue }
        let matters = letters[place].letter.answers + letters[place].facts.asks.compactMap(\.about)
        let following = unique(matters.flatMap { byIdentifier[cleanText($0)] ?? [] }).filter {
            $0.date.days.map { $0.lowerBound > written } ?? false
        }
        letters[place].letter.followedBy = following.sorted { ($0.date, $0.id) < ($1.date, $1.id) }.map(\.id)
    }
}

extension TimelineEvent {
    /// Whether it settles a matter: a vote, a law, a final rule.
    var concludes: Bool {
        switch kind {
        case .passed, .signed: true
        case .published: Self.finalRule.isFound(in: IndexedText(text))
        default: false
        }
    }

    /// In a letter's words, or as the Federal Register calls the kind of document.
    private static let finalRule = Pattern(
        literal: #"\bfinal\h(?:\w+\h)?(?:rule|regulation)s?\b|^Rule:\h"#, options: .caseInsensitive)
}

extension Summary {
    /// What settled a matter after letters were written about it.
    var followed: Timeline.Sentence? {
        var after: [String: [String]] = [:]
        for letter in letters {
            for event in letter.followedBy { after[event, default: []].append(letter.id) }
        }
        let settled = events.filter { after[$0.id] != nil }
        guard !settled.isEmpty else { return nil }
        let text = settled.prefix(2).map { event in
            "\(event.clause), \(style.text(event.date)), after \(counted(after[event.id]?.count ?? 0, "letter"))"
        }
        let more = settled.count > 2 ? "; and \(grouped(settled.count - 2)) more" : ""
        return sentence(
            "followed", "What followed: \(text.joined(separator: "; "))\(more).",
            settled.flatMap { (after[$0.id] ?? []) + $0.witnesses.map(\.record) })
    }
}
