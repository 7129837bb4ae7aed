import Correspondence
import Testing

@testable import Relating

struct PairAccountTests {
    private static let text = GeneratedLetters.text(seed: 5, sentences: 30)

    private func facts(
        _ id: String, _ text: String = text, date: String, sender: String = "League of Clinics",
        to addressee: String = "House Committee on Appropriations", _ type: MediaType = .pdf
    ) throws -> LetterFacts {
        let day: EDTFDate = try #require(EDTFDate(date))
        return LetterFacts(
            id: id, pages: [text], date: day, sender: sender, addressees: [addressee], mediaType: type)
    }

    @Test func `an annual letter to the same committee is another letter, and that is said`() throws {
        let account = comparison(
            try facts("a", date: "2020-03-01"), try facts("b", Self.text + " Once more.", date: "2021-03-02"))
        #expect(account.kind == nil)
        #expect(account.reasons.first == "two letters, not duplicates")
        #expect(account.reasons.contains { $0.hasPrefix("their dates lie 366 days apart") })
    }

    @Test func `a web page and a PDF of one letter are renditions`() throws {
        let account = comparison(
            try facts("a", date: "2020-03-01"), try facts("b", date: "2020-03-01", .html))
        #expect(account.kind == .rendition)
        #expect(account.reasons == ["one letter in two formats: renditions", "the words are the same"])
    }

    @Test func `letters of two senders with one text are a campaign, and what differs is said`() throws {
        let account = comparison(
            try facts("a", date: "2020-03-01", to: "Senate"),
            try facts("b", Self.text + " Ours.", date: "2020-03-09", sender: "Union of Clinics"))
        #expect(account.kind == .campaign)
        #expect(
            account.reasons.contains {
                $0.contains("their senders differ: league of clinics; union of clinics")
            })
        #expect(account.reasons.contains { $0.contains("their addressees differ: senate; house committee") })
    }

    @Test func `letters that have little in common are two, without more words`() throws {
        let other = GeneratedLetters.text(seed: 6, sentences: 30)
        let account = comparison(
            try facts("a", date: "2020-03-01"), try facts("b", other, date: "2021-03-01"))
        #expect(account.kind == nil)
        #expect(account.reasons.count == 2)
    }
}

extension GeneratedLetters {
    static func text(seed: UInt64, sentences: Int) -> String {
        var generator = GeneratedLetters(seed: seed)
        return generator.sentences(sentences).joined(separator: " ")
    }
}
