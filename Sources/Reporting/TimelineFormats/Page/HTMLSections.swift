import Correspondence

/// What stands below the picture: asks and the rest of the summary.
extension HTMLPage {
    private static let mostAsks = 12

    /// What letters ask, grouped; who and how often.
    var asks: String {
        let shown = timeline.asks.prefix(Self.mostAsks)
        guard !shown.isEmpty else { return "" }
        let most = shown.map(\.count).max() ?? 1
        let items = shown.map { ask($0, most: most) }
        let left = timeline.asks.count - shown.count
        let rest =
            left > 0 ? "<p class=\"note\">And \(counted(left, "other ask")), in timeline.json.</p>" : ""
        return """
            <section class="asks" aria-labelledby="asks">
            <h2 id="asks">What the letters ask</h2>
            <ol>
            \(items.joined(separator: "\n"))
            </ol>
            \(rest)
            </section>
            """
    }

    private func ask(_ ask: AskGroup, most: Int) -> String {
        let width = 100 * ask.count / max(1, most)
        let tally =
            ask.opposing.isEmpty || ask.asking.isEmpty
            ? "<b>\(counted(ask.count, "letter"))</b>"
            : "<b>\(grouped(ask.asking.count)) for</b>, \(grouped(ask.opposing.count)) against"
        let who = ask.senders.prefix(3).map { html(shortened($0, to: 60)) }
        let more = ask.senders.count > 3 ? " and \(grouped(ask.senders.count - 3)) more" : ""
        return "<li><span class=\"tally\">\(tally)"
            + "<svg class=\"meter\" height=\"4\" aria-hidden=\"true\"><rect width=\"\(max(2, width))%\" height=\"4\"/></svg></span>"
            + "<p>\(html(ask.wanted(most: 280).capitalizedFirst))</p>"
            + "<span class=\"who\">\(who.joined(separator: " · "))\(more)\(cite(ask.asking + ask.opposing))</span>"
            + "\(ask.outcomes.map(outcome).joined())</li>"
    }

    /// What became of it, with the record that says so and the one that asked.
    private func outcome(_ outcome: AskOutcome) -> String {
        "<p class=\"outcome\">\(html(timeline.inWords(outcome)))\(cite([outcome.asked.record, outcome.told.record]))</p>"
    }

    /// What sets this timeline apart from another.
    var comparison: String {
        guard let comparison = timeline.comparison else { return "" }
        let items = comparison.sentences.map { "<li>\(html($0.text))\(cite($0.records))</li>" }
        return """
            <section class="detail" aria-labelledby="compared">
            <h2 id="compared">Compared with \(html(comparison.with))</h2>
            <ul>
            \(items.joined(separator: "\n"))
            </ul>
            </section>
            """
    }

    /// The rest of the summary.
    var detail: String {
        let rest = timeline.summary.dropFirst(3)
        guard !rest.isEmpty else { return "" }
        let items = rest.map { "<li>\(html($0.text))\(cite($0.records))</li>" }
        return """
            <section class="detail" aria-labelledby="detail">
            <h2 id="detail">In figures</h2>
            <ul>
            \(items.joined(separator: "\n"))
            </ul>
            </section>
            """
    }
}
