import Correspondence
import Testing

@testable import Relating

struct RelateTests {
    private func facts(
        _ id: String, _ text: String, date: String? = "2021-03-01", sender: String? = "Example Society",
        to: [String] = ["cms"], _ mediaType: MediaType = .pdf
    ) -> LetterFacts {
        LetterFacts(
            id: id, pages: [text], date: date.flatMap { EDTFDate($0) }, sender: sender, addressees: to,
            mediaType: mediaType)
    }

    private func text(_ seed: UInt64, _ count: Int = 20) -> String {
        var generator = GeneratedLetters(seed: seed)
        return generator.sentences(count).joined(separator: " ")
    }

    private func said(_ letters: [LetterFacts]) -> [String] {
        relate(letters).map { "\($0.from) \($0.kind.rawValue) \($0.id)" }
    }

    @Test
    func `equal words are a duplicate, whatever the case and layout, and a rendition in another format`() {
        let text = text(1)
        #expect(
            said([facts("a", text), facts("b", text.uppercased())]) == ["a duplicate b", "b duplicate a"])
        let page = facts("b", text, .html)
        #expect(said([facts("a", text), page]) == ["a rendition b", "b rendition a"])
    }

    @Test func `a page with navigation around it is a rendition still`() {
        let page = facts("b", "home news contact " + text(1) + " share this page", .html)
        #expect(said([facts("a", text(1)), page]) == ["a rendition b", "b rendition a"])
    }

    @Test func `a corrected copy is a near-duplicate`() {
        let corrected = text(1) + " One sentence more."
        #expect(
            said([facts("a", text(1)), facts("b", corrected)]) == ["a nearDuplicate b", "b nearDuplicate a"])
    }

    @Test func `annual letters to one committee are letters of their own`() {
        let years = (2018...2021).map { facts("y\($0)", text(1) + " year \($0)", date: "\($0)-03-01") }
        #expect(said(years).isEmpty)
        let undatedSender = years.map { letter in
            var letter = letter
            letter.sender = nil
            return letter
        }
        #expect(relate(undatedSender).isEmpty)
    }

    @Test func `one letter to several bodies shares a template`() {
        let letters = ["cms", "nih"].map { facts($0, text(1), to: [$0]) }
        #expect(said(letters) == ["cms campaign campaign-cms", "nih campaign campaign-cms"])
    }

    @Test func `unrelated letters of one sender stay apart in spite of letterhead and closing`() {
        let letterhead = text(7, 3)
        let closing = text(8, 2)
        let letters = (0..<20).map {
            facts("l\($0)", "\(letterhead) \(text(UInt64(100 + $0), 25)) \(closing)")
        }
        #expect(relate(letters).isEmpty)
    }

    @Test func `texts too short to compare are related only where they are equal and not trivial`() {
        #expect(relate([facts("a", "Page 1"), facts("b", "Page 1")]).isEmpty)
        let short = "We support the bill and ask you to vote for it today."
        #expect(said([facts("a", short), facts("b", short)]) == ["a duplicate b", "b duplicate a"])
        #expect(relate([facts("a", short), facts("b", short + " Please.")]).isEmpty)
    }

    @Test func `the order of the letters does not matter, and campaigns keep their ids as they grow`() throws
    {
        var generator = GeneratedLetters(seed: 5)
        let template = generator.sentences(15)
        let letters = (0..<8).map {
            facts("m\($0)", generator.version(of: template), sender: "Member \($0)")
        }
        let first = relate(Array(letters[3...]))
        #expect(Set(first.map(\.id)) == ["campaign-m3"])
        let known = Dictionary(uniqueKeysWithValues: first.map { ($0.from, $0.id) })
        let second = relate(letters.reversed(), known: known)
        #expect(second == relate(letters, known: known))
        #expect(second.map(\.id) == Array(repeating: "campaign-m3", count: 8))
    }

    @Test func `facts survive JSON`() throws {
        let letter = facts("a", text(1))
        let data = try CanonicalJSON.line(letter)
        #expect(try CanonicalJSON.decode(LetterFacts.self, from: data) == letter)
        #expect(data.count < 1_500)
    }
}
