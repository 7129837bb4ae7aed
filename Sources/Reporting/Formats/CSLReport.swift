import Correspondence

extension LetterFormat {
    /// CSL-JSON (citeproc), read by pandoc and Zotero.
    static let cslJSON = LetterFormat(
        id: "csl-json", summary: "CSL-JSON for pandoc and Zotero", hasHeader: false,
        begin: { _ in "[" },
        item: { item, facts, isFirst in
            (isFirst ? "\n" : ",\n") + (try JSONText.line(CSLItem(Citation(item.letter, facts))))
        },
        end: { _ in "\n]\n" })
}

private struct CSLItem: Encodable {
    struct Name: Encodable { var literal: String }

    struct Date: Encodable {
        var dateParts: [[Int]]
        var circa: Bool?

        enum CodingKeys: String, CodingKey {
            case dateParts = "date-parts"
            case circa
        }
    }

    var id: String
    var type: String
    var title: String
    var author: [Name]?
    var recipient: [Name]?
    var issued: Date?
    var accessed: Date?
    var url: String?
    var number: String?
    var keyword: String?
    var language: String?

    enum CodingKeys: String, CodingKey {
        case id, type, title, author, recipient, issued, accessed
        case url = "URL"
        case number, keyword, language
    }

    init(_ citation: Citation) {
        id = citation.key
        type = citation.isTestimony ? "hearing" : "personal_communication"
        title = citation.title
        author = Self.names(citation.authors)
        recipient = Self.names(citation.recipients)
        issued = citation.date.flatMap(Self.date)
        accessed = citation.accessed.flatMap { EDTFDate($0) }.flatMap(Self.date)
        url = citation.url
        number = Self.list(citation.identifiers)
        keyword = Self.list(citation.topics + citation.agencies)
        language = citation.language
    }

    private static func names(_ names: [String]) -> [Name]? {
        names.isEmpty ? nil : names.map(Name.init)
    }

    private static func list(_ values: [String]) -> String? {
        values.isEmpty ? nil : values.joined(separator: ", ")
    }

    private static func date(_ date: EDTFDate) -> Date? {
        guard !date.start.parts.isEmpty else { return nil }
        let end = date.end.map { [$0.parts] } ?? []
        return Date(dateParts: [date.start.parts] + end, circa: date.start.isApproximate ? true : nil)
    }
}
