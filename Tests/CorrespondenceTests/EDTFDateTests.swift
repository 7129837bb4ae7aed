import Correspondence
import Testing

@Suite("EDTF dates")
struct EDTFDateTests {
    @Test(
        "What is read is printed again",
        arguments: [
            "2020-05-31", "2020-05", "2020", "2020~", "2020-05~", "2020-05-31/2020-06-02", "XXXX-11-08",
            "XXXX-11-08/XXXX-11-12",
        ])
    func roundTrip(text: String) throws {
        let date = try #require(EDTFDate(text))
        #expect(date.description == text)
    }

    @Test(
        "A date that cannot be is no date",
        arguments: ["2021-02-29", "2020-13", "2020-00-01", "XXXX", "20-1-1", "2020-05-31/", "", "2020-5-3"])
    func impossible(text: String) {
        #expect(EDTFDate(text) == nil)
    }

    @Test("Bounds are the first and last day that a date can mean")
    func bounds() throws {
        let month = try #require(EDTFDate("2024-02"))
        #expect(month.earliestDay == "2024-02-01")
        #expect(month.latestDay == "2024-02-29")
        let range = try #require(EDTFDate("2020-05-31/2020-06-02"))
        #expect(range.latestDay == "2020-06-02")
        #expect(EDTFDate("XXXX-11-08")?.earliestDay == nil)
    }

    @Test("Dates sort by first possible day, unknown years last")
    func order() {
        let sorted = ["XXXX-01-01", "2020-05", "2020", "2019-12-31", "2020-05-01"]
            .compactMap { EDTFDate($0) }.sorted().map(\.description)
        #expect(sorted == ["2019-12-31", "2020", "2020-05-01", "2020-05", "XXXX-01-01"])
    }
}
