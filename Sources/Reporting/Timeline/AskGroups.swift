import Correspondence

/// What letters ask, grouped where they ask the same thing in much the same words.
struct AskGroups: Sendable {
    /// One letter's ask, and the group that it went to.
    struct Member: Sendable {
        var ask: TimelineFacts.Said
        /// Its place among the letters.
        var letter: Int
        var group: Int
    }

    /// In the order in which letters first ask.
    private(set) var groups: [AskGroup] = []
    private(set) var members: [Member] = []
    private(set) var endorsements: [Endorsement] = []
    private var words: [Set<String>] = []
    private var groupsByWord: [String: [Int]] = [:]
    private var groupsByKey: [String: Int] = [:]

    /// Asks about the same thing have at least so much in common; tried on sign-on letters and campaigns.
    private static let leastOverlap = 0.6
    /// A word that opens more groups than this tells none apart.
    private static let mostGroupsOfWord = 64

    init(_ letters: [PlacedLetter]) {
        let writers = Endorsed(letters)
        for (place, placed) in letters.enumerated() {
            for ask in placed.facts.asks {
                if Endorsed.isEndorsement(ask) {
                    writers.note(ask, of: placed.letter, in: &endorsements)
                } else {
                    add(ask, of: placed.letter, place)
                }
            }
        }
        endorsements.sort { ($1.letters.count, $0.sender) < ($0.letters.count, $1.sender) }
    }

    /// What most letters ask first; of equals, those that say by themselves what is wanted.
    func ranked(_ outcomes: [Int: [AskOutcome]]) -> [AskGroup] {
        // Told once for each: a sort asks many times.
        let keyed = groups.enumerated().map { place, group in
            (-group.count, group.isTelling ? 0 : 1, place)
        }
        return keyed.sorted(by: <).map { _, _, place in
            var group = groups[place]
            group.outcomes = outcomes[place] ?? []
            return group
        }
    }

    private mutating func add(_ ask: TimelineFacts.Said, of letter: TimelineLetter, _ number: Int) {
        let askWords = contentWords(ask.object ?? ask.text)
        guard !askWords.isEmpty else { return }
        let key = askWords.sorted().joined(separator: " ")
        let place = groupsByKey[key] ?? nearest(askWords) ?? open(ask, askWords, letter)
        if groupsByKey[key] == nil { groupsByKey[key] = place }
        members.append(Member(ask: ask, letter: number, group: place))
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

    private mutating func open(
        _ ask: TimelineFacts.Said, _ askWords: Set<String>, _ letter: TimelineLetter
    ) -> Int {
        let place = groups.count
        for word in askWords { groupsByWord[word, default: []].append(place) }
        words.append(askWords)
        groups.append(
            AskGroup(
                text: cleanText(ask.text), object: ask.object.map(cleanText), direction: ask.direction,
                quoted: letter.id, asking: [], opposing: [], about: ask.about.map(cleanText), senders: [],
                first: nil, last: nil, outcomes: []))
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
