import Correspondence
import Definitions
import Testing

struct TopicSKOSTests {
    private static let triples = """
        # a small scheme
        <http://example.org/c/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2004/02/skos/core#Concept> .
        <http://example.org/c/1> <http://www.w3.org/2004/02/skos/core#prefLabel> "Rural Health"@en .
        <http://example.org/c/1> <http://www.w3.org/2004/02/skos/core#prefLabel> "Sant\\u00E9 rurale"@fr .
        <http://example.org/c/1> <http://www.w3.org/2004/02/skos/core#altLabel> "country \\"doctors\\""@en-US .
        <http://example.org/c/1> <http://www.w3.org/2004/02/skos/core#scopeNote> "Care outside towns." .
        <http://example.org/c/2> <http://www.w3.org/2004/02/skos/core#prefLabel> "Rural Hospitals"@en .
        <http://example.org/c/2> <http://www.w3.org/2004/02/skos/core#broader> <http://example.org/c/1> .
        <http://example.org/c/2> <http://www.w3.org/2004/02/skos/core#exactMatch> <http://id.nlm.nih.gov/mesh/D006777> .
        _:b <http://www.w3.org/2004/02/skos/core#prefLabel> "nobody"@en .
        """

    @Test func `concepts become topics that are not active, with labels, notes and links`() throws {
        let topics = try SKOSScheme(nTriples: Self.triples, named: "c.nt").topics
        #expect(topics.map(\.id) == ["rural-health", "rural-hospitals"])
        #expect(topics[0].terms == [Topic.Term("Rural Health", variants: ["country \"doctors\""])])
        #expect(topics[0].scopeNote == "Care outside towns.")
        #expect(topics[1].broader == ["rural-health"])
        #expect(topics[1].exactMatch.map(\.id) == ["D006777"])
        #expect(topics.allSatisfy { !$0.isActive })
    }

    @Test func `labels are taken in the language asked for`() throws {
        let topics = try SKOSScheme(nTriples: Self.triples, language: "fr", named: "c.nt").topics
        #expect(topics.map(\.id) == ["sante-rurale"])
    }

    @Test func `a line that is no triple is named, with the remedy`() {
        let error = #expect(throws: DefinitionError.self) {
            try SKOSScheme(nTriples: Self.triples + "\n@prefix skos: <x> .", named: "c.nt")
        }
        #expect(error?.line == 11)
        #expect(error?.description.contains("rapper") == true)
    }

    @Test func `the file that is written can be read again`() throws {
        for topic in try SKOSScheme(nTriples: Self.triples, named: "c.nt").topics {
            let again = try Topic.parse(topic.yaml(from: "From c.nt"), id: topic.id, named: "t.yaml")
            #expect(again == topic)
        }
    }
}
