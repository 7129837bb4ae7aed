import Correspondence

extension LetterFormat {
    /// schema.org in JSON-LD: each letter a `Message` (schema.org/Message).
    static let schemaOrg = LetterFormat(
        id: "jsonld", summary: "schema.org as JSON-LD",
        begin: { facts in
            let about = Dataset(name: facts.line, creator: facts.program)
            return "{\"@context\":\"https://schema.org\",\"@graph\":[\n\(try JSONText.line(about))"
        },
        item: { item, facts, _ in
            ",\n" + (try JSONText.line(SchemaOrgMessage(Citation(item.letter, facts))))
        },
        end: { _ in "\n]}\n" })
}

/// What the list says of itself (schema.org/Dataset).
private struct Dataset: Encodable {
    struct Software: Encodable {
        var type = "SoftwareApplication"
        var name: String

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name
        }
    }

    var type = "Dataset"
    var name: String
    var creator: Software

    enum CodingKeys: String, CodingKey {
        case type = "@type"
        case name, creator
    }

    init(name: String, creator: String) {
        self.name = name
        self.creator = Software(name: creator)
    }
}

private struct SchemaOrgMessage: Encodable {
    struct Thing: Encodable {
        var type: String
        var name: String

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name
        }
    }

    var id: String
    var type = "Message"
    var name: String
    var sender: Thing?
    var contributor: [Thing]?
    var recipient: [Thing]?
    var dateSent: String?
    var about: [Thing]?
    var mentions: [Thing]?
    var citation: [String]?
    var inLanguage: String?
    var encodingFormat: String
    var url: String?

    enum CodingKeys: String, CodingKey {
        case id = "@id"
        case type = "@type"
        case name, sender, contributor, recipient, dateSent, about, mentions, citation, inLanguage
        case encodingFormat, url
    }

    init(_ citation: Citation) {
        id = "urn:letterbook:\(citation.key)"
        name = citation.title
        sender = citation.sender.map { Thing(type: "Organization", name: $0) }
        contributor = Self.things("Person", citation.signatories)
        // A recipient may be a person or a body; the record does not always say which.
        recipient = Self.things("Thing", citation.recipients)
        dateSent = Self.iso(citation.date)
        about = Self.things("DefinedTerm", citation.topics)
        mentions = Self.things("GovernmentOrganization", citation.agencies)
        self.citation = citation.identifiers.isEmpty ? nil : citation.identifiers
        inLanguage = citation.language
        encodingFormat = citation.mediaType
        url = citation.url
    }

    private static func things(_ type: String, _ names: [String]) -> [Thing]? {
        names.isEmpty ? nil : names.map { Thing(type: type, name: $0) }
    }

    /// schema.org has ISO 8601 only: neither "about" nor a year nobody stated.
    private static func iso(_ date: EDTFDate?) -> String? {
        guard let point = date?.start, point.year != nil, !point.isApproximate else { return nil }
        return "\(point)"
    }
}
