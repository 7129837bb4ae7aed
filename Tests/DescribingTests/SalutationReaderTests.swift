import Testing

@testable import Describing

@Suite("Salutations")
struct SalutationReaderTests {
    @Test(
        "A salutation names its people, a plural honorific counts for each",
        arguments: [
            ("Dear Dr. Varga:", ["Dr. Varga"]),
            ("Dear Drs. Varga and Calder,", ["Dr. Varga", "Dr. Calder"]),
            (
                "Dear Senators Keita and Osei, and Congressmen Roe and Lund:",
                ["Senator Keita", "Senator Osei", "Congressman Roe", "Congressman Lund"]
            ),
            ("Dear Acting Secretary Pál Dobó:", ["Acting Secretary Pál Dobó"]),
            (
                "Good morning, Chairwoman Delacroix, Ranking Member Obuya, and distinguished Members of the",
                ["Chairwoman Delacroix", "Ranking Member Obuya"]
            ),
            (
                "Chair McRae, ranking member Porto, and members of the subcommittee: Thank you",
                ["Chair McRae", "ranking member Porto"]
            ),
            ("Good morning, Mr. Chairman and Members of the Committee.", []),
            ("To Whom It May Concern:", []),
            ("Dear Sir or Madam:", []),
        ] as [(String, [String])])
    func people(text: String, expected: [String]) {
        #expect(SalutationReader.people(in: text).map { "\($0.honorific) \($0.name)" } == expected)
    }
}
