import Correspondence

/// A topic as a concept of the Simple Knowledge Organization System (https://www.w3.org/TR/skos-reference/).
///
/// Terms and programmes are alternative labels, their variants hidden ones. The three kinds of labels share no text, as
/// SKOS demands (integrity condition S13), and broader and narrower are said from both sides.
struct SKOSConcept: Sendable, Hashable {
    /// The vocabulary as a whole.
    static let scheme = "urn:letterbook:topics"

    static func iri(_ id: String) -> String { "\(scheme):\(id)" }

    var id: String
    var prefLabel: String
    var altLabels: [String]
    var hiddenLabels: [String]
    var scopeNote: String?
    var broader: [String]
    var narrower: [String]
    var related: [String]
    /// IRIs of MeSH descriptors (https://id.nlm.nih.gov/mesh/).
    var exactMatch: [String]

    var isTop: Bool { broader.isEmpty }

    /// In order of ids.
    static func all(of topics: [Topic]) -> [SKOSConcept] {
        topics.sorted { $0.id < $1.id }.map { topic in
            let terms = topic.terms + topic.programs
            var taken: Set<String> = [topic.label]
            let broader = topic.broader + topics.filter { $0.narrower.contains(topic.id) }.map(\.id)
            let narrower = topic.narrower + topics.filter { $0.broader.contains(topic.id) }.map(\.id)
            let related = topic.related + topics.filter { $0.related.contains(topic.id) }.map(\.id)
            return SKOSConcept(
                id: topic.id, prefLabel: topic.label, altLabels: new(terms.map(\.text), &taken),
                hiddenLabels: new(terms.flatMap(\.variants), &taken),
                scopeNote: topic.scopeNote.map {
                    $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                },
                broader: Set(broader).sorted(), narrower: Set(narrower).sorted(),
                // What is broader is not related as well (S27).
                related: Set(related).subtracting(broader).subtracting(narrower).sorted(),
                exactMatch: topic.exactMatch.map { "http://id.nlm.nih.gov/mesh/\($0.id)" })
        }
    }

    private static func new(_ labels: [String], _ taken: inout Set<String>) -> [String] {
        labels.filter { taken.insert($0).inserted }.sorted()
    }
}
