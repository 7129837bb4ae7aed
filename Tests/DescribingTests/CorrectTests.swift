import Correspondence
import Testing

@testable import Describing

@Suite("Correcting a letter")
struct CorrectTests {
    private static let id = "3f9a1c20d4e5b6a7"
    private static let decision = Decision(who: "Jane Doe", when: "2026-01-02")

    private let letter: Letter = {
        func span(_ start: Int, _ quote: String) -> Evidence {
            Evidence(
                page: 1, place: .text, start: start, end: start + quote.unicodeScalars.count, quote: quote,
                rule: "test", confidence: .low)
        }
        let page = Page(
            number: 1, text: "Seema Verma\n12 Mill Lane\nVerma lives at 12  mill\nlane.", source: .plain)
        var description = Description(kind: Evidenced(.letter, span(0, "Seema")))
        description.addressees = [
            Addressee(name: "Ada First", evidence: span(0, "Seema Verma")),
            Addressee(
                name: "Seema Verma", address: "12 Mill Lane", evidence: span(0, "Seema Verma\n12 Mill")),
        ]
        description.signOn = SignOn(count: 3)
        return Letter(
            id: id,
            text: ExtractedText(
                mediaType: .plain, pages: [page], layouts: [], document: DocumentMetadata(),
                quality: TextQuality(text: .good)),
            description: description, topics: [Tag(id: "ctsa", score: 0.93, evidence: [])],
            original: Original(sha256: id, bytes: 1, mediaType: .plain, paths: ["12 Mill Lane.txt"]),
            custody: [], provenance: Provenance(program: "", extract: "", describe: "", tag: ""))
    }()

    private func corrected(_ field: String, old: String? = nil, to new: String?) throws -> Letter {
        let value = ValueCorrection(
            field: try #require(FieldPath(field)), old: old, new: new, decision: Self.decision)
        return correct(letter, with: Correction(id: Self.id, values: [value]))
    }

    @Test("A list in another order is corrected where the old value stands")
    func moved() throws {
        let names = try corrected("addressees.0.name", old: "Seema Verma", to: "Seema B. Verma").addressees
        #expect(names.map(\.name) == ["Ada First", "Seema B. Verma"])
        #expect(names.map(\.evidence.rule) == ["test", "correction"])
    }

    @Test("Numbers stay numbers, and what is untouched stays as it was")
    func numbers() throws {
        var changed = try corrected("signOn.count", old: "3", to: "115")
        #expect(changed.signOn?.count == 115)
        changed.signOn = letter.signOn
        #expect(changed == letter)
    }

    @Test("A value without which its entry means nothing takes the entry along")
    func essential() throws {
        #expect(try corrected("signOn.count", old: "3", to: nil).signOn == nil)
        #expect(try corrected("addressees.0.name", old: "Ada First", to: nil).addressees.count == 2)
    }

    @Test("Kind has its evidence beside it")
    func kind() throws {
        let changed = try corrected("kind", old: "letter", to: "memo")
        #expect(changed.kind == .memo)
        #expect(changed.kindEvidence?.rule == "correction")
    }

    @Test(
        "A correction that makes no record is told, and changes nothing",
        arguments: [("addressees.7.name", "Nobody"), ("identifiers.0.type", "rin")])
    func impossible(field: String, new: String) throws {
        var changed = try corrected(field, to: new)
        #expect(changed.findings.map(\.code) == ["correction-not-applied"])
        changed.findings = []
        #expect(changed == letter)
    }

    @Test("Topics: yes and no are kept, and told where the rules agree")
    func topics() {
        func decided(_ topic: String, _ isTagged: Bool) -> Letter {
            correct(
                letter,
                with: Correction(
                    id: Self.id,
                    topics: [TopicDecision(topic: topic, isTagged: isTagged, decision: Self.decision)]))
        }
        #expect(decided("ctsa", false).topics.isEmpty)
        #expect(decided("ctsa", false).findings.isEmpty)
        #expect(decided("ctsa", true).topics.map(\.decidedBy) == [.person])
        #expect(decided("ctsa", true).findings.map(\.code) == ["correction-agrees"])
        #expect(decided("340b", true).topics.map(\.id) == ["340b", "ctsa"])
        #expect(decided("340b", false).findings.map(\.code) == ["correction-agrees"])
    }

    @Test("Words are withheld however they are spaced and written, and quotes are slices again")
    func withholding() throws {
        let withheld = Withholding(
            field: FieldPath("addressees.1.address"),
            words: WithheldWords.recognizing("12 Mill Lane", in: Self.id), decision: Self.decision)
        let changed = correct(letter, with: Correction(id: Self.id, withheld: [withheld]))
        #expect(changed.pages[0].text == "Seema Verma\n██ ████ ████\nVerma lives at ██  ████\n████.")
        #expect(changed.addressees[1].address == nil)
        #expect(changed.addressees[1].evidence.quote == "Seema Verma\n██ ████")
        #expect(changed.withheld == ["addressees.1.address"])
        // The file keeps its name: it is where the original is found.
        #expect(changed.original == letter.original)
    }

    @Test("Words of another letter are not recognised by the same hash")
    func salt() {
        let here = WithheldWords.recognizing("John Doe", in: Self.id)
        #expect(here != WithheldWords.recognizing("John Doe", in: "0000000000000000"))
        #expect(here == WithheldWords.recognizing("JOHN   doe,", in: Self.id))
    }
}
