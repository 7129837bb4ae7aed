import Correspondence
import Testing

@testable import Reporting

struct TimelinePagesTests {
    private func made(most: Int, from: String? = nil, to: String? = nil) throws -> Timeline {
        var question = TimelineQuestion()
        question.mostLetters = most
        question.from = from.flatMap { EDTFDate($0) }
        question.to = to.flatMap { EDTFDate($0) }
        return timeline(
            of: try TimelineLetters.sample(), question: question, context: TimelineLetters.context)
    }

    @Test func aTimelineThatListsItsLettersNeedsNoFurtherPages() throws {
        #expect(TimelinePages(of: try made(most: 1_000)).periods.isEmpty)
    }

    @Test func yearsHavePagesAndFullYearsOneForEachMonth() throws {
        let all = try made(most: 1)
        let years = Set(all.months.filter { $0.letters > 0 }.map { String($0.month.prefix(4)) })
        #expect(TimelinePages(of: all, most: 1_000).periods == years.sorted())
        let months = TimelinePages(of: all, most: 0).periods
        #expect(months == all.months.filter { $0.letters > 0 }.map(\.month))
    }

    @Test func pagesLinkToOneAnotherAndToTheRecords() throws {
        let all = try made(most: 1)
        let pages = TimelinePages(of: all, most: 1_000)
        let index = pages.page(all)
        for period in pages.periods {
            #expect(index.contains("href=\"\(TimelinePages.fileName(period))\""))
            let page = pages.page(try made(most: 1_000, from: period, to: period), period: period)
            #expect(page.contains("<a href=\"index.html\">All</a>"))
            #expect(page.contains("href=\"../../archive/letters/") && !page.contains("\"../archive/"))
        }
    }
}
