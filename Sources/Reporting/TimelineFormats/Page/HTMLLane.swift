import Correspondence

/// One lane: its name, its strip of marks, and the list of what is folded away.
extension HTMLPage {
    private static let rowHeight = LaneLayout.slot
    private static let bubbleHeight = 28.0

    func lane(_ lane: Timeline.Lane, hue: Int, axis: TimeAxis) -> String {
        let layout =
            timeline.letters.isEmpty
            ? LaneLayout(cells: timeline.cells.filter { $0.lane == lane.id }, axis: axis)
            : LaneLayout(placeables[lane.id] ?? [], axis: axis)
        let rows = layout.marks.isEmpty ? 0 : layout.rows
        let height = max(
            26, Double(rows) * Self.rowHeight + (layout.bubbles.isEmpty ? 12 : Self.bubbleHeight + 10))
        // Dense lanes stand on their bubbles; others carry them on top.
        let floor = layout.isDense ? height - Self.bubbleHeight - 2 : height
        let events = lane.events > 0 ? ", \(counted(lane.events, "event"))" : ""
        let isRest = lane.id == LanePlan.others || lane.id == LanePlan.none
        let hueClass = !isRest && hue < 4 ? "h\(hue)" : "hx"
        return """
            <div class="row lane \(hueClass)\(layout.isDense ? " dense" : "")" role="group" aria-labelledby="n\(hue)">\
            <div class="name"><h3 id="n\(hue)">\(html(lane.name))</h3><p>\(counted(lane.letters, "letter"))\(events)</p></div>\
            <svg height="\(Int(height))"><use href="#grid" class="grid"/>\
            <line class="base" x1="0" x2="100%" y1="\(Int(height) - 1)" y2="\(Int(height) - 1)"/>\
            \(arcs(layout, floor))\(layout.marks.map { mark($0, floor) }.joined(separator: "\n"))\
            \(layout.bubbles.enumerated().map { bubble($1, "b\(hue)-\($0)", middle(of: layout, height)) }.joined())</svg>\
            \(folded(layout, lane, hue))</div>
            """
    }

    /// Where a lane's bubbles stand.
    private func middle(of layout: LaneLayout, _ height: Double) -> Double {
        let below = layout.isDense || layout.marks.isEmpty ? 0 : Double(layout.rows) * Self.rowHeight
        return height - 17 - below
    }

    private func middle(_ row: Int, _ height: Double) -> Double {
        height - 9 - Double(row) * Self.rowHeight
    }

    private func mark(_ mark: LaneLayout.Mark, _ height: Double) -> String {
        let y = Int(middle(mark.row, height))
        switch mark.source {
        case .letter(let position): return letterMark(timeline.letters[position], mark, y)
        case .event(let position): return eventMark(timeline.events[position], position, mark, y)
        }
    }

    private func letterMark(_ letter: TimelineLetter, _ mark: LaneLayout.Mark, _ y: Int) -> String {
        let soft = isSoft(letter.date) ? " class=\"soft\"" : ""
        let shape =
            mark.from == mark.to
            ? "<use href=\"#\(letter.kind.rawValue)\" x=\"\(percent(mark.from))\" y=\"\(y)\"\(soft)/>"
            : "<rect x=\"\(percent(mark.from))\" width=\"\(percent(mark.to - mark.from))\" y=\"\(y - 4)\" "
                + "height=\"8\" rx=\"4\"\(soft)/>"
        return
            "<a href=\"\(link(letter))\" data-l=\"\(letter.number)\">\(shape)<title>\(name(letter))</title></a>"
    }

    private func eventMark(
        _ event: TimelineEvent, _ position: Int, _ mark: LaneLayout.Mark, _ y: Int
    ) -> String {
        let soft = isSoft(event.date) ? " class=\"soft\"" : ""
        let end = "<use href=\"#\(event.symbol)\" x=\"\(percent(mark.to))\" y=\"\(y)\"\(soft)/>"
        var shape = end
        if mark.from < mark.to {
            let bar =
                "<rect class=\"span\(isSoft(event.date) ? " soft" : "")\" x=\"\(percent(mark.from))\" "
                + "width=\"\(percent(mark.to - mark.from))\" y=\"\(y - 3)\" height=\"6\"/>"
            shape = bar + (event.opens == nil && !event.kind.isDue ? "" : end)
        }
        return
            "<a href=\"#e\(position)\" data-e=\"\(position)\" class=\"event\">\(shape)<title>\(name(event))</title></a>"
    }

    private func isSoft(_ date: EDTFDate?) -> Bool {
        guard let date else { return false }
        return date.start.isApproximate || date.end?.isApproximate ?? false
    }

    /// What a screen reader says of a letter, in one breath.
    private func name(_ letter: TimelineLetter) -> String {
        var parts = [letter.date.map(style.text) ?? "undated", letter.kind.rawValue]
        let from = letter.from.map { shortened($0, to: 40) }
        let to = letter.to.first.map { shortened($0, to: 40) }
        let way = [from, to.map { "to \($0)" }].compactMap(\.self).joined(separator: " ")
        if !way.isEmpty { parts.append(way) }
        parts.append(shortened(letter.title, to: 60))
        if let answered = letter.answers.first { parts.append("answers \(answered)") }
        return html(parts.joined(separator: ", "))
    }

    private func name(_ event: TimelineEvent) -> String {
        var parts = [style.text(event.date), lowerFirst(event.headline)]
        if let opens = event.opens { parts.append("open since \(style.text(opens))") }
        parts.append(
            event.witnesses.isEmpty ? "on record" : "told in \(counted(event.witnesses.count, "letter"))")
        return html(parts.joined(separator: ", "))
    }

    private func lowerFirst(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

    /// A thin arc from a letter to the event that it answers, where both stand in the lane.
    private func arcs(_ layout: LaneLayout, _ height: Double) -> String {
        var places: [String: LaneLayout.Mark] = [:]
        for mark in layout.marks {
            if case .event(let position) = mark.source { places[timeline.events[position].id] = mark }
        }
        guard !places.isEmpty, layout.marks.count <= 200 else { return "" }
        return layout.marks.compactMap { mark -> String? in
            guard case .letter(let position) = mark.source, mark.from == mark.to else { return nil }
            let answered = timeline.letters[position].answersEvents.compactMap { places[$0] }
            guard let event = answered.min(by: { $0.to < $1.to }), event.to != mark.from else { return nil }
            let (left, right) = mark.from < event.to ? (mark, event) : (event, mark)
            let low = middle(min(mark.row, event.row), height)
            let tall = 10 + abs(Double(mark.row - event.row)) * Self.rowHeight
            let (start, end) = mark.from < event.to ? (mark.row, event.row) : (event.row, mark.row)
            let y1 = start <= end ? 100 : 40
            let y2 = end <= start ? 100 : 40
            return
                "<svg class=\"arc\" x=\"\(percent(left.from == left.to ? left.from : left.to))\" y=\"\(Int(low - tall))\" "
                + "width=\"\(percent(max(0, right.to - left.to)))\" height=\"\(Int(tall))\" viewBox=\"0 0 100 100\" "
                + "preserveAspectRatio=\"none\"><path d=\"M0 \(y1)C10 0 90 0 100 \(y2)\"/></svg>"
        }.joined()
    }
}
