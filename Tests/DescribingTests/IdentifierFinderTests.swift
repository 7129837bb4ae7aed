import Correspondence
import Foundation
import Testing

@testable import Describing

@Suite struct IdentifierFinderTests {
    /// A row of a table: the text, what it holds, why it is there.
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        var wanted: String
        var source: String
        var testDescription: String { "\(source): \(text)" }
    }

    static func rows(_ name: String) throws -> [Row] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures/\(name).tsv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Row(
                text: columns[0].replacing("\\n", with: "\n"), wanted: columns.count > 2 ? columns[1] : "",
                source: columns.last ?? "")
        }
    }

    private func find(_ text: String, date: String? = "2020-06-15", isToState: Bool = false) -> [Identifier] {
        IdentifierFinder(letterDate: date.flatMap { EDTFDate($0) }, isToState: isToState)
            .find(in: [Page(number: 1, text: text, source: .plain)])
    }

    private func told(_ identifiers: [Identifier]) -> String {
        identifiers.map { "\($0.kind.rawValue) \($0.value)" }.joined(separator: " ; ")
    }

    @Test func everyPositiveStringGivesExactlyItsIdentifiers() throws {
        let rows = try Self.rows("identifiers-positive")
        #expect(rows.count >= 300)
        for row in rows {
            #expect(told(find(row.text)) == row.wanted, "\(row.text) (\(row.source))")
        }
    }

    @Test func noNegativeStringGivesAny() throws {
        let rows = try Self.rows("identifiers-negative")
        #expect(rows.count >= 200)
        for row in rows {
            #expect(told(find(row.text)) == "", "\(row.text) (\(row.source))")
        }
    }

    @Test func everyKindStandsInTheTable() throws {
        let kinds = Set(
            try Self.rows("identifiers-positive").flatMap { row in
                row.wanted.split(separator: ";").compactMap {
                    $0.split(separator: " ").first.map(String.init)
                }
            })
        for kind in Identifier.Kind.allCases { #expect(kinds.contains(kind.rawValue), "\(kind)") }
    }

    @Test func misprintsAreKeptAtLowConfidence() throws {
        for row in try Self.rows("identifiers-positive") where row.source.hasPrefix("misprint") {
            #expect(find(row.text).allSatisfy { $0.evidence.confidence == .low }, "\(row.text)")
        }
    }

    @Test func evidenceIsTheExactSliceOfItsPage() {
        let pages = [
            Page(number: 1, text: "“Dear” Ms. É –\nno number", source: .plain),
            Page(number: 2, text: "🩺 Re: CMS–1752–\nP", margin: "RIN 0938–AU44 · page 2", source: .plain),
        ]
        let found = IdentifierFinder().find(in: pages)
        #expect(found.map(\.value) == ["CMS-1752-P", "0938-AU44"])
        #expect(found.map(\.printed) == ["CMS–1752– P", "0938–AU44"])
        for identifier in found {
            let page = pages[1]
            let source = identifier.evidence.place == .margin ? page.margin ?? "" : page.text
            let scalars = Array(source.unicodeScalars)
            let slice = scalars[(identifier.evidence.start ?? 0)..<(identifier.evidence.end ?? 0)]
            #expect(String(String.UnicodeScalarView(slice)) == identifier.evidence.quote)
            #expect(identifier.evidence.page == 2)
        }
        #expect(found.map(\.evidence.place) == [.text, .margin])
        #expect(found.map(\.evidence.rule) == ["identifier.fileCode", "identifier.rin"])
    }

    @Test func eachIdentifierIsListedOnceWhereItFirstStands() {
        let found = find("RIN 0938-AU44 and CMS-1752-P; again CMS–1752–P, RIN: 0938–AU44")
        #expect(told(found) == "rin 0938-AU44 ; fileCode CMS-1752-P")
        #expect(found.map(\.evidence.start) == [4, 18])
    }

    @Test func aBillTakesTheCongressStatedAnywhereElseTheLettersDateElseNone() {
        #expect(told(find("We support H.R. 4995. H.R. 4995 (117th Congress) is good.")) == "bill hr4995-117")
        #expect(told(find("H.R. 4995", date: "2021-01-02")) == "bill hr4995-116")
        #expect(told(find("H.R. 4995", date: "2021-01-03")) == "bill hr4995-117")
        #expect(told(find("H.R. 4995", date: "2021-01")) == "bill hr4995-117")
        #expect(told(find("H.R. 4995", date: nil)) == "bill hr4995")
        #expect(find("H.R. 4995").first?.congress == 116)
        #expect(find("H.R. 4995", date: nil).first?.congress == nil)
    }

    @Test func inALetterToAStateShortFormsAreTheStates() {
        #expect(
            told(find("Support S. 745, AB 1400 and LD 22", isToState: true))
                == "stateBill S745 ; stateBill AB1400 ; stateBill LD22")
        #expect(told(find("Support S. 745, AB 1400 and LD 22")) == "bill s745-116")
    }
}
