import Correspondence
import Foundation

@testable import Reporting

/// Two letters made up for the formats' golden files: one with everything awkward in it, one with next to nothing.
enum FormatSamples {
    static let facts = LetterListFacts(
        query: "agency:cms -- \"rural\" @2020", total: 2, program: "letterbook 0.0.0",
        agencies: AgencyRegistry([
            Agency(id: "cms", name: "Centers for Medicare & Medicaid Services", shortName: "CMS")
        ]),
        topicNames: ["maternal-health": "Maternal health"])

    static var items: [LetterItem] {
        [
            LetterItem(
                awkward, snippet: Snippet(text: "… the =rural “care” …", page: 2, highlights: [[7, 12]]),
                hasPages: false),
            LetterItem(bare, hasPages: false),
        ]
    }

    static var awkward: Letter {
        var description = Description(kind: Evidenced(.testimony, evidence("testify")))
        description.title = "=Rural & {frontier} <care>, \"100 %\" | of_it\u{1B}[31m"
        description.date = EDTFDate("2020-05-31").map { Evidenced($0, evidence("May 31, 2020")) }
        description.sender = Sender(
            organization: "Society of Example Colleges; Ltd.", evidence: evidence("Society"))
        description.signatories = [
            Signatory(name: "Ada Example", title: "President", evidence: evidence("Ada"))
        ]
        description.addressees = [
            Addressee(name: "Bo Example", title: "Director", agency: "cms", evidence: evidence("Bo Example"))
        ]
        description.agencies = [AgencyReference(id: "cms", role: .addressee, evidence: evidence("CMS"))]
        description.identifiers = [
            Identifier(
                kind: .fileCode, value: "CMS-1752-P", printed: "CMS–1752–P", evidence: evidence("CMS–1752–P"))
        ]
        description.asks = [
            Ask(text: "Extend coverage, please", direction: .request, evidence: evidence("Extend"))
        ]
        description.signOn = SignOn(count: 12)
        var custody = Custody(source: "example")
        custody.url = "https://example.org/a{b}?c=1&d=2"
        custody.collectedAt = "2020-06-01T01:02:03Z"
        let tag = Tag(id: "maternal-health", score: 0.93, evidence: [evidence("rural", page: 2)])
        return letter("00aa11bb22cc33dd", description, [tag], [custody])
    }

    static var bare: Letter {
        var description = Description(kind: Evidenced(.letter, evidence("Dear")))
        description.date = EDTFDate("2020~").map { Evidenced($0, evidence("2020")) }
        return letter("ffaa11bb22cc33dd", description, [], [])
    }

    private static func evidence(_ quote: String, page: Int = 1) -> Evidence {
        Evidence(
            page: page, place: .text, start: 0, end: 1, quote: quote, rule: "test.sample", confidence: .high)
    }

    private static func letter(
        _ id: String, _ description: Description, _ topics: [Tag], _ custody: [Custody]
    ) -> Letter {
        Letter(
            id: id,
            text: ExtractedText(
                mediaType: .pdf, pages: [Page(number: 1, text: "Dear\n\nBo", source: .textLayer)],
                layouts: [],
                document: DocumentMetadata(), language: "en", quality: TextQuality(text: .good)),
            description: description, topics: topics,
            original: Original(
                sha256: String(repeating: "0", count: 64), bytes: 9, mediaType: .pdf, paths: ["a.pdf"]),
            custody: custody, provenance: Provenance(program: "p", extract: "e", describe: "d", tag: "t"))
    }
}
