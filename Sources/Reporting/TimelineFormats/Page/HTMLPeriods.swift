import Correspondence

/// One of several pages: all letters on `index.html`, each period on a page of its own.
public struct TimelinePages: Sendable, Hashable {
    /// `2019`, or `2020-05` where a year has more letters than a page lists; in time order.
    public let periods: [String]

    /// - Parameters:
    ///   - timeline: of all letters; where it lists each of them there are no further pages.
    ///   - most: letters that a page lists.
    public init(of timeline: Timeline, most: Int = TimelineQuestion().mostLetters) {
        guard timeline.letters.isEmpty else {
            periods = []
            return
        }
        let years = Dictionary(grouping: timeline.months) { $0.month.prefix(4) }.sorted { $0.key < $1.key }
        periods = years.flatMap { year, months in
            let letters = months.reduce(0) { $0 + $1.letters }
            if letters == 0 { return [String]() }
            return letters <= most ? [String(year)] : months.filter { $0.letters > 0 }.map(\.month)
        }
    }

    /// The page of all letters, or of one period.
    public func page(_ timeline: Timeline, period: String? = nil) -> String {
        HTMLPage(timeline, pages: self, period: period).whole
    }

    /// `index.html`, `2019.html`.
    public static func fileName(_ period: String?) -> String { (period ?? "index") + ".html" }
}

extension HTMLPage {
    /// Links to the neighbours, and to the page of all letters.
    var navigation: String {
        guard let pages, !pages.periods.isEmpty else { return "" }
        let links = pages.periods.map { period in
            period == self.period
                ? "<b aria-current=\"page\">\(html(period))</b>"
                : "<a href=\"\(html(TimelinePages.fileName(period)))\">\(html(period))</a>"
        }
        let all = period == nil ? "<b aria-current=\"page\">All</b>" : "<a href=\"index.html\">All</a>"
        return
            "<nav class=\"periods\" aria-label=\"Periods\"><p>\(([all] + links).joined(separator: " · "))</p></nav>"
    }

    /// A year's name in the table of counts, linked where it has a page.
    func linked(year: String) -> String {
        guard let first = pages?.periods.first(where: { $0.hasPrefix(year) }) else { return year }
        return "<a href=\"\(html(TimelinePages.fileName(first)))\">\(year)</a>"
    }

    /// What to do where letters are too many to list one by one.
    var wayToLetters: String {
        guard pages == nil else { return "Too many letters to list one by one: each period has its page." }
        return
            "Too many letters to list one by one. <code>letterbook timeline --pages</code> makes a page for each "
            + "period; or ask for one: <code>letterbook timeline --from 2020-05 --to 2020-06 --format html</code>"
    }
}
