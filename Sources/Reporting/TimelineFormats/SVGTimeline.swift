import Correspondence

/// A picture for slides: title, first sentence, letters a month, lanes. Light, 1280 px wide, no links.
@Sendable public func timelineSVG(_ timeline: Timeline) -> String {
    SlidePicture(timeline).text
}

private struct SlidePicture {
    let timeline: Timeline
    let width = 1_280.0
    let left = 232.0
    let right = 40.0
    var plot: Double { width - left - right }
    let inks = ["#0072b2", "#d55e00", "#007f5c", "#b0508f"]

    init(_ timeline: Timeline) { self.timeline = timeline }

    var text: String {
        var top = 56.0
        var parts = [words(timeline.title, x: 40, y: top, "font-size=\"30\" font-weight=\"650\"")]
        for line in wrapped(timeline.summary.first?.text ?? "", to: 120) {
            top += 28
            parts.append(words(line, x: 40, y: top, "font-size=\"18\" fill=\"#444\""))
        }
        top += 30
        if let axis = TimeAxis(timeline.frame) {
            parts.append(histogram(axis, &top))
            parts += lanes(axis, &top)
        }
        top += 34
        let asOf = timeline.colophon.asOf.map { "as of \(timeline.colophon.dateStyle.text(iso: $0)); " } ?? ""
        let source = "\(timeline.colophon.query); \(asOf)\(timeline.colophon.program)"
        parts.append(words(source, x: 40, y: top, "font-size=\"13\" fill=\"#595959\""))
        let height = Int(top + 24)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 \(height)" width="1280" height="\(height)" \
            role="img" font-family="system-ui,'Noto Sans','Liberation Sans',Arial,sans-serif">
            <title>\(html(timeline.title))</title>
            <rect width="1280" height="\(height)" fill="#fff"/>
            \(parts.joined(separator: "\n"))
            </svg>

            """
    }

    private func x(_ position: Double) -> Double { left + position * plot }

    private func words(_ text: String, x: Double, y: Double, _ attributes: String) -> String {
        "<text x=\"\(tenth(x))\" y=\"\(tenth(y))\" \(attributes)>\(html(text))</text>"
    }

    private func histogram(_ axis: TimeAxis, _ top: inout Double) -> String {
        let height = 90.0
        let most = timeline.months.map(\.letters).max() ?? 0
        let bars = timeline.months.compactMap { month -> String? in
            guard month.letters > 0, let days = EDTFDate(month.month)?.days else { return nil }
            let from = x(axis.position(days.lowerBound))
            let to = x(axis.position(CalendarDay(number: days.upperBound.number + 1)))
            let tall = Double(month.letters) / Double(max(1, most)) * height
            return
                "<rect x=\"\(tenth(from))\" y=\"\(tenth(top + height - tall))\" width=\"\(tenth(max(1, to - from - 1)))\" "
                + "height=\"\(tenth(tall))\" fill=\"#595959\"/>"
        }
        let name = words(
            "Letters a month", x: 40, y: top + height - 18, "font-size=\"15\" font-weight=\"600\"")
        let note = words("most \(grouped(most))", x: 40, y: top + height, "font-size=\"13\" fill=\"#595959\"")
        top += height
        let ticks = axis.ticks(width: plot * 0.8).filter { !$0.label.isEmpty }.map { tick in
            let place = x(tick.position)
            return "<path d=\"M\(tenth(place)) \(tenth(top))v22\" stroke=\"#999\"/>"
                + words(tick.label, x: place + 5, y: top + 18, "font-size=\"14\"")
        }
        top += 26
        return (bars + [name, note] + ticks).joined(separator: "\n")
    }

    private func lanes(_ axis: TimeAxis, _ top: inout Double) -> [String] {
        let placeables = timeline.placeables()
        var parts: [String] = []
        for (position, lane) in timeline.lanes.enumerated() {
            let layout =
                timeline.letters.isEmpty
                ? LaneLayout(cells: timeline.cells.filter { $0.lane == lane.id }, axis: axis)
                : LaneLayout(placeables[lane.id] ?? [], axis: axis)
            let isRest = lane.id == LanePlan.others || lane.id == LanePlan.none
            let ink = isRest || position >= inks.count ? "#595959" : inks[position]
            let rows = layout.marks.isEmpty ? 0 : layout.rows
            top += max(44, Double(rows) * 18 + (layout.bubbles.isEmpty ? 14 : 38))
            parts.append(
                words(
                    shortened(lane.name, to: 21), x: 40, y: top - 20,
                    "font-size=\"16\" font-weight=\"600\" fill=\"\(ink)\""))
            parts.append(
                words(counted(lane.letters, "letter"), x: 40, y: top - 4, "font-size=\"13\" fill=\"#595959\"")
            )
            parts.append(
                "<path d=\"M\(tenth(left)) \(tenth(top))H\(tenth(width - right))\" stroke=\"#ddd\"/>")
            let base = top - (layout.isDense ? 32 : 10)
            parts += layout.marks.map { mark($0, base, ink) }
            let middle = layout.isDense ? top - 16 : top - 22 - Double(rows) * 18
            parts += layout.bubbles.map { bubble($0, middle, ink) }
        }
        return parts
    }

    private func mark(_ mark: LaneLayout.Mark, _ base: Double, _ ink: String) -> String {
        let y = base - Double(mark.row) * 18
        let (from, to) = (x(mark.from), x(mark.to))
        switch mark.source {
        case .letter:
            if mark.from == mark.to {
                return "<circle cx=\"\(tenth(to))\" cy=\"\(tenth(y))\" r=\"6.5\" fill=\"\(ink)\"/>"
            }
            return
                "<rect x=\"\(tenth(from))\" y=\"\(tenth(y - 5))\" width=\"\(tenth(to - from))\" height=\"10\" rx=\"5\" fill=\"\(ink)\"/>"
        case .event(let position):
            let bar =
                from < to
                ? "<rect x=\"\(tenth(from))\" y=\"\(tenth(y - 3))\" width=\"\(tenth(to - from))\" height=\"6\" fill=\"#bbb\"/>"
                : ""
            return bar + shape(timeline.events[position].symbol, to, y)
        }
    }

    private func shape(_ symbol: String, _ x: Double, _ y: Double) -> String {
        let place = "transform=\"translate(\(tenth(x)) \(tenth(y)))\""
        switch symbol {
        case "due": return "<path \(place) d=\"M0-8 8 0 0 8-8 0z\"/>"
        case "hearing":
            return "<path \(place) d=\"M-6-6H6V6H-6z\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"2\"/>"
        case "law":
            return
                "<path \(place) d=\"M0-9 2.4-3 8.7-2.7 3.9 1.4 5.4 7.6 0 4.2-5.4 7.6-3.9 1.4-8.7-2.7-2.4-3z\"/>"
        default:
            return "<path \(place) d=\"M0-7 7 0 0 7-7 0z\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"2\"/>"
        }
    }

    private func bubble(_ bubble: LaneLayout.Bubble, _ y: Double, _ ink: String) -> String {
        "<circle cx=\"\(tenth(x(bubble.position)))\" cy=\"\(tenth(y))\" r=\"14\" fill=\"#fff\" stroke=\"\(ink)\" stroke-width=\"1.5\"/>"
            + words(
                grouped(bubble.count), x: x(bubble.position), y: y + 4.5,
                "font-size=\"12\" text-anchor=\"middle\"")
    }

    private func wrapped(_ text: String, to most: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + word.count < most {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    /// One decimal is enough for a picture.
    private func tenth(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths.isMultiple(of: 10)
            ? String(tenths / 10) : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
