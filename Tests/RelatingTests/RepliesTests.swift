import Correspondence
import Testing

@testable import Relating

/// Letters between an invented league and an agency, and which of them answers which.
struct RepliesTests {
    private func letter(
        _ id: String, _ date: String, from writers: [String], to readers: [String], answers: [String] = []
    ) -> LetterFacts {
        var facts = LetterFacts(id: id, pages: ["Words of letter \(id)."], date: EDTFDate(date))
        facts.writers = writers
        facts.readers = readers
        facts.answered = answers
        return facts
    }

    private func said(_ letters: [LetterFacts]) -> [String] {
        relate(letters).map { "\($0.from) \($0.kind.rawValue) \($0.id) \($0.score)" }
    }

    private let league = ["league of example growers", "ana lee"]
    private let agency = ["cms", "ruth calder"]

    @Test func `a letter that names another by its day replies to it`() {
        let asked = letter("a", "2020-03-31", from: league, to: agency)
        let reply = letter("b", "2020-05-04", from: agency, to: league, answers: ["letter 2020-03-31"])
        #expect(said([reply, asked]) == ["b replyTo a 1.0"])
    }

    @Test func `one party that fits is enough where the day is named, none is not`() {
        let asked = letter("a", "2020-03-31", from: league, to: ["hhs"])
        let other = letter("c", "2020-03-31", from: ["another league"], to: ["epa"])
        let reply = letter("b", "2020-05-04", from: agency, to: league, answers: ["letter 2020-03-31"])
        #expect(said([asked, other, reply]) == ["b replyTo a 0.7"])
        #expect(said([other, reply]) == [])
    }

    @Test func `where two letters fit equally it cannot be told which is meant`() {
        let first = letter("a", "2020-03-31", from: league, to: agency)
        let second = letter("c", "2020-03-31", from: league, to: agency)
        let reply = letter("b", "2020-05-04", from: agency, to: league, answers: ["letter 2020-03-31"])
        #expect(said([first, second, reply]) == [])
    }

    @Test func `on one docket the last letter before it is replied to when the parties are swapped`() {
        let docket = ["CMS-1999-P"]
        let old = letter("a", "2020-01-10", from: league, to: agency, answers: docket)
        let last = letter("c", "2020-03-31", from: league, to: agency, answers: docket)
        let stranger = letter("d", "2020-04-01", from: ["another league"], to: agency, answers: docket)
        let reply = letter("b", "2020-05-04", from: agency, to: league, answers: docket)
        #expect(said([old, last, stranger, reply]) == ["b replyTo c 0.6"])
    }

    @Test func `a second comment of one writer replies to nothing, nor does a letter years later`() {
        let docket = ["CMS-1999-P"]
        let first = letter("a", "2020-01-10", from: league, to: agency, answers: docket)
        let second = letter("b", "2020-03-10", from: league, to: agency, answers: docket)
        let late = letter("c", "2023-03-10", from: agency, to: league, answers: docket)
        #expect(said([first, second, late]) == [])
    }

    @Test func `a letter's facts hold its parties under every name and what it answers`() throws {
        let evidence = Evidence(place: .field, quote: "", rule: "test", confidence: .high)
        var description = Description(kind: Evidenced(.letter, evidence))
        description.sender = Sender(organization: "Bureau of Examples", agency: "boe", evidence: evidence)
        description.signatories = [Signatory(name: "Ruth Calder", evidence: evidence)]
        description.addressees = [
            Addressee(name: "Ana Lee", organization: "League of Example Growers", evidence: evidence)
        ]
        description.answers = [
            Answer(identifier: "letter 2020-03-31", confidence: .medium, evidence: evidence)
        ]
        let text = ExtractedText(
            mediaType: .plain, pages: [], layouts: [], document: DocumentMetadata(),
            quality: TextQuality(text: .good))
        let facts = LetterFacts(
            Letter(
                id: "a", text: text, description: description, topics: [],
                original: Original(sha256: "", bytes: 0, mediaType: .plain, paths: []), custody: [],
                provenance: Provenance(program: "", extract: "", describe: "", tag: "")))
        #expect(facts.writers == ["boe", "bureau of examples", "ruth calder"])
        #expect(facts.readers == ["ana lee", "league of example growers"])
        #expect(facts.answered == ["letter 2020-03-31"])
    }
}
