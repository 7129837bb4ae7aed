import Correspondence

/// Sentences about what the letters answer, and what is due.
extension Summary {
    /// The next deadlines, hearings and meetings after the day that the timeline stands on.
    var next: Timeline.Sentence? {
        guard let asOf else { return nil }
        let coming = events.filter { event in
            guard let first = event.date.earliestDay else { return false }
            return first > asOf && event.kind.isAhead && !records(of: event).isEmpty
        }
        guard !coming.isEmpty else { return nil }
        let top = coming.prefix(2)
        let text = top.map { "\($0.clause), \(style.text($0.date))" }.joined(separator: "; ")
        let more = coming.count > top.count ? "; and \(grouped(coming.count - top.count)) more" : ""
        return sentence(
            "next", "Next, as of \(style.text(iso: asOf)): \(text)\(more).",
            coming.flatMap(records))
    }

    /// Letters that tell of an event, and those that answer it.
    private func records(of event: TimelineEvent) -> [String] {
        event.witnesses.map(\.record) + letters.filter { $0.answersEvents.contains(event.id) }.map(\.id)
    }

    /// How long before the deadline letters are written.
    var deadlines: Timeline.Sentence? {
        let timed = letters.filter { $0.daysToDeadline != nil }
        let days = timed.compactMap(\.daysToDeadline).sorted()
        guard days.count > 1 else { return nil }
        let late = days.count { $0 < 0 }
        let median = days[days.count / 2]
        let middle =
            median < 0
            ? "half of them after it"
            : median == 0
                ? "half of them on that day or after"
                : "half of them \(counted(median, "day")) or less before it"
        let end = late > 0 && median >= 0 ? "; \(grouped(late)) came after it" : ""
        return sentence(
            "deadlines",
            "\(counted(days.count, "letter")) answer a comment period whose last day is known, \(middle)\(end).",
            timed.map(\.id))
    }

    var disputed: Timeline.Sentence? {
        guard let event = events.first(where: { !$0.otherDates.isEmpty }) else { return nil }
        let others = event.otherDates.prefix(3).map { style.text($0.date) }
        let told = Set(event.otherDates.map(\.event) + [event.id])
        return sentence(
            "disputed",
            "Letters give different days for one event (\(event.headline.lowercasedFirst)): "
                + "\(style.text(event.date)) and \(listed(others)).",
            events.filter { told.contains($0.id) }.flatMap(records))
    }

}
