import Correspondence

/// What the page can be filtered by, each value by its number so that a row needs few bytes.
struct HTMLFacets: Sendable {
    struct Facet: Sendable {
        let name: String
        /// The attribute on rows: `data-t`.
        let key: String
        let values: [String]
        let numbers: [String: Int]

        /// Values that most letters have come first.
        init(_ name: String, _ key: String, _ lists: [[String]]) {
            self.name = name
            self.key = key
            var counts: [String: Int] = [:]
            for list in lists { for value in list { counts[value, default: 0] += 1 } }
            values = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
            numbers = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
        }

        func attribute(_ list: [String]) -> String {
            let found = list.compactMap { numbers[$0] }.map(String.init)
            return found.isEmpty ? "" : " data-\(key)=\"\(found.joined(separator: " "))\""
        }
    }

    let agency: Facet
    let topic: Facet
    let kind: Facet
    let sender: Facet

    init(_ timeline: Timeline) {
        let letters = timeline.letters
        agency = Facet("To", "a", letters.map(\.to))
        topic = Facet("Topic", "t", letters.map(\.topics))
        kind = Facet("Kind", "k", letters.map { [$0.kind.rawValue] })
        sender = Facet("From", "s", letters.map { $0.from.map { [$0] } ?? [] })
    }

    func attributes(_ letter: TimelineLetter) -> String {
        agency.attribute(letter.to) + topic.attribute(letter.topics) + kind.attribute([letter.kind.rawValue])
            + sender.attribute(letter.from.map { [$0] } ?? [])
    }
}
