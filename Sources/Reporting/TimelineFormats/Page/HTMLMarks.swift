import Correspondence

extension TimelineEvent {
    /// The mark that stands for it: open diamond, solid diamond (a deadline), square (a hearing or
    /// meeting), star (a law).
    var symbol: String {
        switch kind {
        case .commentCloses, .deadline: "due"
        case .hearing, .meeting: "hearing"
        case .signed, .passed: "law"
        default: "event"
        }
    }
}

/// The marks. A letter is a filled disc, whose middle tells its kind; shape carries the meaning, colour
/// only helps.
extension HTMLPage {
    var symbols: String {
        let disc = "<circle r=\"5.5\"/>"
        let star = "M0-7 1.9-2.4 6.8-2.1 3 1.1 4.2 5.9 0 3.3-4.2 5.9-3 1.1-6.8-2.1-1.9-2.4z"
        let marks = [
            ("letter", disc), ("comment", disc + "<circle class=\"in\" r=\"2\"/>"),
            ("testimony", disc + "<path class=\"in\" d=\"M-3.5-1h7v2h-7z\"/>"),
            ("statement", disc + "<path class=\"in\" d=\"M-1-3.5h2v7h-2z\"/>"),
            ("notice", disc + "<path class=\"in\" d=\"M-1-3.5h2v2.5h2.5v2h-2.5v2.5h-2v-2.5h-2.5v-2h2.5z\"/>"),
            ("memo", "<circle r=\"4\"/>"),
            ("event", "<path class=\"open\" d=\"M0-5.5 5.5 0 0 5.5-5.5 0z\"/>"),
            ("due", "<path d=\"M0-6.5 6.5 0 0 6.5-6.5 0z\"/>"),
            ("hearing", "<path class=\"open\" d=\"M-4.5-4.5h9v9h-9z\"/>"),
            ("law", "<path d=\"\(star)\"/>"),
        ]
        let shapes = marks.map { "<g id=\"\($0.0)\">\($0.1)</g>" }.joined()
        let fade =
            "<linearGradient id=\"fade\"><stop offset=\"0\" stop-color=\"#000\"/><stop offset=\".3\" stop-color=\"#fff\"/>"
            + "<stop offset=\".7\" stop-color=\"#fff\"/><stop offset=\"1\" stop-color=\"#000\"/></linearGradient>"
            + "<mask id=\"soft\" maskContentUnits=\"objectBoundingBox\"><rect width=\"1\" height=\"1\" fill=\"url(#fade)\"/></mask>"
        return "<defs>\(shapes)\(fade)</defs>"
    }

    /// The marks that this page shows, explained.
    var legend: String {
        var entries: [(String, String)] = []
        for kind in LetterKind.allCases where timeline.letters.contains(where: { $0.kind == kind }) {
            entries.append((use(kind.rawValue), kind.rawValue))
        }
        let symbols = Set(timeline.events.map(\.symbol))
        for (symbol, meaning) in [
            ("event", "event"), ("due", "deadline"), ("hearing", "hearing or meeting"),
            ("law", "passed or signed"),
        ] where symbols.contains(symbol) {
            entries.append((use(symbol), meaning))
        }
        if timeline.events.contains(where: { $0.opens != nil }) {
            entries.append(
                (
                    "<rect class=\"span\" x=\"-10\" y=\"-3\" width=\"16\" height=\"6\"/>" + use("due", 7),
                    "comment period"
                ))
        }
        if timeline.letters.contains(where: isBar) {
            entries.append(
                (
                    "<rect x=\"-10\" y=\"-4\" width=\"20\" height=\"8\" rx=\"4\"/>",
                    "letter of that month, or range of days"
                ))
        }
        if timeline.letters.contains(where: { !$0.answersEvents.isEmpty }) {
            entries.append(("<path class=\"arcline\" d=\"M-10 5C-8-7 8-7 10 5\"/>", "answers"))
        }
        let items = entries.map { shape, meaning in
            "<li><svg width=\"26\" height=\"16\" viewBox=\"-13 -8 26 16\" aria-hidden=\"true\">\(shape)</svg>\(meaning)</li>"
        }
        return items.isEmpty ? "" : "<ul class=\"legend\" aria-label=\"Legend\">\(items.joined())</ul>"
    }

    private func use(_ symbol: String, _ x: Int = 0) -> String { "<use href=\"#\(symbol)\" x=\"\(x)\"/>" }

    private func isBar(_ letter: TimelineLetter) -> Bool {
        letter.date?.days.map { $0.lowerBound < $0.upperBound } ?? false
    }
}
