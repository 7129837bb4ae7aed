import Correspondence
import Foundation

@testable import Reporting

/// Letters for timelines: invented senders writing to real agencies.
enum TimelineLetters {
    static func evidence(_ quote: String) -> Evidence {
        Evidence(
            page: 1, place: .text, start: 0, end: quote.unicodeScalars.count, quote: quote, rule: "test",
            confidence: .high)
    }

    /// A letter whose id is the given number in hexadecimal.
    static func letter(
        _ number: Int, on date: String? = nil, kind: LetterKind = .letter, title: String? = nil,
        from: String? = nil, to agencies: [String] = [], topics: [String] = [],
        change: (inout Description) -> Void = { _ in }
    ) -> Letter {
        var description = Description(kind: Evidenced(kind, evidence("kind")))
        description.title = title
        description.date = date.flatMap(EDTFDate.init).map { Evidenced($0, evidence("date")) }
        description.sender = from.map { Sender(organization: $0, evidence: evidence($0)) }
        description.agencies = agencies.map {
            AgencyReference(id: $0, role: .addressee, evidence: evidence($0))
        }
        change(&description)
        let digits = String(number, radix: 16)
        let id = String(repeating: "0", count: 16 - digits.count) + digits
        return Letter(
            id: id,
            text: ExtractedText(
                mediaType: .pdf, pages: [], layouts: [], document: DocumentMetadata(),
                quality: TextQuality(text: .good)),
            description: description, topics: topics.map { Tag(id: $0, score: 1, evidence: []) },
            original: Original(sha256: id, bytes: 1, mediaType: .pdf, paths: ["\(number).pdf"]), custody: [],
            provenance: Provenance(program: "letterbook 0", extract: "e", describe: "d", tag: "t"))
    }

    static func ask(_ text: String, _ direction: Ask.Direction = .request) -> Ask {
        Ask(text: text, direction: direction, evidence: evidence(text))
    }

    static func event(_ kind: PolicyEvent.Kind, _ date: String, _ text: String) throws -> PolicyEvent {
        PolicyEvent(
            date: try required(EDTFDate(date)), kind: kind, text: text, evidence: evidence(text))
    }

    /// A comment that answers a rule and tells when its comment period closes.
    static func comment(_ number: Int, on date: String, code: String, closes: String, from: String) -> Letter
    {
        letter(
            number, on: date, kind: .comment, title: "Comments on \(code)", from: from, to: ["cms"],
            topics: ["maternal-health"]
        ) { description in
            description.identifiers = [
                Identifier(kind: .fileCode, value: code, printed: code, evidence: evidence(code))
            ]
            description.answers = [Answer(identifier: code, confidence: .high, evidence: evidence(code))]
            description.events =
                EDTFDate(closes).map {
                    [
                        PolicyEvent(
                            date: $0, kind: .commentCloses, text: "Comments on \(code) close.",
                            evidence: evidence("close"))
                    ]
                } ?? []
        }
    }

    struct Missing: Error {}

    static func required<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Missing() }
        return value
    }

    static let context = TimelineContext(
        agencies: AgencyRegistry([
            Agency(id: "hhs", name: "Department of Health and Human Services", shortName: "HHS"),
            Agency(
                id: "cms", name: "Centers for Medicare & Medicaid Services", shortName: "CMS", parent: "hhs"),
            Agency(id: "nih", name: "National Institutes of Health", shortName: "NIH", parent: "hhs"),
            Agency(id: "us-senate", name: "Senate"),
        ]), topicNames: ["ctsa": "CTSA programme"], program: "letterbook 0.0.0", archive: "abc123")

    /// A dozen letters with all that a timeline can show.
    static func sample() throws -> [Letter] {
        let coverage = "We urge CMS to extend postpartum coverage to twelve months."
        let told = [
            try event(.hearing, "2021-03-10", "The March 10 hearing on translational science"),
            try event(.hearing, "2021-03-10", "Hearing on translational science, March 10"),
            try event(.signed, "2021-03", "The bill was signed in March 2021"),
        ]
        let hub = "We ask NIH to restore funding for every CTSA hub."
        let college = "Association of Sample Medical Colleges"
        let plains = "Alliance of Teaching Hospitals of the Plains"
        return [
            comment(1, on: "2020-05-31", code: "CMS-0001-P", closes: "2020-06-02", from: college),
            comment(2, on: "2020-06-04", code: "CMS-0001-P", closes: "2020-06-02", from: plains),
            comment(3, on: "2020-05-30", code: "CMS-0001-P", closes: "2020-06-09", from: "Harbor Institute"),
            letter(
                4, on: "2020-07-14", title: "Coverage after birth", from: college, to: ["cms"],
                topics: ["maternal-health"]
            ) {
                $0.asks = [ask(coverage)]
            },
            letter(
                5, on: "2020-09", title: "Coverage after birth, again", from: plains, to: ["us-senate"],
                topics: ["maternal-health"]
            ) {
                $0.asks = [ask("We urge the Senate to extend postpartum coverage to twelve months")]
                $0.signOn = SignOn(count: 115)
            },
            letter(6, on: "2021-02-03", title: "Hubs", from: college, to: ["nih"], topics: ["ctsa"]) {
                $0.asks = [ask(hub), ask(coverage, .oppose)]
                $0.events = [told[0]]
            },
            letter(
                7, on: "2021-02-20", kind: .testimony, title: "Testimony on hubs",
                from: "Society of Clinical Translation", to: ["us-senate"],
                topics: ["ctsa", "maternal-health"]
            ) {
                $0.asks = [ask(hub)]
                $0.events = [told[1]]
            },
            letter(
                8, on: "2020-11~", kind: .statement, title: "About that time", from: college,
                topics: ["covid-19-equity"]),
            letter(9, kind: .memo, title: "Undated", from: "Harbor Institute", to: ["nih"]),
            letter(10, on: "2020-05-01", kind: .page, title: "A web page"),
            letter(
                11, on: "2020-10-12/2020-10-14", kind: .notice,
                title: "<script>alert('x')</script> & \"more\"\u{202E}", from: "=SUM(A1)", to: ["cms"]),
            letter(
                12, on: "2021-02-21", title: "Latest", from: plains, to: ["cms"], topics: ["covid-19-equity"]
            ) {
                $0.events = [told[2]]
                $0.identifiers = [
                    Identifier(
                        kind: .bill, value: "hr4995-116", printed: "H.R. 4995", congress: 116,
                        evidence: evidence("H.R. 4995"))
                ]
            },
        ]
    }
}
