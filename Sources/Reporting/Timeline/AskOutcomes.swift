import Correspondence

/// What became of asks, where a later record says so. Nothing is guessed: a later letter must name the same deed in
/// much the same words, and come from whoever asked or answer the letter that asked; an event must be about the bill
/// that the ask is about.
///
/// - Parameter replies: the letters that a letter replies to, by its id.
/// - Returns: outcomes by the group's place, in order of date.
func askOutcomes(
    of asks: AskGroups, letters: [PlacedLetter], events: [TimelineEvent], replies: [String: [String]]
) -> [Int: [AskOutcome]] {
    var found = AskLinks(asks, letters, replies: replies).outcomes(replies: replies)
    for (group, outcome) in laws(asks, letters, events) { found[group, default: []].append(outcome) }
    return found.mapValues { outcomes in
        outcomes.sorted { ($0.date ?? "~", $0.told.record) < ($1.date ?? "~", $1.told.record) }
    }
}

/// Finds the asks that a statement may be about: by who asked, and by the words of what was asked.
private struct AskLinks {
    /// An ask's words, cut so that `extension` and `extending` meet.
    private struct Asked {
        var member: AskGroups.Member
        var stems: Set<Substring>
        var first: Substring?
    }

    private let letters: [PlacedLetter]
    private var asked: [Asked] = []
    /// Places in `asked`, by sender or letter and by first word.
    private var places: [String: [Int]] = [:]

    /// Only the asks that some statement may be about are looked at: those of senders who make one, and those of letters
    /// that somebody who makes one replies to.
    init(_ asks: AskGroups, _ letters: [PlacedLetter], replies: [String: [String]]) {
        self.letters = letters
        let telling = letters.filter { !$0.facts.outcomes.isEmpty }.map(\.letter)
        let senders = Set(telling.compactMap(\.from))
        let answered = Set(telling.flatMap { replies[$0.id] ?? [] })
        for member in asks.members where member.ask.direction != .oppose {
            let letter = letters[member.letter].letter
            guard letter.from.map(senders.contains) ?? false || answered.contains(letter.id) else { continue }
            let stems = orderedStems(member.ask.object ?? member.ask.text)
            for key in [letter.from.map { "from \($0)" }, "letter \(letter.id)"].compactMap(\.self) {
                places[key, default: []].append(asked.count)
            }
            asked.append(Asked(member: member, stems: Set(stems), first: stems.first))
        }
    }

    func outcomes(replies: [String: [String]]) -> [Int: [AskOutcome]] {
        var found: [Int: [AskOutcome]] = [:]
        for later in letters where !later.facts.outcomes.isEmpty {
            let own = later.letter.from.flatMap { places["from \($0)"] } ?? []
            let answered = (replies[later.letter.id] ?? []).flatMap { places["letter \($0)"] ?? [] }
            for statement in later.facts.outcomes {
                let said = orderedStems(statement.object)
                let words = Set(said)
                let matching =
                    own.filter { isEarlier($0, later) && isSameMatter($0, later, statement) } + answered
                // The newest letter that asked stands for those before it.
                var groups: [Int: Asked] = [:]
                for ask in matching.map({ asked[$0] }) where isSameDeed(ask, words, said.first) {
                    groups[ask.member.group] = ask
                }
                for (group, ask) in groups {
                    found[group, default: []].append(outcome(statement, of: ask, in: later))
                }
            }
        }
        return found
    }

    private func isEarlier(_ place: Int, _ later: PlacedLetter) -> Bool {
        guard let asked = letters[asked[place].member.letter].letter.date?.days?.upperBound,
            let told = later.letter.date?.days?.lowerBound
        else { return false }
        return asked < told
    }

    /// The same docket, rule or bill; else the same agency addressed, or a statement that speaks of the ask itself.
    private func isSameMatter(
        _ place: Int, _ later: PlacedLetter, _ statement: TimelineFacts.Outcome
    ) -> Bool {
        let earlier = letters[asked[place].member.letter].letter
        return statement.says
            || !Set(earlier.identifiers).isDisjoint(with: later.letter.identifiers)
            || !Set(earlier.agencies).isDisjoint(with: later.letter.agencies)
    }

    /// Three words in common and three quarters of the shorter one; among them the deed with which one begins.
    private func isSameDeed(_ ask: Asked, _ said: Set<Substring>, _ first: Substring?) -> Bool {
        let shared = ask.stems.intersection(said).count
        guard shared >= 3, shared * 4 >= min(ask.stems.count, said.count) * 3 else { return false }
        return first.map(ask.stems.contains) ?? false || ask.first.map(said.contains) ?? false
    }

    private func outcome(
        _ statement: TimelineFacts.Outcome, of ask: Asked, in later: PlacedLetter
    ) -> AskOutcome {
        AskOutcome(
            kind: statement.kind == .granted ? .granted : .refused,
            asked: witness(ask.member, letters),
            told: .init(record: later.letter.id, page: statement.page, quote: statement.text), event: nil,
            date: later.letter.date?.earliestDay)
    }
}

/// Laws and votes on the bill that an ask is about, after it was asked.
private func laws(
    _ asks: AskGroups, _ letters: [PlacedLetter], _ events: [TimelineEvent]
) -> [(Int, AskOutcome)] {
    var byBill: [String: [TimelineEvent]] = [:]
    for event in events where event.kind == .signed || event.kind == .passed {
        for bill in event.about { byBill[bill, default: []].append(event) }
    }
    guard !byBill.isEmpty else { return [] }
    var seen: Set<String> = []
    return asks.members.flatMap { member -> [(Int, AskOutcome)] in
        let asked = letters[member.letter].letter.date?.days?.upperBound
        return (member.ask.about.flatMap { byBill[cleanText($0)] } ?? []).compactMap { event in
            guard let asked, let day = event.date.days?.lowerBound, asked < day,
                let told = event.witnesses.first, seen.insert("\(member.group) \(event.id)").inserted
            else { return nil }
            return (
                member.group,
                AskOutcome(
                    kind: .followed, asked: witness(member, letters), told: told, event: event.id,
                    date: event.date.earliestDay)
            )
        }
    }
}

private func witness(_ member: AskGroups.Member, _ letters: [PlacedLetter]) -> TimelineEvent.Witness {
    .init(
        record: letters[member.letter].letter.id, page: member.ask.page, quote: cleanText(member.ask.text))
}

/// A text's telling words in their order, each cut to five letters: `extension`, `extend` and `extending` are one.
private func orderedStems(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter {
        !contentWords(String($0)).isEmpty
    }.map { $0.prefix(5) }
}
