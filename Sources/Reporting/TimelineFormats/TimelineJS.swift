import Correspondence

/// Knight Lab's TimelineJS (timeline.knightlab.com/docs/json-format.html): letters and events as slides.
@Sendable func timelineJS(_ timeline: Timeline) throws -> String {
    let style = timeline.colophon.dateStyle
    let letters = timeline.letters.compactMap { letter in
        letter.date.flatMap { slide(letter, $0, timeline, style) }
    }
    let events = timeline.events.compactMap { slide($0, style) }
    let lede = timeline.summary.prefix(3).map { "<p>\(html($0.text))</p>" }.joined()
    let show = SlideShow(
        title: Slide.Title(text: Slide.Words(headline: html(timeline.title), text: lede)),
        events: (letters + events).sorted { ($0.order, $0.unique_id) < ($1.order, $1.unique_id) })
    return plainJSON(String(decoding: try CanonicalJSON.document(show), as: UTF8.self))
}

/// Keys as TimelineJS spells them.
private struct SlideShow: Encodable {
    var title: Slide.Title
    var events: [Slide]
}

// swift-format-ignore: AlwaysUseLowerCamelCase
private struct Slide: Encodable {
    struct Title: Encodable {
        var text: Words
    }

    struct Words: Encodable {
        var headline: String
        var text: String
    }

    struct Day: Encodable {
        var year: Int
        var month: Int?
        var day: Int?

        init?(_ point: EDTFDate.Point) {
            guard let year = point.year else { return nil }
            (self.year, month, day) = (year, point.month, point.day)
        }
    }

    var start_date: Day
    var end_date: Day?
    var display_date: String
    var text: Words
    var group: String
    var unique_id: String
    let order: String

    enum CodingKeys: CodingKey {
        case start_date, end_date, display_date, text, group, unique_id
    }
}

private func slide(
    _ letter: TimelineLetter, _ date: EDTFDate, _ timeline: Timeline, _ style: DateStyle
) -> Slide? {
    guard let start = Slide.Day(date.start), let order = date.earliestDay else { return nil }
    let way = [letter.from, letter.to.isEmpty ? nil : "to " + listed(letter.to)].compactMap(\.self)
    let words =
        "<p>\(html(way.joined(separator: " ")))</p>"
        + "<p><a href=\"../archive/\(html(letter.record))\">\(letter.kind.rawValue) \(letter.id.prefix(8))</a></p>"
    let lane = timeline.lanes.first { letter.lanes.contains($0.id) }
    return Slide(
        start_date: start, end_date: date.end.flatMap(Slide.Day.init), display_date: style.text(date),
        text: Slide.Words(headline: html(letter.title), text: words), group: html(lane?.name ?? ""),
        unique_id: letter.id, order: order)
}

private func slide(_ event: TimelineEvent, _ style: DateStyle) -> Slide? {
    let first = event.opens ?? event.date
    let last = event.opens == nil ? event.date.end : event.date.end ?? event.date.start
    guard let start = Slide.Day(first.start), let order = first.earliestDay else { return nil }
    return Slide(
        start_date: start, end_date: last.flatMap(Slide.Day.init), display_date: style.text(event.date),
        text: Slide.Words(headline: html(event.headline), text: "<p>\(html(event.text))</p>"),
        group: "Events",
        unique_id: event.id, order: order)
}
