import Correspondence
import Foundation

/// Concepts of another vocabulary, read from SKOS as N-Triples (https://www.w3.org/TR/n-triples/): what every RDF tool
/// writes, and the one form that can be read line by line.
public struct SKOSScheme: Sendable {
    /// What was read, in order of ids; not active until somebody has chosen weights.
    public private(set) var topics: [Topic] = []
    private static let skos = "http://www.w3.org/2004/02/skos/core#"
    private static let mesh = "http://id.nlm.nih.gov/mesh/"

    private struct Concept {
        var labels: [String: [(text: String, language: String?)]] = [:]
        var links: [String: [String]] = [:]
    }

    /// - Parameters:
    ///   - language: of labels and notes; those in no language are taken too.
    ///   - name: the file as messages show it.
    /// - Throws: `DefinitionError` with the line that is no triple, or where no concept has a label.
    public init(nTriples text: String, language: String = "en", named name: String) throws(DefinitionError) {
        var concepts: [String: Concept] = [:]
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let triple: NTriple?
            do { triple = try NTriple(line) } catch {
                throw DefinitionError(
                    file: name, line: number + 1, problem: "is no N-Triples line: \(error.problem)",
                    remedy: "write the vocabulary as N-Triples, for example with: rapper -o ntriples")
            }
            guard let triple, triple.predicate.hasPrefix(Self.skos) else { continue }
            let property = String(triple.predicate.dropFirst(Self.skos.count))
            switch triple.object {
            case .iri(let iri):
                concepts[triple.subject, default: Concept()].links[property, default: []].append(iri)
            case .literal(let text, let tag):
                concepts[triple.subject, default: Concept()].labels[property, default: []].append((text, tag))
            }
        }
        topics = Self.topics(concepts, language)
        guard !topics.isEmpty else {
            throw DefinitionError(
                file: name, problem: "has no concept with a skos:prefLabel in \(language)",
                remedy: "name another language with --language")
        }
    }

    private static func topics(_ concepts: [String: Concept], _ language: String) -> [Topic] {
        func texts(_ concept: Concept, _ property: String) -> [String] {
            (concept.labels[property] ?? []).filter { label in
                label.language.map { $0 == language || $0.hasPrefix(language + "-") } ?? true
            }.map(\.text)
        }
        var ids: [String: String] = [:]
        var taken: Set<String> = []
        for (iri, concept) in concepts.sorted(by: { $0.key < $1.key })
        where concept.links["hasTopConcept"] == nil {
            guard let label = texts(concept, "prefLabel").first, let id = id(label) else { continue }
            ids[iri] = taken.insert(id).inserted ? id : nil
        }
        return ids.map { iri, id in
            let concept = concepts[iri] ?? Concept()
            let label = texts(concept, "prefLabel").first ?? id
            var topic = Topic(id: id, label: label)
            let others = texts(concept, "altLabel") + texts(concept, "hiddenLabel")
            topic.terms = [Topic.Term(label, variants: Set(others).subtracting([label]).sorted())]
            topic.scopeNote = (texts(concept, "scopeNote") + texts(concept, "definition")).first
            topic.broader = linked(concept, "broader", ids)
            topic.narrower = linked(concept, "narrower", ids)
            topic.related = linked(concept, "related", ids)
            topic.exactMatch = descriptors(concept).map { Topic.MeSHConcept(id: $0, label: label) }
            topic.isActive = false
            return topic
        }.sorted { $0.id < $1.id }
    }

    private static func descriptors(_ concept: Concept) -> [String] {
        let ids = (concept.links["exactMatch"] ?? []).filter { $0.hasPrefix(mesh) }.map {
            $0.dropFirst(mesh.count)
        }
        return ids.filter { $0.first == "D" && $0.count > 6 && $0.dropFirst().allSatisfy(\.isNumber) }.map(
            String.init
        )
        .sorted()
    }

    private static func linked(_ concept: Concept, _ property: String, _ ids: [String: String]) -> [String] {
        Set((concept.links[property] ?? []).compactMap { ids[$0] }).sorted()
    }

    /// `Maternal Health` → `maternal-health`; nil for a label without a letter from A to Z or a digit.
    private static func id(_ label: String) -> String? {
        let folded = label.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            .lowercased()
        let words = folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.isEmpty ? nil : words.joined(separator: "-")
    }
}

/// One line of N-Triples.
private struct NTriple {
    enum Object {
        case iri(String)
        case literal(String, String?)
    }

    struct Malformed: Error {
        var problem: String
    }

    var subject: String
    var predicate: String
    var object: Object

    /// Nil for an empty line, a comment and a triple with a blank node.
    init?(_ line: Substring) throws(Malformed) {
        var rest = line.drop(while: \.isWhitespace)
        if rest.isEmpty || rest.hasPrefix("#") || rest.hasPrefix("_:") { return nil }
        subject = try Self.iri(&rest)
        predicate = try Self.iri(&rest)
        if rest.hasPrefix("_:") { return nil }
        if rest.hasPrefix("<") {
            object = .iri(try Self.iri(&rest))
        } else {
            object = try Self.literal(&rest)
        }
        guard rest.hasPrefix(".") else { throw Malformed(problem: "it does not end with a full stop") }
    }

    private static func iri(_ rest: inout Substring) throws(Malformed) -> String {
        guard rest.first == "<", let end = rest.firstIndex(of: ">") else {
            throw Malformed(problem: "an address in angle brackets is missing")
        }
        let iri = String(rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
        return iri
    }

    private static func literal(_ rest: inout Substring) throws(Malformed) -> Object {
        guard rest.popFirst() == "\"" else {
            throw Malformed(problem: "a text in quotation marks is missing")
        }
        var text = ""
        while let character = rest.popFirst(), character != "\"" {
            text.append(character == "\\" ? try escaped(&rest) : character)
        }
        var language: String?
        if rest.first == "@" {
            let tag = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "-" }
            language = tag.lowercased()
            rest = rest[tag.endIndex...]
        } else if rest.hasPrefix("^^") {
            rest = rest.dropFirst(2)
            _ = try iri(&rest)
        }
        rest = rest.drop(while: \.isWhitespace)
        return .literal(text, language)
    }

    private static func escaped(_ rest: inout Substring) throws(Malformed) -> Character {
        let codes: [Character: Character] = ["n": "\n", "t": "\t", "r": "\r", "b": "\u{8}", "f": "\u{C}"]
        guard let code = rest.popFirst() else { throw Malformed(problem: "a text does not end") }
        guard code == "u" || code == "U" else { return codes[code] ?? code }
        let digits = rest.prefix(code == "u" ? 4 : 8)
        guard let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number) else {
            throw Malformed(problem: "\\\(code)\(digits) is no character")
        }
        rest = rest[digits.endIndex...]
        return Character(scalar)
    }
}
