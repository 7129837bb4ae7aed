import Correspondence
import Foundation

/// The vocabulary in SKOS, for thesaurus tools and catalogues.
public enum SKOSReport: String, Sendable, Hashable, CaseIterable {
    /// https://www.w3.org/TR/turtle/
    case turtle
    /// https://www.w3.org/TR/json-ld11/
    case jsonld

    /// The same topics give the same bytes, in whatever order they come.
    public func text(_ topics: [Topic]) throws -> String {
        let concepts = SKOSConcept.all(of: topics)
        return switch self {
        case .turtle: Self.turtle(concepts)
        case .jsonld: plainJSON(String(decoding: try CanonicalJSON.document(JSONLD(concepts)), as: UTF8.self))
        }
    }

    private static func turtle(_ concepts: [SKOSConcept]) -> String {
        var lines = [
            "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .", "",
            "<\(SKOSConcept.scheme)> a skos:ConceptScheme ;",
            "    skos:prefLabel \"Topics of a letterbook\"@en"
                + (concepts.contains(where: \.isTop) ? " ;" : " ."),
        ]
        let tops = concepts.filter(\.isTop).map { iri($0.id) }
        if !tops.isEmpty { lines.append("    skos:hasTopConcept \(tops.joined(separator: ", ")) .") }
        for concept in concepts { lines += [""] + turtle(concept) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func turtle(_ concept: SKOSConcept) -> [String] {
        var facts = [("skos:inScheme", ["<\(SKOSConcept.scheme)>"])]
        if concept.isTop { facts.append(("skos:topConceptOf", ["<\(SKOSConcept.scheme)>"])) }
        facts.append(("skos:notation", [quoted(concept.id)]))
        facts.append(("skos:prefLabel", [quoted(concept.prefLabel) + "@en"]))
        facts.append(("skos:altLabel", concept.altLabels.map { quoted($0) + "@en" }))
        facts.append(("skos:hiddenLabel", concept.hiddenLabels.map { quoted($0) + "@en" }))
        facts.append(("skos:scopeNote", concept.scopeNote.map { [quoted($0) + "@en"] } ?? []))
        facts.append(("skos:broader", concept.broader.map(iri)))
        facts.append(("skos:narrower", concept.narrower.map(iri)))
        facts.append(("skos:related", concept.related.map(iri)))
        facts.append(("skos:exactMatch", concept.exactMatch.map { "<\($0)>" }))
        let said = facts.filter { !$0.1.isEmpty }.map { "    \($0.0) \($0.1.joined(separator: ", "))" }
        return ["\(iri(concept.id)) a skos:Concept ;", said.joined(separator: " ;\n") + " ."]
    }

    private static func iri(_ id: String) -> String { "<\(SKOSConcept.iri(id))>" }

    private static func quoted(_ text: String) -> String {
        let escaped = escapedText(text) { scalar in
            switch scalar {
            case "\\", "\"": "\\\(scalar)"
            case "\n": "\\n"
            case "\r": "\\r"
            default: nil
            }
        }
        return "\"\(escaped)\""
    }
}

/// The concept scheme as JSON-LD.
private struct JSONLD: Encodable {
    struct Reference: Encodable {
        var id: String
        enum CodingKeys: String, CodingKey { case id = "@id" }
    }

    struct Concept: Encodable {
        var id: String
        var type = "skos:Concept"
        var inScheme = Reference(id: SKOSConcept.scheme)
        var topConceptOf: Reference?
        var notation: String
        var prefLabel: String
        var altLabel: [String]
        var hiddenLabel: [String]
        var scopeNote: String?
        var broader: [Reference]
        var narrower: [Reference]
        var related: [Reference]
        var exactMatch: [Reference]

        enum CodingKeys: String, CodingKey {
            case id = "@id"
            case type = "@type"
            case inScheme, topConceptOf, notation, prefLabel, altLabel, hiddenLabel, scopeNote, broader,
                narrower
            case related, exactMatch
        }
    }

    struct Scheme: Encodable {
        var id = SKOSConcept.scheme
        var type = "skos:ConceptScheme"
        var prefLabel = "Topics of a letterbook"
        var hasTopConcept: [Reference]

        enum CodingKeys: String, CodingKey {
            case id = "@id"
            case type = "@type"
            case prefLabel, hasTopConcept
        }
    }

    struct Context: Encodable {
        var skos = "http://www.w3.org/2004/02/skos/core#"
        var vocab = "http://www.w3.org/2004/02/skos/core#"
        var language = "en"
        /// An identifier is in no language.
        var notation: [String: String?] = ["@id": "skos:notation", "@language": nil]

        enum CodingKeys: String, CodingKey {
            case skos, notation
            case vocab = "@vocab"
            case language = "@language"
        }
    }

    enum Node: Encodable {
        case scheme(Scheme)
        case concept(Concept)

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .scheme(let scheme): try scheme.encode(to: encoder)
            case .concept(let concept): try concept.encode(to: encoder)
            }
        }
    }

    var context = Context()
    var graph: [Node]

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case graph = "@graph"
    }

    init(_ concepts: [SKOSConcept]) {
        let tops = concepts.filter(\.isTop).map { Reference(id: SKOSConcept.iri($0.id)) }
        graph = [.scheme(Scheme(hasTopConcept: tops))] + concepts.map { .concept(Self.concept($0)) }
    }

    private static func concept(_ concept: SKOSConcept) -> Concept {
        func references(_ ids: [String]) -> [Reference] { ids.map { Reference(id: SKOSConcept.iri($0)) } }
        return Concept(
            id: SKOSConcept.iri(concept.id),
            topConceptOf: concept.isTop ? Reference(id: SKOSConcept.scheme) : nil, notation: concept.id,
            prefLabel: concept.prefLabel, altLabel: concept.altLabels, hiddenLabel: concept.hiddenLabels,
            scopeNote: concept.scopeNote, broader: references(concept.broader),
            narrower: references(concept.narrower), related: references(concept.related),
            exactMatch: concept.exactMatch.map { Reference(id: $0) })
    }
}
