import Correspondence
import Describing
import Testing

@Suite("What was considered")
struct ConsiderTests {
    private func candidates(_ name: String) throws -> [Candidate] {
        let text = try GoldenLetterTests.letter(name)
        let directory = try TestDirectory.make()
        let letter = Letter(
            id: "a", text: text, description: describe(text, custody: [], with: directory), topics: [],
            original: Original(sha256: "", bytes: 0, mediaType: .pdf, paths: []), custody: [],
            provenance: Provenance(program: "", extract: "", describe: "", tag: ""))
        return consider(letter, with: directory)
    }

    @Test("What the record holds comes first in its field, and is said to be chosen")
    func chosen() throws {
        for name in GoldenLetterTests.names {
            let all = try candidates(name)
            for field in Candidate.Field.allCases {
                let own = all.filter { $0.field == field }.map(\.isChosen)
                #expect(own == own.sorted { $0 && !$1 }, "\(name): \(field)")
            }
        }
    }

    @Test("Addressees, agencies and dates are told with their reasons")
    func told() throws {
        let all = try candidates("several-addressees")
        let told = all.map { "\($0.field.rawValue) \($0.isChosen) \($0.value)" }
        #expect(told.contains("addressee true Dario Fenn, Director, Federal Judicial Center"))
        #expect(told.contains("agency true fjc"))
        #expect(told.contains("date true 2018-06-20"))
        #expect(all.allSatisfy { !$0.reason.isEmpty })
    }

    @Test("A body of the letterhead that does not send is still named, with its line")
    func passedOver() throws {
        let all = try candidates("state-agency")
        let others = all.filter { $0.field == .sender && !$0.isChosen }
        #expect(others.allSatisfy { !$0.evidence.quote.isEmpty })
        #expect(all.contains { $0.field == .sender && $0.isChosen })
    }

    @Test("Every candidate's quotation stands at its span", arguments: GoldenLetterTests.names)
    func spans(name: String) throws {
        let pages = try GoldenLetterTests.letter(name).pages
        for candidate in try candidates(name) where candidate.evidence.place != .field {
            let evidence = candidate.evidence
            let page = try #require(pages.first { $0.number == evidence.page })
            let scalars = Array((evidence.place == .margin ? page.margin ?? "" : page.text).unicodeScalars)
            let span = scalars[(evidence.start ?? 0)..<(evidence.end ?? 0)]
            #expect(String(String.UnicodeScalarView(span)) == evidence.quote)
        }
    }
}
