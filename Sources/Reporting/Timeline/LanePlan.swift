import Correspondence

/// The lanes of a timeline: the fullest ones by name, then one for all others, then one for letters that
/// belong nowhere.
struct LanePlan: Sendable {
    static let others = "others"
    static let none = "none"

    /// In the order in which they are drawn.
    private(set) var ids: [String] = []
    private let by: TimelineQuestion.Lanes
    private let context: TimelineContext
    private let own: Set<String>

    /// - Parameter told: pages, whose events need a lane though they are no letters.
    init(_ facts: [PlacedLetter], told: [PlacedLetter], question: TimelineQuestion, context: TimelineContext)
    {
        by = question.effectiveLanes
        self.context = context
        var counts: [String: Int] = [:]
        var homeless = false
        for fact in facts {
            let candidates = Self.candidates(of: fact, by: by)
            for id in candidates { counts[id, default: 0] += 1 }
            homeless = homeless || candidates.isEmpty
        }
        let known = Set(counts.keys)
        for page in told where known.isDisjoint(with: Self.candidates(of: page, by: by)) { homeless = true }
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let kept = ranked.count > question.mostLanes ? Array(ranked.prefix(question.mostLanes - 1)) : ranked
        own = Set(kept)
        ids = kept
        if ranked.count > kept.count { ids.append(Self.others) }
        if homeless { ids.append(Self.none) }
    }

    func lanes(of fact: PlacedLetter) -> [String] {
        let candidates = Self.candidates(of: fact, by: by)
        if candidates.isEmpty { return [Self.none] }
        let kept = candidates.filter(own.contains)
        if !kept.isEmpty { return kept }
        return [ids.contains(Self.others) ? Self.others : Self.none]
    }

    /// None where the letters fill no lane that the event belongs to; what letters tell of it adds theirs.
    func lanes(of event: RecordedEvent) -> [String] {
        let candidates =
            switch by {
            case .topic: event.topics
            case .agency: event.agencies
            case .docket: event.about
            case .sender: [String]()
            }
        let kept = candidates.filter(own.contains)
        return kept.isEmpty ? Array(ids.suffix(1)) : kept
    }

    func counted(letters: [TimelineLetter], events: [TimelineEvent]) -> [Timeline.Lane] {
        var letterCounts: [String: Int] = [:]
        var eventCounts: [String: Int] = [:]
        for letter in letters { for lane in letter.lanes { letterCounts[lane, default: 0] += 1 } }
        for event in events { for lane in event.lanes { eventCounts[lane, default: 0] += 1 } }
        return ids.map { id in
            Timeline.Lane(
                id: id, name: name(of: id), letters: letterCounts[id] ?? 0, events: eventCounts[id] ?? 0)
        }
    }

    private func name(of id: String) -> String {
        switch (id, by) {
        case (Self.others, .topic): "Other topics"
        case (Self.others, .agency): "Other agencies"
        case (Self.others, .sender): "Other senders"
        case (Self.others, .docket): "Other dockets"
        case (Self.none, .topic): "No topic"
        case (Self.none, .agency): "No agency addressed"
        case (Self.none, .sender): "No sender found"
        case (Self.none, .docket): "No docket named"
        case (_, .topic): context.topicName(id)
        case (_, .agency): context.agencyName(id)
        case (_, .sender), (_, .docket): id
        }
    }

    private static func candidates(of fact: PlacedLetter, by: TimelineQuestion.Lanes) -> [String] {
        switch by {
        case .topic: return fact.letter.topics
        case .agency: return fact.letter.agencies
        case .sender: return fact.letter.from.map { [$0] } ?? []
        case .docket:
            let answered = fact.letter.answers.filter(fact.letter.identifiers.contains)
            return answered.isEmpty ? fact.dockets : answered
        }
    }
}
