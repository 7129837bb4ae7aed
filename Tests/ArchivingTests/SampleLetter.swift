import Correspondence
import Foundation

/// Letters made up for these tests.
enum SampleLetter {
    static func evidence(_ quote: String, page: Int = 1) -> Evidence {
        Evidence(
            page: page, place: .text, start: 0, end: quote.unicodeScalars.count, quote: quote,
            rule: "test.sample", confidence: .high)
    }

    /// A letter with every property filled.
    static func full(id: String = "00aa11bb22cc33dd") -> Letter {
        var description = Description(kind: Evidenced(.comment, evidence("comments on")))
        description.title = "Rural obstetric care / “quoted”"
        description.date = EDTFDate("2020-05-31").map { Evidenced($0, evidence("May 31, 2020")) }
        description.dates = [EDTFDate("2020-06-01/2020-06-02"), EDTFDate("XXXX-11-08"), EDTFDate("2020~")]
            .compactMap { $0 }.map { DateCandidate(role: .due, value: $0, evidence: evidence("June")) }
        description.sender = Sender(
            organization: "Society of Example Colleges", agency: "ncd", evidence: evidence("Society"))
        description.signatories = [
            Signatory(name: "Ada Example", title: "President", organization: "SEC", evidence: evidence("Ada"))
        ]
        let addressee = Addressee(
            name: "Bo Example", honorific: "The Honorable", title: "Director", office: "Office of Examples",
            organization: "Example Agency", agency: "cms", address: "1 Example St\nTown",
            evidence: evidence("Bo"))
        description.addressees = [addressee]
        description.copied = [addressee]
        description.signOn = SignOn(count: 12, lead: "Society of Example Colleges")
        description.agencies = [
            AgencyReference(id: "us-house-hsif", role: .addressee, evidence: evidence("E&C"))
        ]
        description.subject = Evidenced("Rural obstetric care", evidence("Rural obstetric care"))
        description.submission = Submission(channel: .email, address: "rfi@example.gov")
        description.identifiers = [
            Identifier(
                kind: .bill, value: "hr4995-116", printed: "H.R. 4995", congress: 116,
                evidence: evidence("H.R."))
        ]
        description.asks = [
            Ask(
                text: "Extend coverage", direction: .request, object: "coverage", about: "cms",
                evidence: evidence("Extend"))
        ]
        description.answers = [Answer(identifier: "CMS-1752-P", confidence: .low, evidence: evidence("CMS"))]
        description.events =
            EDTFDate("2020-06-01").map {
                [
                    PolicyEvent(
                        date: $0, kind: .commentCloses, text: "comments close", evidence: evidence("June 1"))
                ]
            } ?? []
        let tag = Tag(
            id: "maternal-health", score: 0.93, decidedBy: .person, evidence: [evidence("obstetric", page: 2)]
        )
        return letter(id: id, description: description, topics: [tag], document: metadata, custody: [custody])
    }

    /// A letter with as little as a letter can have.
    static func bare(id: String = "ffaa11bb22cc33dd", text: String = "Dear Sir") -> Letter {
        let page = Page(number: 1, text: text, source: .plain)
        return Letter(
            id: id,
            text: ExtractedText(
                mediaType: .plain, pages: [page], layouts: [], document: DocumentMetadata(),
                quality: TextQuality(text: .good)),
            description: Description(kind: Evidenced(.other, evidence("Dear"))), topics: [],
            original: Original(
                sha256: SHA256.hex(of: text.utf8), bytes: text.utf8.count, mediaType: .plain, paths: ["a.txt"]
            ),
            custody: [], provenance: provenance)
    }

    private static func letter(
        id: String, description: Description, topics: [Tag], document: DocumentMetadata, custody: [Custody]
    ) -> Letter {
        let text = ExtractedText(
            mediaType: .pdf,
            pages: [
                Page(number: 1, text: "May 31, 2020\n\nDear Bo", margin: "1", source: .ocr, quality: 0.5),
                Page(number: 2, text: "obstetric “care” – Straße", source: .textLayer),
            ],
            layouts: [], document: document, language: "en",
            quality: TextQuality(text: .poor, reason: "a scan"),
            findings: [Finding(.warning, stage: "extract", code: "poor", page: 1, message: "Look at page 1")])
        return Letter(
            id: id, text: text, description: description, topics: topics,
            original: Original(
                sha256: SHA256.hex(of: id.utf8), bytes: 16, mediaType: .pdf, paths: ["a.pdf", "b/a.pdf"],
                pages: [1, 2]),
            custody: custody, provenance: provenance)
    }

    private static var metadata: DocumentMetadata {
        var metadata = DocumentMetadata()
        metadata.title = "A title"
        metadata.keywords = ["one"]
        metadata.pageCount = 2
        metadata.links = ["https://example.org/a/b"]
        metadata.attachments = []
        return metadata
    }

    private static var custody: Custody {
        var custody = Custody(source: "example")
        custody.url = "https://example.org/letter.pdf"
        custody.status = 200
        return custody
    }

    private static var provenance: Provenance {
        Provenance(program: "letterbook 0", extract: "e", describe: "d", tag: "t")
    }
}

/// A folder that is gone when the test is.
final class ScratchFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "letterbook-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
