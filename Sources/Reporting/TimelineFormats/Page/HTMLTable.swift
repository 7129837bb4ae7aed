import Correspondence

/// The same items as a table: what the picture shows, in words, with the way to each record.
extension HTMLPage {
    var table: String {
        let dated = timeline.letters.enumerated().filter { $0.element.date?.days != nil }
        let undated = timeline.letters.filter { $0.date?.days == nil }
        var rows: [(String, Int, String)] = dated.map { position, letter in
            (letter.date?.earliestDay ?? "~", position + 1, row(letter))
        }
        var elsewhere: [String] = []
        for (position, event) in timeline.events.enumerated() {
            if let days = event.days, axis?.shows(days) ?? false {
                rows.append((event.date.earliestDay ?? "~", 0, row(event, position)))
            } else {
                elsewhere.append(row(event, position))
            }
        }
        let lines = rows.enumerated().sorted { a, b in
            (a.element.0, a.element.1, a.offset) < (b.element.0, b.element.1, b.offset)
        }.map(\.element.2)
        return section("letters", "Letters and events", lines)
            + section("undated", "Undated letters", undated.map(row))
            + section("elsewhere", "Events outside this stretch of time", elsewhere) + folding
    }

    private func section(_ id: String, _ title: String, _ rows: [String]) -> String {
        guard !rows.isEmpty else { return "" }
        return """
            <section class="table" aria-labelledby="\(id)">
            <h2 id="\(id)" tabindex="-1">\(title)</h2>
            <table aria-labelledby="\(id)">
            <thead><tr><th scope="col">Nr<th scope="col">Date<th scope="col">What<th scope="col">From → to\
            <th scope="col">Subject<th scope="col">Topics<th scope="col">Record</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            </section>
            """
    }

    private func row(_ letter: TimelineLetter) -> String {
        let n = letter.number
        let date = letter.date.map { "<time datetime=\"\($0)\">\(style.text($0))</time>" } ?? "undated"
        let signed = letter.signOn.map { $0 > 1 ? " (\(grouped($0)) organizations)" : "" } ?? ""
        let to = letter.to.prefix(3).map { html(shortened($0, to: 70)) }.joined(separator: ", ")
        let more = letter.to.count > 3 ? " and \(letter.to.count - 3) more" : ""
        let way = [
            letter.from.map { html(shortened($0, to: 70)) + signed }, to.isEmpty ? nil : "→ \(to)\(more)",
        ]
        let topics = letter.topics.map { html(timeline.topicNames[$0] ?? $0) }.joined(separator: ", ")
        return
            "<tr id=\"l\(n)\"\(facets.attributes(letter))><td>\(n)<td>\(date)<td>\(letter.kind.rawValue.capitalizedFirst)"
            + "<td>\(way.compactMap(\.self).joined(separator: " "))<td><a href=\"\(link(letter))\">\(html(shortened(letter.title, to: 160)))</a>"
            + "\(remarks(letter))<td>\(topics)<td><code>\(letter.id.prefix(8))</code></tr>"
    }

    /// What it answers, and when, in relation to the deadline.
    private func remarks(_ letter: TimelineLetter) -> String {
        var parts: [String] = []
        if !letter.answers.isEmpty {
            parts.append("answers \(html(letter.answers.prefix(3).joined(separator: ", ")))")
        }
        parts += letter.followedBy.prefix(2).compactMap { id in
            timeline.events.firstIndex { $0.id == id }.map { place in
                let event = timeline.events[place]
                return
                    "followed by <a href=\"#e\(place)\">\(html(event.headline.lowercasedFirst))</a>, \(style.text(event.date))"
            }
        }
        let earlier = letter.answersLetters.compactMap { citations.number(of: $0) }
        if !earlier.isEmpty {
            parts.append(
                "replies to " + listed(earlier.prefix(3).map { "<a href=\"#l\($0)\">letter \($0)</a>" }))
        }
        if let days = letter.daysToDeadline {
            parts.append(
                days > 0
                    ? "\(counted(days, "day")) before the deadline"
                    : days == 0 ? "on the last day" : "\(counted(-days, "day")) after the deadline")
        }
        return parts.isEmpty ? "" : " <small>\(parts.joined(separator: ", "))</small>"
    }

    private func row(_ event: TimelineEvent, _ position: Int) -> String {
        let text = html(shortened(event.text, to: 200))
        let told = event.record != nil ? text : event.text == event.kind.title ? "" : "<q>\(text)</q>"
        let opens = event.opens.map { " <small>open since \(style.text($0))</small>" } ?? ""
        let others =
            event.otherDates.isEmpty
            ? ""
            : " <small>elsewhere \(html(listed(event.otherDates.prefix(3).map { style.text($0.date) })))</small>"
        return
            "<tr id=\"e\(position)\" class=\"event\"\(witnesses(event))><td><td><time datetime=\"\(event.date)\">\(style.text(event.date))</time>"
            + "<td>\(event.kind.title)<td>\(html(listed(Array(event.about.prefix(3)))))<td>\(told)\(opens)\(others)\(source(event))<td>"
            + "<td>\(cite(event.witnesses.map(\.record), most: 4))</tr>"
    }

    /// Numbers of the letters that tell of it: what the script filters events by.
    private func witnesses(_ event: TimelineEvent) -> String {
        let numbers = event.witnesses.compactMap { citations.number(of: $0.record) }
        return numbers.isEmpty ? "" : " data-w=\"\(numbers.map(String.init).joined(separator: " "))\""
    }

    /// Where a recorded event can be read: a link only where it is an address of the web.
    private func source(_ event: TimelineEvent) -> String {
        guard let source = event.record?.source else { return "" }
        let isAddress = source.hasPrefix("https://") || source.hasPrefix("http://")
        let text = html(shortened(source, to: 80))
        let link = isAddress ? "<a href=\"\(html(source))\" rel=\"noreferrer\">\(text)</a>" : text
        return " <small>on record: \(link)</small>"
    }

    /// Where letters are too many to list: lanes by year.
    private var folding: String {
        guard timeline.letters.isEmpty, timeline.counts.letters > 0 else { return "" }
        var years: [String: [String: Int]] = [:]
        for cell in timeline.cells {
            years[String(cell.month.prefix(4)), default: [:]][cell.lane, default: 0] += cell.letters
        }
        let rows = years.sorted { $0.key < $1.key }.map { year, lanes in
            "<tr><th scope=\"row\">\(linked(year: year))"
                + timeline.lanes.map { "<td>\(grouped(lanes[$0.id] ?? 0))" }.joined() + "</tr>"
        }
        let names = timeline.lanes.map { "<th scope=\"col\">\(html($0.name))" }.joined()
        return """
            <section class="table wide" aria-labelledby="folding">
            <h2 id="folding">By year</h2>
            <p class="note">\(wayToLetters)</p>
            <div class="scroll" tabindex="0" role="region" aria-label="Letters by year">
            <table class="counts"><thead><tr><th scope="col">Year\(names)</tr></thead><tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table></div>
            </section>
            """
    }
}
