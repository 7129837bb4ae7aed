import Correspondence

/// `timeline.md`: the timeline as text for a mail, a wiki or a terminal.
@Sendable func timelineMarkdown(_ timeline: Timeline) -> String {
    let citations = Citations(timeline)
    let style = timeline.colophon.dateStyle
    var blocks = ["# \(markdown(timeline.title))"]
    if let period = timeline.period {
        blocks.append("*\(style.text(iso: period.from)) to \(style.text(iso: period.to))*")
    }
    blocks += timeline.summary.map { sentence in
        markdown(sentence.text)
            + (sentence.records.isEmpty ? "" : " " + markdown(citations.text(sentence.records)))
    }
    blocks += [
        comparisonBlock(timeline, citations), monthsBlock(timeline), lanesBlock(timeline),
        asksBlock(timeline, citations),
    ]
    blocks += [eventsBlock(timeline, citations), lettersBlock(timeline), methodBlock(timeline)]
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
}

/// A text that Markdown must not read as its own signs; nor as HTML, which it lets through.
func markdown(_ text: String) -> String {
    escapedText(text) { scalar in
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&": "\\\(scalar)"
        default: nil
        }
    }
}

private func comparisonBlock(_ timeline: Timeline, _ citations: Citations) -> String {
    guard let comparison = timeline.comparison else { return "" }
    let lines = comparison.sentences.map { "- \(markdown($0.text)) \(markdown(citations.text($0.records)))" }
    return "## Compared with \(markdown(comparison.with))\n\n" + lines.joined(separator: "\n")
}

private func monthsBlock(_ timeline: Timeline) -> String {
    let most = timeline.months.map(\.letters).max() ?? 0
    guard most > 0, timeline.months.count > 1 else { return "" }
    let signs = Array("▁▂▃▄▅▆▇█")
    let years = Dictionary(grouping: timeline.months) { $0.month.prefix(4) }.sorted { $0.key < $1.key }
    let lines = years.map { year, months in
        let bars = months.map { month in
            month.letters == 0 ? "·" : String(signs[(month.letters * (signs.count - 1) + most - 1) / most])
        }
        let before =
            Int(months.first?.month.suffix(2) ?? "1").map { String(repeating: " ", count: $0 - 1) } ?? ""
        let total = months.reduce(0) { $0 + $1.letters }
        return
            "\(year)  \(before)\(bars.joined())\(String(repeating: " ", count: 12 - before.count - bars.count))  \(total)"
    }
    return "## Letters a month\n\n```\n      JFMAMJJASOND\n\(lines.joined(separator: "\n"))\n```"
}

private func lanesBlock(_ timeline: Timeline) -> String {
    guard timeline.lanes.count > 1 else { return "" }
    let rows = timeline.lanes.map {
        "| \(markdown($0.name)) | \(grouped($0.letters)) | \(grouped($0.events)) |"
    }
    let head = "| \(timeline.lanesBy.rawValue) | letters | events |\n|---|---:|---:|\n"
    return "## By \(timeline.lanesBy.rawValue)\n\n" + head + rows.joined(separator: "\n")
}

private func asksBlock(_ timeline: Timeline, _ citations: Citations) -> String {
    let shown = timeline.asks.prefix(20)
    guard !shown.isEmpty else { return "" }
    let lines = shown.map { ask in
        var line =
            "- \(markdown(ask.wanted(most: 240).capitalizedFirst)): \(counted(ask.count, "letter"))"
        if !ask.opposing.isEmpty, !ask.asking.isEmpty {
            line += ", \(grouped(ask.opposing.count)) of them against it"
        }
        line += " " + markdown(citations.text(ask.asking + ask.opposing))
        let outcomes = ask.outcomes.map { outcome in
            "\n  - \(markdown(timeline.inWords(outcome))) \(markdown(citations.text([outcome.told.record])))"
        }
        return line + outcomes.joined()
    }
    return "## What the letters ask\n\n" + lines.joined(separator: "\n")
}

private func eventsBlock(_ timeline: Timeline, _ citations: Citations) -> String {
    guard !timeline.events.isEmpty else { return "" }
    let style = timeline.colophon.dateStyle
    let lines = timeline.events.map { event in
        let witnesses = markdown(citations.text(event.witnesses.map(\.record)))
        let told = event.text == event.kind.title ? "" : ": " + markdown(shortened(event.text, to: 160))
        let record = event.record.map { " (on record: \(markdown($0.source)))" } ?? ""
        return "- **\(style.text(event.date))** \(markdown(event.headline))\(told)\(record) \(witnesses)"
    }
    return "## Events\n\n" + lines.joined(separator: "\n")
}

private func lettersBlock(_ timeline: Timeline) -> String {
    guard !timeline.letters.isEmpty else { return "" }
    let style = timeline.colophon.dateStyle
    let head = "| nr | date | kind | from | to | subject | record |\n|---:|---|---|---|---|---|---|\n"
    let rows = timeline.letters.map { letter in
        let cells = [
            String(letter.number), letter.date.map(style.text) ?? "undated", letter.kind.rawValue,
            markdown(shortened(letter.from ?? "", to: 80)), markdown(shortened(listed(letter.to), to: 80)),
            markdown(shortened(letter.title, to: 160)),
            "[\(letter.id.prefix(8))](../archive/\(letter.record))",
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }
    return "## Letters\n\n" + head + rows.joined(separator: "\n")
}

private func methodBlock(_ timeline: Timeline) -> String {
    "## Method\n\n"
        + timeline.colophonLines.map { "- \(markdown($0.0)): \(markdown($0.1))" }
        .joined(separator: "\n")
}

extension Timeline {
    /// What a citation of the timeline needs, as names and values for people.
    var colophonLines: [(String, String)] {
        var lines = [("Query", colophon.query)]
        if let asOf = colophon.asOf { lines.append(("As of", colophon.dateStyle.text(iso: asOf))) }
        if let archive = colophon.archive { lines.append(("Archive", archive)) }
        lines.append(("Program", colophon.program))
        if counts.leftOut > 0 {
            lines.append(
                (
                    "Left out",
                    "\(counted(counts.leftOut, "item")) that are no correspondence or were withdrawn"
                ))
        }
        if counts.unrelatedEvents > 0 {
            lines.append(
                (
                    "Not shown",
                    "\(counted(counts.unrelatedEvents, "collected event")) that no letter here refers to"
                ))
        }
        let method =
            "Every sentence is counted from the records that it cites, or quotes them. Events are those that "
            + "letters tell of."
        return lines + [("Method", method)]
    }
}
