import Testing

@testable import Tagging

struct VariantsTests {
    @Test(
        arguments: [
            ("doula", ["doula", "doulas"]),
            ("health disparities", ["health disparities", "health disparity"]),
            ("disparity", ["disparity", "disparities"]),
            ("pregnant woman", ["pregnant woman", "pregnant women"]),
            ("cancer mass", ["cancer mass", "cancer masses"]), ("virus", ["virus", "viruses"]),
            ("survey", ["survey", "surveys"]), ("COVID-19", ["COVID-19"]), ("CTSA", ["CTSA", "ctsas"]),
            ("nurse-midwife", ["nurse-midwife", "nurse-midwives"]), ("branches", ["branches", "branch"]),
        ])
    func `knows the other number of a phrase`(phrase: String, forms: [String]) {
        #expect(Variants.forms(of: phrase) == forms)
    }
}
