import Correspondence
import Testing

@testable import Describing

@Suite struct AskFinderTests {
    private func asks(_ text: String) -> [Ask] {
        let pages = [Page(number: 1, text: text, source: .plain)]
        return AskFinder(
            writers: ["Society of Examples", "SOE"], addressed: ["CMS", "Congress"], agency: "cms",
            identifiers: IdentifierFinder(letterDate: EDTFDate("2020-06-15")).find(in: pages)
        ).find(in: pages)
    }

    private func told(_ text: String) -> [String] {
        asks(text).map { "\($0.direction.rawValue): \($0.text)" }
    }

    @Test(arguments: [
        ("We strongly urge CMS to extend the deadline.", Ask.Direction.request),
        ("SOE recommends that the rule be made final.", .recommend),
        ("The Society of Examples (SOE) supports this bill in full.", .support),
        ("We oppose the proposed cut of rural payments.", .oppose),
        ("I write on behalf of SOE to express our opposition to this rule.", .oppose),
        ("I write as its chair to urge the Department to act soon.", .request),
        ("We would appreciate a meeting with you at your convenience.", .request),
        ("The Legislature is urged to pass the bill swiftly.", .request),
        ("I hope that you will choose to meet that demand.", .request),
        ("CMS should examine the price of these vehicles.", .recommend),
        ("It is critical for CMS to organize a full response.", .recommend),
        ("We are asking the Department to make this change.", .request),
        ("Please process this request within twenty business days.", .request),
    ])
    func aSentenceThatAsksIsFoundWithItsDirection(sentence: String, direction: Ask.Direction) {
        #expect(told("It was so. \(sentence) It is late now.") == ["\(direction.rawValue): \(sentence)"])
    }

    @Test(arguments: [
        "In 2012, SOE urged CMS to engage in further dialogue.",
        "The senator asked CMS to explain the rule last year.",
        "People with diabetes need support from their doctors.",
        "Please contact our office if you have any questions.",
        "Should you have questions, we would be happy to discuss them.",
        "Thank you for your support of these important programs.",
        "States should not be confused with the Federal Government.",
        "Our recommendations that are implemented into law save the public money.",
        "I write on behalf of SOE, an office with the authority to advise Congress on all matters.",
        "What we ask members to do before the first receipt date",
    ])
    func whatAsksNothingOfTheAddresseeIsLeftOut(sentence: String) {
        #expect(told("It was so. \(sentence) It is late now.") == [])
    }

    @Test func theItemsOfAListAreTheAsks() {
        let text = """
            SOE recommends that CMS:

            - extend the deadline by sixty days;
            - publish the data.

            The rule is long and will take time.
            """
        #expect(
            told(text) == ["recommend: extend the deadline by sixty days;", "recommend: publish the data."])
    }

    @Test func whatASentenceOnlyCountsFollowsInTurn() {
        let text = """
            We urge CMS to take three steps. First, encourage states to extend coverage. Many have waited for it. \
            Second, pay for consultation by telehealth. Third, the rule costs too much.
            """
        #expect(
            asks(text).map(\.object) == [
                "take three steps", "encourage states to extend coverage",
                "pay for consultation by telehealth",
            ])
    }

    @Test func turnsWithoutASentenceThatCountsThemAreNoAsks() {
        #expect(told("The plan is old. First, encourage states to extend coverage.") == [])
    }

    @Test func anAskIsAboutItsBillElseItsAddressee() {
        #expect(asks("We urge Congress to pass H.R. 4995 this year.").map(\.about) == ["hr4995-116"])
        #expect(asks("We urge CMS to wait a little longer.").map(\.about) == ["cms"])
    }

    @Test func evidenceIsTheExactSliceOfThePage() {
        let text = "É – a word.\nWe urge CMS\nto wait a little. And so on."
        let found = asks(text)
        #expect(found.map(\.text) == ["We urge CMS to wait a little."])
        for ask in found {
            let slice = Array(text.unicodeScalars)[(ask.evidence.start ?? 0)..<(ask.evidence.end ?? 0)]
            #expect(String(String.UnicodeScalarView(slice)) == ask.evidence.quote)
        }
    }

    @Test func abbreviationsAndInitialsEndNoSentence() {
        #expect(
            told("We urge Dr. John S. Doe of the U.S. Senate to wait.") == [
                "request: We urge Dr. John S. Doe of the U.S. Senate to wait."
            ])
    }

    @Test(arguments: [
        ("We strongly urge CMS to extend the deadline.", "extend the deadline"),
        ("SOE recommends that the rule be made final because it is late.", "the rule be made final"),
        (
            "We oppose the proposed cut of rural payments, which would hurt.",
            "the proposed cut of rural payments"
        ),
        ("I write to express our opposition to this rule of 2020.", "this rule of 2020"),
        ("We ask the members of the Committee to hold a hearing.", "hold a hearing"),
        ("CMS should examine the price of these vehicles.", "examine the price of these vehicles"),
        ("Please process this request within twenty days.", "process this request within twenty days"),
        ("The Legislature is urged to pass the bill swiftly.", "pass the bill swiftly"),
        ("NASA asks for more, and we recommend version 2.0 of it.", "version 2.0 of it"),
        ("We would also like to discuss the findings of our report.", "discuss the findings of our report"),
    ])
    func theObjectIsWhatIsAskedFor(sentence: String, object: String) throws {
        let ask = try #require(asks("It was so. \(sentence) It is late now.").first)
        #expect(ask.object == object)
        #expect(ask.text.contains(ask.object ?? "-"))
    }

    @Test func aSecondMentionOfABillIsAboutIt() {
        let text = "H.R. 4995 is before you now. We have read it. We support the swift passage of H.R. 4995."
        #expect(asks(text).map(\.about) == ["hr4995-116"])
    }
}
