import Correspondence

/// CSV (RFC 4180) for spreadsheets: a row a letter or event. A value that a spreadsheet would take for a
/// formula gets an apostrophe before it.
@Sendable func timelineCSV(_ timeline: Timeline) -> String {
    let head = [
        "type", "number", "id", "date", "first_day", "last_day", "kind", "from", "to", "title", "topics",
        "identifiers", "answers", "days_to_deadline", "witnesses", "record",
    ]
    let letters = timeline.letters.map(row)
    let events = timeline.events.map(row)
    return ([head] + letters + events).map { fields in
        fields.map(field).joined(separator: ",") + "\r\n"
    }.joined()
}

private func row(_ letter: TimelineLetter) -> [String] {
    [
        "letter", String(letter.number), letter.id, letter.date.map(String.init(describing:)) ?? "",
        letter.date?.earliestDay ?? "", letter.date?.latestDay ?? "", letter.kind.rawValue, letter.from ?? "",
        letter.to.joined(separator: "; "), letter.title, letter.topics.joined(separator: "; "),
        letter.identifiers.joined(separator: "; "), letter.answers.joined(separator: "; "),
        letter.daysToDeadline.map(String.init) ?? "", "", letter.record,
    ]
}

private func row(_ event: TimelineEvent) -> [String] {
    [
        "event", "", event.id, event.date.description, event.days?.lowerBound.iso ?? "",
        event.days?.upperBound.iso ?? "", event.kind.rawValue, "", "", event.text, "",
        event.about.joined(separator: "; "), "", "", event.witnesses.map(\.record).joined(separator: "; "),
        "",
    ]
}

private func field(_ text: String) -> String {
    CSVReport.quoted(Int(text) == nil ? CSVReport.guarded(text) : text)
}
