import Correspondence

/// Sentences about what the letters ask.
extension Summary {
    /// Asks that more than one letter makes, those first that say of themselves what is wanted.
    private var shared: [AskGroup] {
        let several = asks.filter { $0.count > 1 }
        return several.filter(\.isTelling) + several.filter { !$0.isTelling }
    }

    private func tally(_ ask: AskGroup) -> String {
        ask.opposing.isEmpty || ask.asking.isEmpty
            ? counted(ask.count, "letter")
            : "\(counted(ask.asking.count, "letter")), \(grouped(ask.opposing.count)) against"
    }

    /// What is wanted, in the letter's words, and how many letters want it.
    private func tallied(_ ask: AskGroup) -> String { "\(wanted(ask)) (\(tally(ask)))" }

    func wanted(_ ask: AskGroup) -> String { ask.wanted() }

    var mainAsks: Timeline.Sentence? {
        let top = shared.filter(\.isTelling).prefix(3)
        if top.isEmpty { return onlyAsk }
        let text = top.map(tallied).joined(separator: "; ")
        return sentence("asks", "Asked most often: \(text).", top.flatMap { $0.asking + $0.opposing })
    }

    /// Where no ask is shared, one each of the newest letters to an agency stands for all.
    private var onlyAsk: Timeline.Sentence? {
        guard !asks.isEmpty else { return nil }
        let byLetter = Dictionary(grouping: asks) { $0.quoted }
        let writing = letters.filter { !$0.agencies.isEmpty && byLetter[$0.id] != nil }
        let newest = (writing.isEmpty ? letters : writing).reversed().lazy.compactMap { letter in
            byLetter[letter.id]?.first(where: \.isTelling)
        }.prefix(3)
        let chosen = newest.isEmpty ? Array(asks.prefix(1)) : Array(newest)
        let start = asks.count == chosen.count ? "Asked for" : "Asked for, among others"
        return sentence(
            "asks", "\(start): \(chosen.map(wanted).joined(separator: "; ")).",
            chosen.flatMap { $0.asking + $0.opposing })
    }

    /// What became of asks, by the word of later letters and of the events.
    var outcomes: Timeline.Sentence? {
        let told = asks.filter { !$0.outcomes.isEmpty }
        guard !told.isEmpty else { return nil }
        let text = told.prefix(3).compactMap { ask in
            ask.outcomes.last.map { "\(wanted(ask)): \(outcomeInWords($0, events, style))" }
        }
        let more = told.count > 3 ? "; and so of \(counted(told.count - 3, "other ask"))" : ""
        return sentence(
            "outcomes", "What became of it: \(text.joined(separator: "; "))\(more).",
            told.flatMap { ask in ask.outcomes.flatMap { [$0.asked.record, $0.told.record] } })
    }

    /// Whose letters others stand behind.
    var backed: Timeline.Sentence? {
        guard !endorsements.isEmpty else { return nil }
        let top = endorsements.prefix(3)
        let text = top.map { backed in
            let verb = backed.letters.count == 1 ? "stands" : "stand"
            return "\(counted(backed.letters.count, "letter")) \(verb) behind the comments of "
                + shortened(backed.sender, to: 60)
        }
        return sentence(
            "backed", listed(text) + ".", top.flatMap { $0.letters.map(\.record) + $0.of })
    }

    /// Support and opposition side by side, where letters divide.
    var sides: Timeline.Sentence? {
        let divided = asks.filter { !$0.asking.isEmpty && !$0.opposing.isEmpty }.prefix(2)
        guard !divided.isEmpty else { return nil }
        let text = divided.map {
            "\(quoted($0.object ?? $0.text)): \(grouped($0.asking.count)) for, \(grouped($0.opposing.count)) against"
        }
        return sentence(
            "sides", "Letters divide on \(text.joined(separator: "; ")).",
            divided.flatMap { $0.asking + $0.opposing })
    }

    /// Shared asks that first stand in a letter of the last year.
    var newAsks: Timeline.Sentence? {
        guard let years = firstAndLastYear else { return nil }
        let new = shared.filter { ($0.first?.prefix(4)).map { $0 == years.last } ?? false }.prefix(2)
        guard !new.isEmpty else { return nil }
        let text = new.map(tallied).joined(separator: "; ")
        return sentence("newAsks", "New in \(years.last): \(text).", new.flatMap { $0.asking + $0.opposing })
    }

    /// Shared asks that stand in no letter after the first year.
    var droppedAsks: Timeline.Sentence? {
        guard let years = firstAndLastYear else { return nil }
        let old = shared.filter { ($0.last?.prefix(4)).map { $0 == years.first } ?? false }.prefix(2)
        guard !old.isEmpty else { return nil }
        let text = old.map(tallied).joined(separator: "; ")
        return sentence(
            "droppedAsks", "Not asked again after \(years.first): \(text).",
            old.flatMap { $0.asking + $0.opposing })
    }

    private var firstAndLastYear: (first: String, last: String)? {
        let years = lettersByYear
        guard years.count > 1, let first = years.first, let last = years.last else { return nil }
        return (first.year, last.year)
    }
}

extension AskGroup {
    /// What is wanted, in a letter's words: `support for “the Sample Act”`, `“extend the comment period”`.
    ///
    /// - Parameter most: characters of the quotation.
    func wanted(most: Int = 110) -> String {
        let words = quotation(object ?? text, most: most)
        guard object != nil else { return words }
        switch direction {
        case .support where opposing.isEmpty: return "support for \(words)"
        case .oppose where asking.isEmpty: return "opposition to \(words)"
        default: return words
        }
    }

    /// Whether the words say by themselves what is wanted: no wish to meet, and nothing that only points elsewhere in
    /// the letter (`these recommendations`, `the following steps`).
    var isTelling: Bool {
        let words = (object ?? text).lowercased().split { !$0.isLetter && !$0.isNumber }
        guard words.count >= 3 else { return false }
        if ["meet", "meeting", "discuss", "briefing", "follow"].contains(where: words.prefix(3).contains) {
            return false
        }
        if ["steps", "actions", "measures"].contains(where: words.prefix(5).contains), words[0] == "take" {
            return false
        }
        let pointers: Set<Substring> = [
            "this", "these", "those", "following", "aforementioned", "above", "below", "such", "it", "them",
            "here", "attached", "enclosed",
        ]
        return !words.prefix(12).contains(where: pointers.contains)
    }
}

/// What became of an ask, as a clause: `reported done on 12 June 2020 (“We thank the agency for …”)`.
func outcomeInWords(_ outcome: AskOutcome, _ events: [TimelineEvent], _ style: DateStyle) -> String {
    let day = outcome.date.map { " on \(style.text(iso: $0))" } ?? ""
    switch outcome.kind {
    case .granted: return "reported done\(day) (\(quotation(outcome.told.quote, most: 160)))"
    case .refused: return "reported refused\(day) (\(quotation(outcome.told.quote, most: 160)))"
    case .followed:
        let event = events.first { $0.id == outcome.event }
        return (event?.clause ?? quotation(outcome.told.quote))
            + (event.map { ", \(style.text($0.date))" } ?? "")
    }
}

extension Timeline {
    /// What became of an ask, as a sentence of its own.
    func inWords(_ outcome: AskOutcome) -> String {
        let start = outcome.kind == .followed ? "Afterwards: " : ""
        return (start + outcomeInWords(outcome, events, colophon.dateStyle)).capitalizedFirst
    }
}
