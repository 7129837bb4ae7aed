import Scanning

/// Reads who a salutation or a greeting names: `Dear Senators Lee and Roe`, `Chairman Lee, Ranking Member Roe`.
enum SalutationReader {
    struct Person: Sendable, Hashable {
        var honorific: String
        var name: String
    }

    /// The people named, in order. Each has an honorific or an office before a surname.
    static func people(in text: String) -> [Person] {
        var people: [Person] = []
        var plural: String?
        for part in parts(of: text) {
            if let person = PersonName.read(part, needsTwo: false), person.rest == nil {
                if let honorific = person.honorific {
                    people.append(Person(honorific: singular(honorific), name: person.name))
                    plural = isPlural(honorific) ? singular(honorific) : nil
                } else if let plural {
                    people.append(Person(honorific: plural, name: person.name))
                }
            } else if let plural, isSurname(part) {
                people.append(Person(honorific: plural, name: part))
            }
        }
        return people
    }

    private static let dear = Pattern(
        literal:
            #"\A\W*(?:\S{0,4}ear\s+|Good\s+(?:morning|afternoon|evening),?\s+(?:and\s+thank\s+you,?\s+)?)?(?:Distinguished\s+|Honorable\s+(?=Chair|Rank|Sen|Rep))?"#
    )
    private static let end = Pattern(
        literal:
            #"[:;.](?=\s|\z)(?<!\bMr\.|\bMs\.|\bDr\.|\bDrs\.|\bMessrs\.|\bGov\.|\bProf\.|\bGen\.|\bSens\.|\bReps\.|\bAmb\.|\bMrs\.|\bHon\.|\bSen\.|\bRep\.|\b\p{Lu}\.|\bJr\.)|(?<!anking),?\s+(?:and\s+)?(?:(?:to\s+)?(?:other\s+)?(?:the\s+)?(?:distinguished\s+|honorable\s+|esteemed\s+)*[Mm]embers\b|distinguished\b|colleagues\b)"#
    )

    private static func parts(of text: String) -> [String] {
        var indexed = IndexedText(text)
        if let match = dear.firstMatch(in: indexed) {
            indexed = IndexedText(indexed[match.range.upperBound..<indexed.bytes.count])
        }
        let stop = end.firstMatch(in: indexed)?.range.lowerBound ?? indexed.bytes.count
        let kept = indexed[0..<stop]
        return separator.split(kept).map { PartyText.trimmed($0) }.filter { !$0.isEmpty }
    }

    private static let separator = Pattern(
        literal: #"\s*(?:,\s*(?:and\s+)?(?!(?:Jr|Sr|I{2,3})\b)|;\s*(?:and\s+)?|\s+and\s+|\s+&\s+)"#)

    private static let plurals: [String: String] = [
        "senators": "Senator", "representatives": "Representative", "congressmen": "Congressman",
        "congresswomen": "Congresswoman", "governors": "Governor", "judges": "Judge", "drs": "Dr.",
        "messrs": "Mr.", "chairmen": "Chairman", "chairs": "Chair", "directors": "Director",
        "members": "Member",
        "secretaries": "Secretary", "commissioners": "Commissioner", "administrators": "Administrator",
        "reps": "Rep.",
    ]

    private static func isPlural(_ honorific: String) -> Bool {
        honorific.split(separator: " ").last.map { plurals[NameText.bare($0)] != nil } ?? false
    }

    private static func singular(_ honorific: String) -> String {
        var words = honorific.split(separator: " ").map(String.init)
        if let last = words.last, let one = plurals[NameText.bare(last[...])] { words[words.count - 1] = one }
        return words.joined(separator: " ")
    }

    private static func isSurname(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return words.count <= 2
            && words.allSatisfy { word in
                let bare = NameText.bare(word)
                return word.unicodeScalars.first?.properties.isUppercase == true
                    && !NameWords.others.contains(bare)
                    && !NameWords.titles.contains(bare) && !NameWords.bodies.contains(bare)
            }
    }
}

extension Pattern {
    /// The pieces of a text between this pattern's matches.
    func split(_ text: String) -> [String] {
        let indexed = IndexedText(text)
        var pieces: [String] = []
        var start = 0
        for match in matches(in: indexed) {
            pieces.append(indexed[start..<match.range.lowerBound])
            start = match.range.upperBound
        }
        pieces.append(indexed[start..<indexed.bytes.count])
        return pieces
    }
}
