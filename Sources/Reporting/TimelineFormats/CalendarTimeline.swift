import Correspondence

/// iCalendar (RFC 5545): deadlines, hearings, meetings and starts as all-day events.
@Sendable func timelineCalendar(_ timeline: Timeline) -> String {
    let kinds: [PolicyEvent.Kind] = [.commentOpens, .commentCloses, .deadline, .hearing, .meeting, .starts]
    let records = Dictionary(
        timeline.letters.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0",
        "PRODID:-//Letterbook//\(calendarText(timeline.colophon.program))//EN",
        "CALSCALE:GREGORIAN", "X-WR-CALNAME:\(calendarText(timeline.title))",
    ]
    for event in timeline.events where kinds.contains(event.kind) {
        lines += entry(event, timeline, records)
    }
    lines.append("END:VCALENDAR")
    return lines.map(foldedLine).joined()
}

/// Only what is known to the day goes into a calendar.
private func entry(
    _ event: TimelineEvent, _ timeline: Timeline, _ records: [String: TimelineLetter]
) -> [String] {
    guard let days = event.date.days, event.date.start.day != nil, !event.date.start.isApproximate else {
        return []
    }
    let stamp = (timeline.colophon.asOf ?? days.upperBound.iso).filter { $0 != "-" }
    let after = CalendarDay(number: days.upperBound.number + 1)
    let told = event.witnesses.prefix(10).map { witness in
        let title = records[witness.record].map { ", \(shortened($0.title, to: 80))" } ?? ""
        return "Told in \(witness.record)\(title): \(witness.quote)"
    }
    let record = event.record.map { ["On record: \($0.source)"] } ?? []
    var key = SHA256()
    key.update((event.id + (event.witnesses.first?.record ?? "")).utf8)
    return [
        "BEGIN:VEVENT", "UID:\(key.finalizeHex().prefix(32))@letterbook.invalid", "DTSTAMP:\(stamp)T000000Z",
        "DTSTART;VALUE=DATE:\(days.lowerBound.iso.filter { $0 != "-" })",
        "DTEND;VALUE=DATE:\(after.iso.filter { $0 != "-" })", "SUMMARY:\(calendarText(event.headline))",
        "DESCRIPTION:\(calendarText(([event.text] + record + told).joined(separator: "\n")))",
        "CATEGORIES:\(calendarText(event.kind.title))", "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
}

/// TEXT values: backslash, semicolon, comma and line break are escaped (RFC 5545, 3.3.11).
private func calendarText(_ text: String) -> String {
    escapedText(text) { scalar in
        switch scalar {
        case "\\", ";", ",": "\\\(scalar)"
        case "\n": "\\n"
        default: nil
        }
    }
}

/// Lines of at most 75 octets, continued after a blank (RFC 5545, 3.1); scalars stay whole.
private func foldedLine(_ line: String) -> String {
    var folded = ""
    var octets = 0
    for scalar in line.unicodeScalars {
        let size = UTF8.width(scalar)
        if octets + size > 75 {
            folded += "\r\n "
            octets = 1
        }
        folded.unicodeScalars.append(scalar)
        octets += size
    }
    return folded + "\r\n"
}
