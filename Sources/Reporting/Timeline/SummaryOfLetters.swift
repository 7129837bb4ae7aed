import Correspondence

/// Sentences about who wrote to whom, and when.
extension Summary {
    /// How many letters, to and from how many, on what, over which period.
    var size: Timeline.Sentence? {
        var text = counted(counts.letters, "letter")
        if counts.agencies > 0 { text += " to " + counted(counts.agencies, "agency", "agencies") }
        if counts.senders > 0 { text += " from " + counted(counts.senders, "sender") }
        let matters = [
            counts.dockets > 0 ? counted(counts.dockets, "docket") : nil,
            counts.bills > 0 ? counted(counts.bills, "bill") : nil,
        ].compactMap(\.self)
        if !matters.isEmpty { text += ", naming " + listed(matters) }
        if let period = periodInWords { text += ", \(period)" }
        return sentence("size", text + ".", letters.map(\.id))
    }

    private var periodInWords: String? {
        let days = letters.compactMap { $0.date?.days }
        guard let from = days.map(\.lowerBound).min(), let to = days.map(\.upperBound).max() else {
            return nil
        }
        if from == to { return "of \(style.text(iso: from.iso))" }
        return "\(style.text(iso: from.iso)) to \(style.text(iso: to.iso))"
    }

    var readers: Timeline.Sentence? {
        guard let top = ranked(3, names: { $0.agencies.map(context.agencyName) }), top.all > 1 else {
            return nil
        }
        let start = top.all > 3 ? "Most often addressed" : "Addressed"
        return sentence("readers", "\(start): \(top.text).", top.records)
    }

    var writers: Timeline.Sentence? {
        guard let top = ranked(3, names: { $0.from.map { [$0] } ?? [] }) else { return nil }
        if top.all == 1 {
            return letters.count == 1 || top.records.count < letters.count
                ? nil : sentence("writers", "All are from \(letters[0].from ?? "").", top.records)
        }
        let start = top.all > 3 ? "Most letters come from" : "They come from"
        return sentence("writers", "\(start) \(top.text).", top.records)
    }

    var subjects: Timeline.Sentence? {
        guard let top = ranked(4, names: { $0.topics.map(context.topicName) }), top.all > 1 else {
            return nil
        }
        return sentence("topics", "By topic: \(top.text).", top.records)
    }

    /// The fullest month, where one stands out.
    var peak: Timeline.Sentence? {
        var months: [String: [String]] = [:]
        for letter in letters {
            guard let month = letter.date?.earliestDay?.prefix(7) else { continue }
            months[String(month), default: []].append(letter.id)
        }
        let ranked = months.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        guard ranked.count > 1, let top = ranked.first, top.value.count > max(2, ranked[1].value.count) else {
            return nil
        }
        return sentence(
            "peak",
            "The busiest month is \(style.text(iso: top.key)), with \(counted(top.value.count, "letter")).",
            top.value)
    }

    var years: Timeline.Sentence? {
        let years = lettersByYear
        guard (2...12).contains(years.count), letters.count > 3 else { return nil }
        let text = listed(years.map { "\(grouped($0.letters.count)) in \($0.year)" })
        return sentence("years", "By year: \(text).", years.flatMap { $0.letters.map(\.id) })
    }

    var lettersByYear: [(year: String, letters: [TimelineLetter])] {
        var years: [String: [TimelineLetter]] = [:]
        for letter in letters {
            guard let year = letter.date?.earliestDay?.prefix(4) else { continue }
            years[String(year), default: []].append(letter)
        }
        return years.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    var first: Timeline.Sentence? {
        guard letters.count > 1 else { return nil }
        return letters.first { $0.date?.days != nil }.flatMap { told("first", "The earliest", $0) }
    }

    var newest: Timeline.Sentence? {
        guard letters.count > 2 else { return nil }
        return letters.last { $0.date?.days != nil }.flatMap { told("newest", "The newest", $0) }
    }

    private func told(_ kind: String, _ start: String, _ letter: TimelineLetter) -> Timeline.Sentence? {
        guard let date = letter.date else { return nil }
        let name = letter.isUntitled ? "a \(letter.kind.rawValue) without a title" : quoted(letter.title)
        var text = "\(start), of \(style.text(date)), is \(name)"
        if let from = letter.from { text += ", from \(shortened(from, to: 60))" }
        if let to = letter.to.first { text += " to \(shortened(to, to: 60))" }
        return sentence(kind, text + ".", [letter.id])
    }

    var joint: Timeline.Sentence? {
        let signed = letters.filter { ($0.signOn ?? 0) > 1 }
        let most = signed.max { ($0.signOn ?? 0, $1.number) < ($1.signOn ?? 0, $0.number) }
        guard let most, let count = most.signOn else { return nil }
        if signed.count == 1 {
            return sentence(
                "joint", "One is a joint letter, of \(counted(count, "organization")).", [most.id])
        }
        return sentence(
            "joint",
            "\(grouped(signed.count)) are joint letters; the largest is of \(counted(count, "organization")).",
            signed.map(\.id))
    }

    var undated: Timeline.Sentence? {
        let undated = letters.filter { $0.date?.days == nil }
        guard !undated.isEmpty else { return nil }
        let verb = undated.count == 1 ? "has" : "have"
        return sentence(
            "undated", "\(counted(undated.count, "letter")) \(verb) no date that can be placed.",
            undated.map(\.id))
    }
}
