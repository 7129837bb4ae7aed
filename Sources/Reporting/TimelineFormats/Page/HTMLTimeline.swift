import Correspondence

/// `timeline.html`: one file that needs nothing else. Everything is there and linked without script; the
/// script adds filters, keys and a card.
@Sendable public func timelineHTML(_ timeline: Timeline) -> String {
    HTMLPage(timeline).whole
}

/// The page's parts, one property each, in files of their own.
struct HTMLPage: Sendable {
    let timeline: Timeline
    let citations: Citations
    let axis: TimeAxis?
    /// Letters and events of each lane.
    let placeables: [String: [LaneLayout.Placeable]]
    let facets: HTMLFacets
    /// Where this is one of several pages.
    let pages: TimelinePages?
    let period: String?

    init(_ timeline: Timeline, pages: TimelinePages? = nil, period: String? = nil) {
        self.pages = pages
        self.period = period
        self.timeline = timeline
        citations = Citations(timeline)
        axis = TimeAxis(timeline.frame)
        placeables = timeline.placeables()
        facets = HTMLFacets(timeline)
    }

    var whole: String {
        let middle = [comparison, navigation].filter { !$0.isEmpty }
        return ([head, header, overTime, asks] + middle + [detail, table, footer]).joined(separator: "\n")
            + "\n"
    }

    /// Where the records lie, seen from the page.
    private var archive: String { pages == nil ? "../archive/" : "../../archive/" }

    var style: DateStyle { timeline.colophon.dateStyle }

    /// Where a letter's record lies, seen from `Output/timeline`.
    func link(_ letter: TimelineLetter) -> String { archive + html(letter.record) }

    /// Numbers of letters, each a link to its row.
    func cite(_ records: [String], most: Int = 6) -> String {
        let text = citations.text(records, most: most) {
            "<a href=\"#l\($0)\">\($0)</a>"
        } page: {
            "<a href=\"\(archive)\(html(TimelineLetter.recordPath(of: $0)))\">\(html(String($0.prefix(8))))</a>"
        }
        return text.isEmpty ? "" : " <span class=\"cite\">\(text)</span>"
    }

    var head: String {
        let policy =
            "default-src 'none'; style-src \(contentHash(htmlStyle)); script-src \(contentHash(htmlScript)); "
            + "base-uri 'none'; form-action 'none'"
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="\(html(timeline.colophon.program))">
            <title>\(html(timeline.title))</title>
            <style>\(htmlStyle)</style>
            </head>
            """
    }

    /// Title, period and the three weightiest sentences.
    var header: String {
        let lede = timeline.summary.prefix(3).map { "<p>\(html($0.text))\(cite($0.records))</p>" }
        let period = timeline.period.map {
            "<p class=\"period\"><time datetime=\"\($0.from)\">\(style.text(iso: $0.from))</time> to "
                + "<time datetime=\"\($0.to)\">\(style.text(iso: $0.to))</time></p>"
        }
        return """
            <body>
            <a class="skip" href="#letters">Skip to the table</a>
            <header>
            <div class="top"><h1>\(html(timeline.title))</h1>\(period ?? "")</div>
            <div class="lede">
            \(lede.joined(separator: "\n"))
            </div>
            </header>
            <main>
            """
    }

    /// What a citation of this page needs, and the script.
    var footer: String {
        let lines = timeline.colophonLines.map { "<dt>\(html($0.0))</dt><dd>\(html($0.1))</dd>" }
        return """
            </main>
            <footer>
            <h2>Method and colophon</h2>
            <dl>
            \(lines.joined(separator: "\n"))
            </dl>
            </footer>
            <script>\(htmlScript)</script>
            </body>
            </html>
            """
    }
}
