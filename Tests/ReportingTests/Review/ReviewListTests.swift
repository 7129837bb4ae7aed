import Correspondence
import Reporting
import Testing

@Suite("The list to review")
struct ReviewListTests {
    private func letter(_ kind: LetterKind = .letter, _ confidence: Evidence.Confidence = .low) -> Letter {
        let evidence = Evidence(place: .field, quote: "q", rule: "test", confidence: confidence)
        var description = Description(kind: Evidenced(kind, evidence))
        description.sender = Sender(organization: "Riverbend", evidence: evidence)
        description.addressees = [Addressee(organization: "CMS", evidence: evidence)]
        return Letter(
            id: "0123456789abcdef",
            text: ExtractedText(
                mediaType: .plain, pages: [], layouts: [], document: DocumentMetadata(),
                quality: TextQuality(text: .good)),
            description: description, topics: [],
            original: Original(sha256: "", bytes: 0, mediaType: .plain, paths: ["a.txt"]), custody: [],
            provenance: Provenance(program: "", extract: "", describe: "", tag: ""))
    }

    @Test("The most consequential comes first; what was not found is asked for too")
    func order() {
        let items = inOrderOfReview(valuesToReview(of: letter()).reversed())
        #expect(items.map(\.field) == ["date", "sender", "kind", "addressees.0.organization"])
        #expect(items.map(\.value) == [nil, "Riverbend", "letter", "CMS"])
        #expect(items.allSatisfy { FieldPath($0.field) != nil })
    }

    @Test("Certain values are not asked about, nor what a page lacks")
    func certain() {
        #expect(valuesToReview(of: letter(.letter, .medium)).map(\.field) == ["date"])
        #expect(valuesToReview(of: letter(.page, .high)).isEmpty)
        #expect(valuesToReview(of: letter(.page, .medium), upTo: .medium).count == 3)
    }

    @Test("What was withheld or withdrawn is not asked for")
    func withheld() {
        var letter = letter()
        letter.withheld = ["sender.organization", "date.value"]
        #expect(valuesToReview(of: letter).map(\.field) == ["kind", "addressees.0.organization"])
        letter.withdrawn = Withdrawal(since: "2026-01-01", reason: "gone")
        #expect(valuesToReview(of: letter).isEmpty)
    }
}
