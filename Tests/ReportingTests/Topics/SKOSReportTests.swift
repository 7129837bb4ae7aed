import Correspondence
import Reporting
import Testing

struct SKOSReportTests {
    private func topics() -> [Topic] {
        var health = Topic(id: "health", label: "Health")
        health.scopeNote = "Health\n  \"as such\"."
        var births = Topic(id: "births", label: "Births")
        births.broader = ["health"]
        births.terms = [Topic.Term("birth", variants: ["births", "Births"])]
        births.exactMatch = [Topic.MeSHConcept(id: "D011247", label: "Pregnancy")]
        return [health, births]
    }

    @Test func `Turtle says each concept once, both ways, with disjoint labels`() throws {
        #expect(
            try SKOSReport.turtle.text(topics()) == """
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .

                <urn:letterbook:topics> a skos:ConceptScheme ;
                    skos:prefLabel "Topics of a letterbook"@en ;
                    skos:hasTopConcept <urn:letterbook:topics:health> .

                <urn:letterbook:topics:births> a skos:Concept ;
                    skos:inScheme <urn:letterbook:topics> ;
                    skos:notation "births" ;
                    skos:prefLabel "Births"@en ;
                    skos:altLabel "birth"@en ;
                    skos:hiddenLabel "births"@en ;
                    skos:broader <urn:letterbook:topics:health> ;
                    skos:exactMatch <http://id.nlm.nih.gov/mesh/D011247> .

                <urn:letterbook:topics:health> a skos:Concept ;
                    skos:inScheme <urn:letterbook:topics> ;
                    skos:topConceptOf <urn:letterbook:topics> ;
                    skos:notation "health" ;
                    skos:prefLabel "Health"@en ;
                    skos:scopeNote "Health \\"as such\\"."@en ;
                    skos:narrower <urn:letterbook:topics:births> .

                """)
    }

    @Test(arguments: SKOSReport.allCases) func `the order of the topics does not matter`(report: SKOSReport)
        throws
    {
        #expect(try report.text(topics()) == report.text(topics().reversed()))
    }

    @Test func `JSON-LD names its vocabulary and its language`() throws {
        let text = try SKOSReport.jsonld.text(topics())
        #expect(
            text.contains("\"@vocab\": \"http://www.w3.org/2004/02/skos/core#\"")
                || text.contains("\"@vocab\" : \"http://www.w3.org/2004/02/skos/core#\""))
        #expect(text.contains("urn:letterbook:topics:births"))
    }
}
