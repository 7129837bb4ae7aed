import Correspondence

/// The stage's version, part of its fingerprint.
public let relatingVersion = 2

/// Relates letters that share their text (duplicates, renditions, near-duplicates and campaigns), and replies to the
/// letters that they reply to.
///
/// Letters of one sender that lie more than `sameLetterDays` apart are not related, however alike: an annual
/// letter to a committee is a letter of its own. The work grows with the number of letters and their likeness,
/// never with its square; the order of the letters does not matter.
/// - Parameters:
///   - letters: each id once.
///   - known: the campaigns of earlier nights, by letter's id. A campaign keeps the id that most of its members
///     have; a new one is named after its first member.
/// - Returns: in order of `from`, kind and id. Duplicates, renditions and near-duplicates are said of both
///   letters; where several copies agree, each is related to the one with the lowest id.
public func relate(
    _ letters: [LetterFacts], known: [String: String] = [:], settings: RelatingSettings = RelatingSettings()
) -> [LetterRelation] {
    let letters = letters.sorted { $0.id < $1.id }
    var relater = Relater(letters: letters, settings: settings)
    relater.linkEqualTexts()
    relater.linkSimilarTexts()
    let replies = Replies(letters, settings: settings).relations()
    return (relater.relations(known: known) + replies).sorted(by: isBefore)
}

private func isBefore(_ a: LetterRelation, _ b: LetterRelation) -> Bool {
    (a.from, a.kind.rawValue, a.id) < (b.from, b.kind.rawValue, b.id)
}

/// Links pairs, then gathers the links into relations.
private struct Relater {
    let letters: [LetterFacts]
    let settings: RelatingSettings
    /// Copies of one letter, whatever the kind of copy.
    private var copies: Clusters
    /// Letters that share a template, copies included.
    private var campaigns: Clusters
    /// Letters that share a template with one that is no copy of theirs.
    private var hasCampaignLink: Set<Int> = []

    init(letters: [LetterFacts], settings: RelatingSettings) {
        self.letters = letters
        self.settings = settings
        copies = Clusters(count: letters.count)
        campaigns = Clusters(count: letters.count)
    }

    /// Equal texts, short ones included.
    mutating func linkEqualTexts() {
        var firsts: [String: [Int]] = [:]
        for (position, letter) in letters.enumerated() where letter.words >= settings.fewestEqualWords {
            // One of a sender and time is enough to compare with; others are other letters with the same text.
            let others = firsts[letter.text] ?? []
            for other in others.prefix(20) { link(other, position, similarity: 1) }
            if others.count < 20 { firsts[letter.text] = others + [position] }
        }
    }

    mutating func linkSimilarTexts() {
        for (a, b) in CandidateFinder().pairs(in: letters) {
            guard let one = letters[a].signature, let other = letters[b].signature else { continue }
            link(a, b, similarity: one.similarity(to: other))
        }
    }

    private mutating func link(_ a: Int, _ b: Int, similarity: Double) {
        let comparison = Comparison(letters[a], letters[b], similarity: similarity, settings: settings)
        guard let comparison else { return }
        campaigns.join(a, b)
        if comparison == .campaign {
            hasCampaignLink.formUnion([a, b])
        } else {
            copies.join(a, b)
        }
    }

    mutating func relations(known: [String: String]) -> [LetterRelation] {
        copies.groups().flatMap(copyRelations) + campaignRelations(known)
    }

    /// Every copy to the first, and the first to every copy.
    private func copyRelations(_ group: [Int]) -> [LetterRelation] {
        guard let first = group.first else { return [] }
        return group.dropFirst().flatMap { member in
            let score = similarity(first, member)
            let comparison = Comparison(
                letters[first], letters[member], similarity: score, settings: settings)
            let kind = comparison?.relation ?? .nearDuplicate
            let ids = [letters[first].id, letters[member].id]
            return [
                LetterRelation(from: ids[0], kind: kind, id: ids[1], score: score),
                LetterRelation(from: ids[1], kind: kind, id: ids[0], score: score),
            ]
        }
    }

    private mutating func campaignRelations(_ known: [String: String]) -> [LetterRelation] {
        var taken: Set<String> = []
        return campaigns.groups().filter { $0.contains(where: hasCampaignLink.contains) }.flatMap { group in
            let id = campaignID(group, known, &taken)
            let middle = group[0]
            return group.map { member in
                LetterRelation(
                    from: letters[member].id, kind: .campaign, id: id, score: similarity(middle, member))
            }
        }
    }

    /// The id that most members have from earlier nights, unless an earlier campaign took it.
    private func campaignID(_ group: [Int], _ known: [String: String], _ taken: inout Set<String>) -> String {
        var votes: [String: Int] = [:]
        for member in group { if let id = known[letters[member].id] { votes[id, default: 0] += 1 } }
        let best = votes.filter { !taken.contains($0.key) }.min { ($1.value, $0.key) < ($0.value, $1.key) }
        let id = best?.key ?? "campaign-\(letters[group[0]].id)"
        taken.insert(id)
        return id
    }

    private func similarity(_ a: Int, _ b: Int) -> Double {
        if letters[a].text == letters[b].text { return 1 }
        guard let one = letters[a].signature, let other = letters[b].signature else { return 0 }
        return (one.similarity(to: other) * 1_000).rounded() / 1_000
    }
}

extension Comparison {
    var relation: Relation.Kind {
        switch self {
        case .duplicate: .duplicate
        case .rendition: .rendition
        case .nearDuplicate: .nearDuplicate
        case .campaign: .campaign
        }
    }
}
