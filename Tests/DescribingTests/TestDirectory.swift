import Correspondence
import Describing

/// The few bodies that the fixtures' letters go to.
enum TestDirectory {
    static func make() throws -> Directory {
        try Directory(agencies: AgencyRegistry(agencies), organizations: organizations)
    }

    private static let organizations = [
        Organization(
            id: "lgl", name: "Larch Growers League", acronym: "LGL", aliases: ["League of Larch Growers"],
            formerNames: ["Larch Union"])
    ]

    private static let agencies = [
        Agency(id: "hhs", name: "Department of Health and Human Services", shortName: "HHS"),
        Agency(
            id: "cms", name: "Centers for Medicare and Medicaid Services", shortName: "CMS", parent: "hhs",
            domains: ["cms.hhs.gov"]),
        Agency(id: "nih", name: "National Institutes of Health", shortName: "NIH", parent: "hhs"),
        Agency(
            id: "hhs-oig", name: "Office of Inspector General, Department of Health and Human Services",
            parent: "hhs", aliases: ["HHS Office of Inspector General"]),
        Agency(id: "dhs", name: "Department of Homeland Security", shortName: "DHS"),
        Agency(id: "fema", name: "Federal Emergency Management Agency", shortName: "FEMA", parent: "dhs"),
        Agency(id: "dol", name: "Department of Labor", shortName: "DOL"),
        Agency(id: "whd", name: "Wage and Hour Division", shortName: "WHD", parent: "dol"),
        Agency(id: "dot", name: "Department of Transportation", shortName: "DOT"),
        Agency(id: "fhwa", name: "Federal Highway Administration", shortName: "FHWA", parent: "dot"),
        Agency(id: "us-house", name: "U.S. House of Representatives", aliases: ["House of Representatives"]),
        Agency(id: "us-senate", name: "U.S. Senate", aliases: ["United States Senate", "Senate"]),
        Agency(
            id: "us-house-hsif", name: "House Committee on Energy and Commerce", parent: "us-house",
            aliases: ["Committee on Energy and Commerce"]),
        Agency(
            id: "us-senate-ssap", name: "Senate Committee on Appropriations", parent: "us-senate"),
        Agency(id: "us-senate-ssfi", name: "Senate Committee on Finance", parent: "us-senate"),
        Agency(id: "fjc", name: "Federal Judicial Center", shortName: "FJC"),
        Agency(id: "mdd", name: "United States District Court for the District of Maryland"),
        Agency(id: "nysd", name: "United States District Court for the Southern District of New York"),
        Agency(id: "ma-legislature", name: "Massachusetts Legislature"),
    ]
}
