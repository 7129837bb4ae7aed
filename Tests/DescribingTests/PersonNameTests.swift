import Testing

@testable import Describing

@Suite("Person names")
struct PersonNameTests {
    @Test(
        "Honorifics, degrees and titles are kept apart from the name",
        arguments: [
            ("Mr. Tomas Q. Varga, M.D., Ph.D", "Mr.", "Tomas Q. Varga", nil),
            ("The Honorable Ines Ruiz-Okafor, Director", "The Honorable", "Ines Ruiz-Okafor", "Director"),
            ("Director Wen Adeyemi", "Director", "Wen Adeyemi", nil),
            ("Acting Secretary Pál Dobó", "Acting Secretary", "Pál Dobó", nil),
            ("Ola Brandt Acting Administrator", nil, "Ola Brandt", "Acting Administrator"),
            ("Ruth F. Calder, Jr.", nil, "Ruth F. Calder, Jr.", nil),
            (
                "The Honorable Amadou “Bobby” Keita, Ranking Member", "The Honorable", "Amadou “Bobby” Keita",
                "Ranking Member"
            ),
        ] as [(String, String?, String, String?)])
    func partsAreKeptApart(line: String, honorific: String?, name: String, rest: String?) throws {
        let read = try #require(PersonName.read(line))
        #expect(read.name == name)
        #expect(read.honorific == honorific)
        #expect(read.rest == rest)
    }

    @Test(
        "Bodies, places, titles and headings are no names",
        arguments: [
            "Office for Civil Rights", "Wage and Hour Division", "Executive Director",
            "Hubert H. Humphrey Building",
            "U.S. Department of Labor", "Clerk of Court", "Thurgood Marshall Federal Judiciary Building",
            "Health Care Providers", "Introduction", "Dear Dr. Varga:", "200 Independence Avenue, S.W.",
        ])
    func othersAreNoNames(line: String) {
        #expect(PersonName.read(line) == nil)
    }
}
