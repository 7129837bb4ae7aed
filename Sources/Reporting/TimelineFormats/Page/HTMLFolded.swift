import Correspondence

/// Bubbles, and the lists that they open.
extension HTMLPage {
    func bubble(_ bubble: LaneLayout.Bubble, _ id: String, _ middle: Double) -> String {
        let y = Int(middle)
        let radius = bubble.count < 10 ? 9 : bubble.count < 100 ? 11 : bubble.count < 1_000 ? 13 : 15
        let x = percent(bubble.position)
        let shape =
            "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\"/><text x=\"\(x)\" y=\"\(y + 4)\">\(short(bubble.count))</text>"
            + "<title>\(counted(bubble.count, "more item")), \(period(bubble.days))</title>"
        if bubble.sources.isEmpty { return "<g class=\"bubble\">\(shape)</g>" }
        return "<a class=\"bubble\" href=\"#\(id)\">\(shape)</a>"
    }

    /// `1.2k` where a bubble has no room for more.
    private func short(_ count: Int) -> String {
        if count < 1_000 { return String(count) }
        return count < 9_950 ? "\(count / 1_000).\(count % 1_000 / 100)k" : "\(count / 1_000)k"
    }

    private func period(_ days: ClosedRange<CalendarDay>) -> String {
        let (from, to) = (days.lowerBound.iso, days.upperBound.iso)
        if from.prefix(7) == to.prefix(7) { return style.text(iso: String(from.prefix(7))) }
        return "\(style.text(iso: String(from.prefix(7)))) to \(style.text(iso: String(to.prefix(7))))"
    }

    /// One list a lane; a bubble's link opens it at its own part.
    func folded(_ layout: LaneLayout, _ lane: Timeline.Lane, _ hue: Int) -> String {
        let listed = layout.bubbles.enumerated().filter { !$0.element.sources.isEmpty }
        guard !listed.isEmpty else { return "" }
        let parts = listed.map { number, bubble in
            "<div id=\"b\(hue)-\(number)\"><h4>\(period(bubble.days))</h4><ul>"
                + bubble.sources.map(foldedItem).joined() + "</ul></div>"
        }
        let count = listed.reduce(0) { $0 + $1.element.count }
        return
            "<details><summary>\(counted(count, layout.isDense ? "item" : "more item")) in \(html(lane.name))</summary>"
            + "<div class=\"folded\(namesFolded ? "" : " brief")\">\(parts.joined(separator: "\n"))</div></details>"
    }

    /// Titles are left to the table where there are very many.
    private var namesFolded: Bool { timeline.letters.count <= 1_500 }

    private func foldedItem(_ source: LaneLayout.Source) -> String {
        switch source {
        case .letter(let position):
            let letter = timeline.letters[position]
            let title = namesFolded ? " " + html(shortened(letter.title, to: 48)) : ""
            return "<li><a href=\"#l\(letter.number)\">\(letter.number)</a>\(title)"
        case .event(let position):
            let event = timeline.events[position]
            return "<li><a href=\"#e\(position)\">\(style.text(event.date))</a> "
                + html(shortened(event.headline, to: 48))
        }
    }
}
