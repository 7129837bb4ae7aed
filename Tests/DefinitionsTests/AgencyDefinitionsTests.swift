import Correspondence
import Foundation
import Testing

@testable import Definitions

@Suite struct AgencyDefinitionsTests {
    private func message(_ yaml: String) -> String? {
        do { _ = try AgencyDefinitions.parse(yaml) } catch { return "\(error)" }
        return nil
    }

    @Test func anEntryKeepsEverythingThatItSays() throws {
        let registry = try AgencyDefinitions.parse(
            """
            agencies:
              - id: hhs
                name: Department of Health
              - id: cms
                name: Centers for Medicare & Medicaid Services
                short: CMS
                shortIsAmbiguous: yes
                parent: hhs
                aliases: [Centers for Medicare]
                former: {Health Care Financing Administration: 1977-2001}
                slug: centers
                domains: CMS.hhs.gov
            """)
        #expect(
            registry["cms"]
                == Agency(
                    id: "cms", name: "Centers for Medicare & Medicaid Services", shortName: "CMS",
                    isShortNameAmbiguous: true, parent: "hhs",
                    aliases: ["Centers for Medicare", "Health Care Financing Administration"],
                    slug: "centers",
                    domains: ["cms.hhs.gov"]))
        #expect(registry.family(of: "hhs") == ["hhs", "cms"])
    }

    @Test func aTemplateStandsForEveryStateUnlessAnEntryWins() throws {
        let registry = try AgencyDefinitions.parse(
            """
            agencies:
              - {id: ne-senate, name: Nebraska Legislature}
            forEachState:
              - {id: "{code}-senate", name: "{state} Senate", aliases: ["Senate of {state}"]}
            """)
        #expect(registry.agencies.count == 52)
        #expect(registry["ne-senate"]?.name == "Nebraska Legislature")
        #expect(registry["md-senate"]?.aliases == ["Senate of Maryland"])
    }

    @Test func mistakesAreToldWithLineAndRemedy() {
        #expect(
            message("agencies:\n  - {id: a, name: A}\n  - {id: a, name: B}\n")
                == """
                Pipeline/agencies.yaml:3: id "a" stands twice; join the entries, or rename one
                """)
        #expect(
            message("agencies:\n  - {id: hhs, name: A}\n  - {id: cms, name: B, parent: hss}\n")
                == """
                Pipeline/agencies.yaml:3: cms: no agency has the id of its parent, "hss"; did you mean "hhs"?
                """)
        #expect(
            message("agencies:\n  - {id: A b, name: A}\n")
                == """
                Pipeline/agencies.yaml:2: id must be lower-case letters, digits and hyphens, found "A b"
                """)
        #expect(
            message("agencies:\n  - {id: a, name: A, former: {B: long ago}}\n")
                == """
                Pipeline/agencies.yaml:2: B must be the years of that name: 1977-2001, found "long ago"
                """)
        #expect(message("agencies:\n  - {id: a}\n") == "Pipeline/agencies.yaml:2: name is missing")
    }

    @Test func thePublishedFileHasFourHundredBodiesAndEveryParent() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Pipeline/agencies.yaml")
        let registry = try AgencyDefinitions.load(file)
        #expect(registry.agencies.count { !$0.id.contains("{") } >= 800)
        for id in [
            "cms", "nih", "hhs", "omb", "eop", "us-house-hsif", "us-senate-sshr", "ca11", "nysd", "ncats",
        ] {
            #expect(registry[id] != nil, "\(id)")
        }
        #expect(registry.ancestors(of: "ncats") == ["nih", "hhs"])
        #expect(registry.ancestors(of: "us-house-hsif-health") == ["us-house-hsif", "us-house", "congress"])
        #expect(registry.ancestors(of: "md-senate") == ["md-legislature"])
    }
}
