import Testing

@testable import Describing

@Suite("Court names")
struct CourtNamesTests {
    @Test(
        "A court is known by its district or circuit",
        arguments: [
            ("United States District Court for the Southern District of New York", "nysd"),
            ("U.S. District Court\nEastern District of California", "caed"),
            ("the District of Maryland", "mdd"),
            ("the District Court of Maryland", "mdd"),
            ("U.S. Court of Appeals for the Eleventh Circuit", "ca11"),
            ("US Courts of Appeals, Tenth Circuit", "ca10"), ("the D.C. Circuit", "cadc"),
            ("Western District of North Carolina", "ncwd"),
        ])
    func ids(text: String, id: String) {
        #expect(CourtNames.id(in: text) == id)
    }

    @Test("What is no court gives none", arguments: ["the garden district of Paris", "a circuit of lamps"])
    func none(text: String) {
        #expect(CourtNames.id(in: text) == nil)
    }

    @Test("A district court that does not say its district is known by its city")
    func cities() {
        #expect(CourtNames.id(sittingIn: "Dallas, TX 75242") == "txnd")
        #expect(CourtNames.id(sittingIn: "Baltimore, MD 21201") == "mdd")
        #expect(CourtNames.id(sittingIn: "New York, New York 10007") == "nysd")
        #expect(CourtNames.id(sittingIn: "Marfa, TX 79843") == nil)
    }
}
