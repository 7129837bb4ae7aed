import Correspondence
import Testing

@testable import Describing

@Suite("Names of bodies")
struct BodyNamesTests {
    private let names = BodyNames(
        AgencyRegistry([
            Agency(id: "hhs", name: "Department of Health and Human Services", shortName: "HHS"),
            Agency(id: "nih", name: "National Institutes of Health", shortName: "NIH", parent: "hhs"),
            Agency(id: "cogme", name: "Council on Graduate Medical Education"),
            Agency(id: "ed", name: "Department of Education", shortName: "ED", isShortNameAmbiguous: true),
        ]))

    @Test(
        "Names are found in addresses",
        arguments: [
            ("U.S. Department of Health & Human Services", ["hhs"]), ("NICHD, NIH, HHS", ["nih", "hhs"]),
            ("Director, National Institutes of Health", ["nih"]), ("Dept. of Education", ["ed"]),
            ("Accreditation Council on Graduate Medical Education", []), ("Ed Larch", []), ("nih", ["nih"]),
        ] as [(String, [String])])
    func found(line: String, ids: [String]) {
        #expect(names.agencies(in: line) == ids)
    }
}
