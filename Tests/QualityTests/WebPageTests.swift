import Correspondence
import Extracting
import Foundation
import Testing

/// The text and the days of labelled web pages, held to floors. The pages are not ours and lie outside the project: unpack
/// the sets side by side and name their folder in `LETTERBOOK_PAGES`.
@Suite(.enabled(if: WebPages.folder != nil, "set LETTERBOOK_PAGES to a folder of labelled web pages"))
struct WebPageTests {
    @Test func `Segments that belong to the text are in it, others are not`() throws {
        var (right, missed, wrong) = (0, 0, 0)
        for page in try WebPages.read("trafilatura") {
            let text = WebPages.collapsed(page.text)
            let kept = (page.label.with ?? []).count { text.contains(WebPages.collapsed($0)) }
            right += kept
            missed += (page.label.with ?? []).count - kept
            wrong += (page.label.without ?? []).count { text.contains(WebPages.collapsed($0)) }
        }
        let score = 2 * Double(right) / Double(2 * right + missed + wrong)
        #expect(score >= 0.935, "segment F1 \(score)")
    }

    @Test(arguments: [("article", 0.943), ("documentation", 0.92), ("service", 0.8)])
    func `Pages give the words of their text`(kind: String, floor: Double) throws {
        let scores = try WebPages.read("wcxb-dev400") { $0.pageType == kind }.map { page in
            WebPages.wordScore(of: page.text, against: page.label.text ?? "")
        }
        let score = scores.reduce(0, +) / Double(max(scores.count, 1))
        #expect(score >= floor, "word F1 of \(kind) pages \(score)")
    }

    @Test func `Pages give the day of their publication`() throws {
        let pages = try WebPages.read("htmldate-default")
        let right = pages.count { $0.day == $0.label.date }
        #expect(Double(right) >= 0.93 * Double(pages.count), "\(right) of \(pages.count) days")
    }
}
