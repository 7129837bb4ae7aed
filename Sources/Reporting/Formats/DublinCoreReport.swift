import Correspondence

/// Dublin Core terms (dublincore.org/specifications/dublin-core/dcmi-terms), for library catalogues.
extension LetterFormat {
    static let dublinCoreJSON = LetterFormat(
        id: "dc-json", summary: "Dublin Core terms as JSON",
        // Readers of JSON-LD see terms of Dublin Core and letters by their names; others a list called records.
        begin: { facts in
            "{\"@context\":{\"@vocab\":\"http://purl.org/dc/terms/\",\"records\":\"@graph\"},"
                + "\"description\":\(try JSONText.line(facts.line)),\"records\":["
        },
        item: { item, facts, isFirst in
            let citation = Citation(item.letter, facts)
            var values: [String: [String]] = [:]
            for term in DublinCore.terms(citation, facts) {
                values[term.name, default: []].append(term.value)
            }
            let id = "{\"@id\":\"urn:letterbook:\(citation.key)\","
            return (isFirst ? "\n" : ",\n") + id + (try JSONText.line(values)).dropFirst()
        },
        end: { _ in "\n]}\n" })

    static let dublinCoreXML = LetterFormat(
        id: "dc-xml", summary: "Dublin Core terms as XML",
        begin: { facts in
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <records xmlns:dcterms="http://purl.org/dc/terms/">
              <dcterms:description>\(escapedXML(facts.line))</dcterms:description>

            """
        },
        item: { item, facts, _ in
            let terms = DublinCore.terms(Citation(item.letter, facts), facts)
            let lines = terms.map { "    <dcterms:\($0.name)>\(escapedXML($0.value))</dcterms:\($0.name)>\n" }
            return "  <record>\n\(lines.joined())  </record>\n"
        },
        end: { _ in "</records>\n" })
}

private enum DublinCore {
    static func terms(_ citation: Citation, _ facts: LetterListFacts) -> [(name: String, value: String)] {
        var terms: [(name: String, value: String)] = [
            ("identifier", "urn:letterbook:\(citation.key)"), ("identifier", "urn:sha256:\(citation.sha256)"),
            ("title", citation.title),
        ]
        terms += citation.authors.map { ("creator", $0) }
        if citation.sender != nil { terms += citation.signatories.map { ("contributor", $0) } }
        terms += citation.recipients.map { ("audience", $0) }
        if let date = citation.date { terms.append(("created", date.description)) }
        terms += citation.topics.map { ("subject", $0) }
        terms += citation.agencies.map { ("subject", $0) }
        terms.append(("type", "Text"))
        terms.append(("type", citation.isTestimony ? "Testimony" : "Correspondence"))
        terms.append(("format", citation.mediaType))
        if let language = citation.language { terms.append(("language", language)) }
        if let url = citation.url { terms.append(("source", url)) }
        terms += citation.identifiers.map { ("references", $0) }
        return terms
    }
}

/// Text as XML holds it.
func escapedXML(_ text: String) -> String {
    escapedText(cleanText(text)) { scalar in
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        default: nil
        }
    }
}
