import Correspondence
import Testing

@testable import Reporting

struct TimelineComparisonTests {
    private func made(_ change: (inout TimelineQuestion) -> Void) throws -> Timeline {
        var question = TimelineQuestion()
        change(&question)
        return timeline(
            of: try TimelineLetters.sample(), question: question, context: TimelineLetters.context)
    }

    @Test func aComparisonCountsBothSidesAndCitesOnlyTheirRecords() throws {
        let all = try made { _ in }
        let some = try made { $0.topics = ["maternal-health"] }
        let comparison = try #require(all.compared(with: some).comparison)
        #expect(comparison.with == "topic maternal-health")
        #expect(comparison.counts == some.counts)
        let size = try #require(comparison.sentences.first)
        #expect(size.text.hasPrefix("\(all.counts.letters) letters from"))
        let known = Set(all.letters.map(\.id) + some.letters.map(\.id))
        #expect(comparison.sentences.allSatisfy { known.isSuperset(of: $0.records) && !$0.records.isEmpty })
    }

    @Test func aTimelineComparedWithItselfDiffersInNothing() throws {
        let all = try made { _ in }
        let kinds = all.compared(with: all).comparison?.sentences.map(\.kind)
        #expect(kinds == ["comparedSize", "comparedShared"] || kinds == ["comparedSize"])
    }

    @Test func theComparisonStandsInTextAndPage() throws {
        let compared = try made { _ in }.compared(with: try made { $0.topics = ["maternal-health"] })
        #expect(timelineMarkdown(compared).contains("## Compared with topic maternal-health"))
        #expect(timelineHTML(compared).contains("<h2 id=\"compared\">"))
    }
}
