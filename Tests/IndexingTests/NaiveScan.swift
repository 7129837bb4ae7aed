import Correspondence
import Foundation

/// What a query means, letter by letter and word by word, for the tests' words only: they have no form but a plural.
struct NaiveScan {
    let agencies: AgencyRegistry

    func matches(_ letter: Letter, _ condition: QueryCondition) -> Bool {
        switch condition {
        case .all(let parts): parts.allSatisfy { matches(letter, $0) }
        case .any(let parts): parts.contains { matches(letter, $0) }
        case .not(let part): !matches(letter, part)
        case .text(let term): texts(letter).contains { contains($0, term) }
        case .agency(let id): letter.agencies.contains { agencies.family(of: id).contains($0.id) }
        case .topic(let id): letter.topics.contains { $0.id == id }
        case .sender(let name): sender(letter.sender?.organization ?? "", name)
        case .kind(let kind): letter.kind == kind
        case .identifier(_, let kind): letter.identifiers.contains { kind == nil || $0.kind == kind }
        case .date(let from, let to): isDated(letter, from, to)
        case .has(let feature): has(letter, feature)
        case .quality(let verdict): letter.quality.text == verdict
        case .letter(let id): letter.id.hasPrefix(id)
        case .addressee, .signatory, .campaign: false
        }
    }

    static func stem(_ word: String) -> String {
        let plain = word.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        return plain.hasSuffix("s") && !plain.hasSuffix("ss") ? String(plain.dropLast()) : plain
    }

    private func texts(_ letter: Letter) -> [[String]] {
        let body = letter.pages.map(\.text).joined(separator: " ")
        return [letter.title ?? "", letter.asks.map(\.text).joined(separator: " "), body]
            .map { $0.split(separator: " ").map(String.init) }
    }

    private func contains(_ words: [String], _ term: TextTerm) -> Bool {
        let stems = words.map(Self.stem)
        switch term {
        case .word(let text), .phrase(let text):
            let wanted = text.split { $0 == " " || $0 == "-" }.map { Self.stem(String($0)) }
            return stems.indices.contains { stems[$0...].starts(with: wanted) }
        case .prefix(let start):
            let fold = { (text: String) in
                text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            }
            return words.contains { fold($0).hasPrefix(fold(start)) }
        case .near(let pair, let distance):
            let places = pair.map { word in stems.indices.filter { stems[$0] == Self.stem(word) } }
            return places[0].contains { a in places[1].contains { abs(a - $0) - 1 <= distance } }
        }
    }

    private func sender(_ organization: String, _ name: String) -> Bool {
        let key = " \(organization.lowercased()) "
        let initials = organization.split(separator: " ").filter { $0.first?.isUppercase == true }.compactMap(
            \.first)
        return key.contains(" \(name) ") || String(initials).lowercased() == name
    }

    private func isDated(_ letter: Letter, _ from: EDTFDate?, _ to: EDTFDate?) -> Bool {
        guard let date = letter.date?.value, let first = date.earliestDay, let last = date.latestDay else {
            return false
        }
        return (from?.earliestDay).map { last >= $0 } ?? true && (to?.latestDay).map { first <= $0 } ?? true
    }

    private func has(_ letter: Letter, _ feature: QueryCondition.Feature) -> Bool {
        switch feature {
        case .date: letter.date != nil
        case .sender: letter.sender != nil
        case .ask: !letter.asks.isEmpty
        case .topic: !letter.topics.isEmpty
        case .identifier: !letter.identifiers.isEmpty
        default: false
        }
    }
}
