import Correspondence

/// The picture: letters a month, then the lanes, on one axis of time.
extension HTMLPage {
    var overTime: String {
        guard let axis else { return "" }
        let lanes = timeline.lanes.enumerated().map { lane($1, hue: $0, axis: axis) }
        return """
            <section class="time" aria-labelledby="over-time">
            <h2 id="over-time">Over time</h2>
            \(controls)
            <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false">\(symbols)\(grid(axis))</svg>
            <div class="scroll" role="region" aria-label="Timeline, scrolls sideways" tabindex="0">
            <div class="strips">
            \(histogram(axis))
            \(axisStrip(axis))
            \(lanes.joined(separator: "\n"))
            </div>
            </div>
            \(legend)
            \(outside(axis))
            </section>
            """
    }

    /// Zoom works without script; filters need it and stay hidden until it runs.
    private var controls: String {
        let zooms = Self.zooms.enumerated().map { position, zoom in
            "<label><input type=\"radio\" name=\"z\" id=\"z\(zoom)\" value=\"\(zoom)\""
                + (position == 0 ? " checked" : "") + ">\(zoom)×</label>"
        }
        let selects = [facets.topic, facets.agency, facets.sender, facets.kind].map(select)
        return """
            <div class="controls">
            <details id="filterbox" hidden><summary>Filter <output id="count"></output></summary><form id="filters">
            \(selects.filter { !$0.isEmpty }.joined(separator: "\n"))
            <label>Find <input type="search" id="find" placeholder="in the table"></label>
            <button type="reset">Show all</button>
            </form></details>
            <fieldset class="zoom"><legend>Zoom</legend>\(zooms.joined())</fieldset>
            </div>
            """
    }

    private func select(_ facet: HTMLFacets.Facet) -> String {
        guard facet.values.count > 1 else { return "" }
        let options = facet.values.prefix(400).enumerated().map { number, value in
            let name =
                facet.key == "t"
                ? timeline.topicNames[value] ?? value : facet.key == "k" ? value.capitalizedFirst : value
            return "<option value=\"\(number)\">\(html(shortened(name, to: 60)))</option>"
        }
        return "<label>\(facet.name) <select data-f=\"\(facet.key)\"><option value=\"\">all</option>"
            + options.joined() + "</select></label>"
    }

    static let zooms = [1, 2, 4, 8]

    /// Lines at the ticks, drawn once and shown in every lane.
    private func grid(_ axis: TimeAxis) -> String {
        let lines = axis.ticks(width: LaneLayout.width).map { tick in
            let x = percent(tick.position)
            return
                "<line x1=\"\(x)\" x2=\"\(x)\" y1=\"0\" y2=\"100%\"\(tick.isMajor ? " class=\"major\"" : "")/>"
        }
        return "<defs><g id=\"grid\">\(lines.joined())</g></defs>"
    }

    private func axisStrip(_ axis: TimeAxis) -> String {
        let groups = Self.zooms.map { zoom in
            let ticks = axis.ticks(width: LaneLayout.width * Double(zoom)).map { tick -> String in
                let x = percent(tick.position)
                let line = "<line x1=\"\(x)\" x2=\"\(x)\" y1=\"0\" y2=\"\(tick.label.isEmpty ? 5 : 20)\"/>"
                if tick.label.isEmpty { return line }
                return line
                    + "<text x=\"\(x)\" dx=\"4\" y=\"15\"\(tick.isMajor ? " class=\"major\"" : "")>\(tick.label)</text>"
            }
            return "<g class=\"t t\(zoom)\">\(ticks.joined())</g>"
        }
        return """
            <div class="row axis" aria-hidden="true"><div class="name"></div>\
            <svg height="22">\(groups.joined())</svg></div>
            """
    }

    /// Letters a month as bars; by year where months would be too thin.
    private func histogram(_ axis: TimeAxis) -> String {
        let byYear = timeline.months.count > 240
        let bars = byYear ? yearBars : timeline.months.map { ($0.month, $0.letters) }
        guard let top = bars.max(by: { $0.1 < $1.1 }), top.1 > 0 else { return "" }
        let height = 72.0
        let shapes = bars.compactMap { name, letters -> String? in
            guard letters > 0, let days = EDTFDate(name)?.days else { return nil }
            let from = max(0, axis.position(days.lowerBound))
            let to = min(1, axis.position(CalendarDay(number: days.upperBound.number + 1)))
            let tall = max(2, (Double(letters) / Double(top.1) * height).rounded())
            return
                "<rect x=\"\(percent(from))\" width=\"\(percent(to - from))\" y=\"\(Int(height + 2 - tall))\" "
                + "height=\"\(Int(tall))\" data-m=\"\(name)\"><title>\(style.text(iso: name)): "
                + "\(counted(letters, "letter"))</title></rect>"
        }
        let unit = byYear ? "year" : "month"
        return """
            <div class="row hist"><div class="name"><h3>Letters a \(unit)</h3>\
            <p>most \(grouped(top.1)), \(style.text(iso: top.0))</p></div>\
            <svg height="75" role="img" aria-label="Letters a \(unit): at most \(grouped(top.1)), in \
            \(style.text(iso: top.0))"><use href="#grid" class="grid"/>\(shapes.joined())\
            <line class="base" x1="0" x2="100%" y1="74.5" y2="74.5"/></svg></div>
            """
    }

    private var yearBars: [(String, Int)] {
        var years: [String: Int] = [:]
        for month in timeline.months { years[String(month.month.prefix(4)), default: 0] += month.letters }
        return years.sorted { $0.key < $1.key }
    }

    /// What stands in the table but not in the picture.
    private func outside(_ axis: TimeAxis) -> String {
        let letters = timeline.letters.count { $0.date?.days.map { !axis.shows($0) } ?? false }
        let events = timeline.events.count { $0.days.map { !axis.shows($0) } ?? true }
        let parts = [
            letters > 0 ? counted(letters, "letter") : nil,
            events > 0 ? "<a href=\"#elsewhere\">\(counted(events, "event"))</a>" : nil,
        ].compactMap(\.self)
        let undated = timeline.counts.undated
        var notes: [String] = []
        if !parts.isEmpty {
            notes.append("Outside this stretch of time, and in the table only: \(listed(parts)).")
        }
        if undated > 0 {
            notes.append("<a href=\"#undated\">\(counted(undated, "undated letter"))</a> not placed.")
        }
        return notes.isEmpty ? "" : "<p class=\"note\">\(notes.joined(separator: " "))</p>"
    }
}

extension String {
    /// `comment` is `Comment`.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
