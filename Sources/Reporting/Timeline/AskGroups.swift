import Correspondence

/// What letters ask, grouped where they ask the same thing in much the same words.
func askGroups(of facts: [PlacedLetter]) -> [AskGroup] {
    var grouping = AskGrouping()
    for fact in facts { for ask in fact.facts.asks { grouping.add(ask, of: fact.letter) } }
    let ordered = grouping.groups.enumerated().sorted {
        ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    return ordered.map(\.element)
}

/// Groups asks as they come: an ask joins the group whose first ask is most like it.
private struct AskGrouping {
    var groups: [AskGroup] = []
    private var words: [Set<String>] = []
    private var groupsByWord: [String: [Int]] = [:]
    private var groupsByKey: [String: Int] = [:]

    /// Asks about the same thing have at least so much in common; tried on sign-on letters and campaigns.
    private static let leastOverlap = 0.6
    /// A word that opens more groups than this tells none apart.
    private static let mostGroupsOfWord = 64

    mutating func add(_ ask: TimelineFacts.Said, of letter: TimelineLetter) {
        let askWords = contentWords(ask.object ?? ask.text)
        guard !askWords.isEmpty else { return }
        let key = askWords.sorted().joined(separator: " ")
        let place = groupsByKey[key] ?? nearest(askWords) ?? open(ask, askWords, letter)
        if groupsByKey[key] == nil { groupsByKey[key] = place }
        join(ask, letter, place)
    }

    private func nearest(_ askWords: Set<String>) -> Int? {
        var candidates: Set<Int> = []
        for word in askWords {
            let places = groupsByWord[word] ?? []
            if places.count <= Self.mostGroupsOfWord { candidates.formUnion(places) }
        }
        var best: (overlap: Double, place: Int)?
        for place in candidates {
            let found = overlap(words[place], askWords)
            guard found >= Self.leastOverlap else { continue }
            if let known = best, (known.overlap, -known.place) >= (found, -place) { continue }
            best = (found, place)
        }
        return best?.place
    }

    private mutating func open(_ ask: TimelineFacts.Said, _ askWords: Set<String>, _ letter: TimelineLetter)
        -> Int
    {
        let place = groups.count
        for word in askWords { groupsByWord[word, default: []].append(place) }
        words.append(askWords)
        groups.append(
            AskGroup(
                text: cleanText(ask.text), quoted: letter.id, asking: [], opposing: [],
                about: ask.about.map(cleanText), senders: [], first: nil, last: nil))
        return place
    }

    private mutating func join(_ ask: TimelineFacts.Said, _ letter: TimelineLetter, _ place: Int) {
        let isAgainst = ask.direction == .oppose
        if groups[place].asking.last == letter.id || groups[place].opposing.last == letter.id { return }
        if isAgainst {
            groups[place].opposing.append(letter.id)
        } else {
            groups[place].asking.append(letter.id)
        }
        if let sender = letter.from, !groups[place].senders.contains(sender) {
            groups[place].senders.append(sender)
        }
        guard let days = letter.date?.days else { return }
        if groups[place].first == nil { groups[place].first = days.lowerBound.iso }
        groups[place].last = days.upperBound.iso
    }
}
