import Reporting
import Testing

@Suite struct GoldLabelTests {
    @Test func `A label has what its line says, and plain defaults for the rest`() throws {
        let lines = """
            {"file": "a.pdf", "kind": "comment", "date": null, "recipients": ["Seema Verma"], "identifiers_complete": false}

            {"file": "b.pdf", "kind": "page", "date": "2020-05-31", "topics_borderline": ["ctsa"], "all_topics": ["medicaid"]}
            """
        let labels = try GoldLabel.read(lines)
        #expect(labels.map(\.file) == ["a.pdf", "b.pdf"])
        #expect(
            labels[0].recipients == ["Seema Verma"] && !labels[0].hasAllIdentifiers && labels[0].date == nil)
        #expect(labels[1].date == "2020-05-31" && labels[1].borderlineTopics == ["ctsa"])
        #expect(labels[1].allTopics == ["medicaid"] && labels[1].hasAllIdentifiers && !labels[1].isScanned)
    }

    @Test func `A bad line is named`() {
        #expect {
            try GoldLabel.read("{\"file\": \"a\", \"kind\": \"letter\"}\n{\"file\": 3}")
        } throws: { error in
            (error as? GoldLabelError)?.line == 2
        }
    }

    @Test func `A table of topics leaves out what is not to be scored`() {
        let table =
            "path\ttopics\tborderline\na.md\tctsa,maternal-health\tno\nb.md\t\tno\nc.md\t?\t\nd.md\tctsa\tyes\n"
        let labels = TopicLabel.read(table)
        #expect(
            labels == [
                TopicLabel(path: "a.md", topics: ["ctsa", "maternal-health"]),
                TopicLabel(path: "b.md", topics: []),
            ])
        #expect(TopicLabel.read("file\ttopics\n") == nil)
    }
}
