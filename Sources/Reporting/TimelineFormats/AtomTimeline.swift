import Correspondence

/// Atom (RFC 4287): the newest letters first, for feed readers.
@Sendable func timelineAtom(_ timeline: Timeline) -> String {
    let most = 100
    let dated = timeline.letters.filter { $0.date?.days != nil }.suffix(most).reversed()
    var key = SHA256()
    key.update(timeline.colophon.query.utf8)
    let updated = dated.first?.date?.latestDay ?? timeline.colophon.asOf ?? "1970-01-01"
    let entries = dated.map { entry($0, timeline) }
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <id>urn:letterbook:timeline:\(key.finalizeHex().prefix(16))</id>
        <title>\(html(timeline.title))</title>
        <updated>\(updated)T00:00:00Z</updated>
        <generator>\(html(timeline.colophon.program))</generator>
        <author><name>Letterbook</name></author>

        """ + entries.joined() + "</feed>\n"
}

private func entry(_ letter: TimelineLetter, _ timeline: Timeline) -> String {
    let style = timeline.colophon.dateStyle
    let to = letter.to.isEmpty ? "" : " to " + listed(letter.to)
    let date = letter.date.map(style.text) ?? ""
    let summary =
        "\(letter.kind.rawValue.capitalizedFirst) of \(date)\(letter.from.map { " from \($0)" } ?? "")\(to)"
    let topics = letter.topics.map { topic in
        "<category term=\"\(html(topic))\" label=\"\(html(timeline.topicNames[topic] ?? topic))\"/>\n"
    }
    return """
        <entry>
        <id>urn:letterbook:letter:\(html(letter.id))</id>
        <title>\(html(letter.title))</title>
        <link rel="alternate" type="application/json" href="../archive/\(html(letter.record))"/>
        <updated>\(letter.date?.latestDay ?? "1970-01-01")T00:00:00Z</updated>
        <author><name>\(html(letter.from ?? "unknown"))</name></author>
        <summary>\(html(summary))</summary>
        \(topics.joined())</entry>

        """
}
