import Correspondence
import Foundation
import Testing

@testable import Archiving

@Suite("Schema of the record")
struct LetterSchemaTests {
    private let check: SchemaCheck
    private let schema: [String: Any]

    init() throws {
        check = try SchemaCheck(schema: LetterSchema.document)
        schema = try #require(
            try JSONSerialization.jsonObject(with: Data(LetterSchema.document)) as? [String: Any])
    }

    private func changed(_ change: (inout [String: Any]) -> Void) throws -> [UInt8] {
        var record = try #require(
            try JSONSerialization.jsonObject(with: Data(try Archive.record(of: SampleLetter.full())))
                as? [String: Any])
        change(&record)
        return [UInt8](try JSONSerialization.data(withJSONObject: record))
    }

    @Test("a full letter and a bare one are valid")
    func valid() throws {
        #expect(check.violation(in: try Archive.record(of: SampleLetter.full())) == nil)
        #expect(check.violation(in: try Archive.record(of: SampleLetter.bare())) == nil)
    }

    @Test(
        "every property of the schema stands in the full letter, but those that the archive keeps elsewhere")
    func complete() throws {
        let record = try #require(
            try JSONSerialization.jsonObject(with: Data(try Archive.record(of: SampleLetter.full())))
                as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: Any])
        #expect(Set(properties.keys).subtracting(record.keys) == ["relations", "withdrawn", "withheld"])
    }

    @Test("every case of the enumerations is allowed")
    func enumerations() throws {
        let kinds = (schema["properties"] as? [String: [String: Any]])?["kind"]?["enum"] as? [String]
        #expect(kinds.map(Set.init) == Set(LetterKind.allCases.map(\.rawValue)))
        let identifiers =
            (schema["properties"] as? [String: [String: Any]])?["identifiers"]?["items"] as? [String: Any]
        let type = (identifiers?["properties"] as? [String: [String: Any]])?["type"]?["enum"] as? [String]
        #expect(type.map(Set.init) == Set(Identifier.Kind.allCases.map(\.rawValue)))
    }

    @Test("the check knows every keyword that the schema uses")
    func keywords() {
        #expect(SchemaCheck.keywords(in: schema).subtracting(SchemaCheck.known).isEmpty)
    }

    @Test("each sort of violation is found and named with its place")
    func violations() throws {
        let found = [
            try changed { $0["id"] = "xyz" }, try changed { $0["kind"] = "poem" },
            try changed { $0["pages"] = nil },
            try changed { $0["unheardOf"] = 1 }, try changed { $0["topics"] = "ctsa" },
            try changed { $0["signOn"] = ["count": 0] }, try changed { $0["schemaVersion"] = 99 },
            try changed { $0["pages"] = [["number": 1.5, "text": "", "source": "ocr"]] },
            try changed { $0["title"] = 7 },
        ].map(check.violation)
        #expect(
            found == [
                "record.id: 'xyz' has another form", "record.kind: 'poem' is none of the values allowed",
                "record: 'pages' is missing", "record: 'unheardOf' is not known",
                "record.topics: is not a list",
                "record.signOn.count: is less than 1.0",
                "record.schemaVersion: is not \(Letter.schemaVersion)",
                "record.pages.0.number: is not a whole number", "record.title: is not text",
            ])
    }

    @Test("the version that the schema describes is the record's")
    func version() {
        #expect(LetterSchema.version(of: LetterSchema.document) == Letter.schemaVersion)
    }
}
