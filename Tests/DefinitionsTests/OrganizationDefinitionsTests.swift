import Correspondence
import Definitions
import Foundation
import Testing

@Suite("Organisation definitions")
struct OrganizationDefinitionsTests {
    @Test("An entry keeps its name, spellings, former names and parent")
    func entries() throws {
        let found = try OrganizationDefinitions.parse(
            """
            organizations:
              - id: larch
                name: Larch Growers League
                acronym: LGL
                aliases: [League of Larch Growers]
                former: [Larch Union]
              - id: larch-north
                name: Northern Larch Growers
                parent: larch
            """)
        #expect(found.map(\.id) == ["larch", "larch-north"])
        #expect(found.first?.aliases == ["League of Larch Growers"])
        #expect(found.first?.formerNames == ["Larch Union"])
        #expect(found.last?.parent == "larch")
    }

    @Test("A spelling that leads to two organisations is refused, with file and line")
    func ambiguousSpelling() throws {
        let error = try #require(throws: DefinitionError.self) {
            try OrganizationDefinitions.parse(
                """
                organizations:
                  - id: larch
                    name: Larch Growers League
                  - id: oak
                    name: Oak Growers League
                    aliases: [LARCH growers league]
                """)
        }
        #expect(error.line == 4)
        #expect("\(error)".contains("larch growers league"))
    }

    @Test("A parent that is not there is refused, with the nearest id")
    func missingParent() throws {
        let error = try #require(throws: DefinitionError.self) {
            try OrganizationDefinitions.parse(
                "organizations:\n  - id: larch\n    name: Larch League\n    parent: larhc\n")
        }
        #expect("\(error)".contains("did you mean \"larch\"?"))
    }

    @Test("The project's own list can be read")
    func ownList() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Pipeline/organizations.yaml").standardizedFileURL
        #expect(try OrganizationDefinitions.load(file).count > 20)
    }
}
