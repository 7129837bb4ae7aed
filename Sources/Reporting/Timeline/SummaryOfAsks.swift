import Correspondence

/// Sentences about what the letters ask.
extension Summary {
    /// Asks that more than one letter makes.
    private var shared: [AskGroup] { asks.filter { $0.count > 1 } }

    private func tally(_ ask: AskGroup) -> String {
        ask.opposing.isEmpty
            ? counted(ask.count, "letter")
            : "\(counted(ask.asking.count, "letter")), \(grouped(ask.opposing.count)) against"
    }

    var mainAsks: Timeline.Sentence? {
        let top = shared.prefix(3)
        if top.isEmpty { return onlyAsk }
        let text = top.map { "\(quoted($0.text)) (\(tally($0)))" }.joined(separator: "; ")
        return sentence("asks", "Asked most often: \(text).", top.flatMap { $0.asking + $0.opposing })
    }

    /// Where no ask is shared, the newest letter's first one stands for all.
    private var onlyAsk: Timeline.Sentence? {
        guard let ask = asks.max(by: { ($0.last ?? "", $1.quoted) < ($1.last ?? "", $0.quoted) }) else {
            return nil
        }
        return sentence("asks", "Asked for, among others: \(quoted(ask.text)).", ask.asking + ask.opposing)
    }

    /// Support and opposition side by side, where letters divide.
    var sides: Timeline.Sentence? {
        let divided = asks.filter { !$0.asking.isEmpty && !$0.opposing.isEmpty }.prefix(2)
        guard !divided.isEmpty else { return nil }
        let text = divided.map {
            "\(quoted($0.text)): \(grouped($0.asking.count)) for, \(grouped($0.opposing.count)) against"
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
        let text = new.map { "\(quoted($0.text)) (\(tally($0)))" }.joined(separator: "; ")
        return sentence("newAsks", "New in \(years.last): \(text).", new.flatMap { $0.asking + $0.opposing })
    }

    /// Shared asks that stand in no letter after the first year.
    var droppedAsks: Timeline.Sentence? {
        guard let years = firstAndLastYear else { return nil }
        let old = shared.filter { ($0.last?.prefix(4)).map { $0 == years.first } ?? false }.prefix(2)
        guard !old.isEmpty else { return nil }
        let text = old.map { "\(quoted($0.text)) (\(tally($0)))" }.joined(separator: "; ")
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
