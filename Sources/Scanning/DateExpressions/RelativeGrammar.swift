/// Dates counted from the letter's own: `today`, `last year`, `this spring`, `three weeks ago`, `over the past five
/// years`, `within 60 days`.
struct RelativeGrammar {
    let words: DateWords

    /// What begins at a word, which is a cue of it.
    func date(at index: Int, word: String) -> DateFound? {
        switch word {
        case "today": return found(index, index, .period(.day, .around))
        case "yesterday": return found(index, index, .period(.day, .before))
        case "tomorrow": return found(index, index, .period(.day, .after))
        case "within": return within(index)
        case "earlier", "later", "early", "late":
            return side(of: words.word(index + 1)).flatMap { period(from: index, at: index + 2, $0) }
        case "the": return span(from: index, at: index + 1) ?? theComing(index)
        default:
            return side(of: word).flatMap {
                span(from: index, at: index) ?? period(from: index, at: index + 1, $0)
            }
        }
    }

    /// `three weeks ago`, `a decade ago`.
    func ago(at index: Int) -> DateFound? {
        guard let count = words.count(index), let unit = words.unit(index + 1), words.word(index + 2) == "ago"
        else {
            return nil
        }
        return found(index, index + 2, .ago(count, unit))
    }

    private func side(of word: String) -> CountedDate.Side? {
        switch word {
        case "last", "past", "previous": .before
        case "this", "current": .around
        case "next", "coming", "upcoming": .after
        default: nil
        }
    }

    /// `last year`, `this past March`, `next fall`, where the word before is read.
    private func period(from first: Int, at index: Int, _ side: CountedDate.Side) -> DateFound? {
        if side == .around, let other = self.side(of: words.word(index)), other != .around {
            return period(from: first, at: index + 1, other)
        }
        let month = words.month(index)
        if month > 0, words.tokens[index].end - words.tokens[index].start > 3 || words.word(index) == "may" {
            // `this May` begins a sentence about what may be; a day or a year makes a whole date of it.
            guard words.kind(index + 1) != .number, side != .around || words.word(index) != "may" else {
                return nil
            }
            return found(first, index, .month(month, side))
        }
        let word = words.word(index)
        if let month = PeriodGrammar.seasons[word] {
            if word == "fall", side == .around, first == index - 1, words.isCapital(first) { return nil }
            return found(first, index, .season(month, side))
        }
        guard ["year", "month", "week", "quarter", "decade"].contains(word), let unit = words.unit(index)
        else {
            return nil
        }
        return found(first, index, .period(unit, side))
    }

    /// `the coming year`, `the past year`: an article may stand before what the period is.
    private func theComing(_ index: Int) -> DateFound? {
        guard let side = side(of: words.word(index + 1)), side != .around else { return nil }
        let isPlain = ["next", "last", "previous"].contains(words.word(index + 1))
        // `the next day`, `the previous year` are counted from another event.
        return isPlain ? nil : period(from: index, at: index + 2, side)
    }

    /// `the past five years`, `last 10 years`, where the side stands at the place.
    private func span(from first: Int, at place: Int) -> DateFound? {
        guard let side = side(of: words.word(place)), side != .around, words.kind(place + 1) != nil else {
            return nil
        }
        var at = place + 1
        if words.word(at) == "few" || words.word(at) == "several" { return nil }
        guard let count = words.count(at), !["a", "an"].contains(words.word(at)) else { return nil }
        at += 1
        if ["fiscal", "calendar"].contains(words.word(at)) { at += 1 }
        guard let unit = words.unit(at), unit != .quarter else { return nil }
        return found(first, at, .span(count, unit, side))
    }

    /// `within 60 days`, `within the next two years`, unless it is counted from another event.
    private func within(_ index: Int) -> DateFound? {
        var at = index + 1
        if words.word(at) == "the" { at += 1 }
        if words.word(at) == "next" { at += 1 }
        guard let count = words.count(at), let unit = words.unit(at + 1) else { return nil }
        let next = words.word(at + 2)
        if ["of", "after", "from", "following", "before", "prior"].contains(next) {
            let isOurs = next == "of" || next == "from" || next == "after"
            guard isOurs, let last = dateOfThisLetter(at + 3) else { return nil }
            return found(index, last, .span(count, unit, .after))
        }
        return found(index, at + 1, .span(count, unit, .after))
    }

    /// `the date of this letter`, `receipt of this letter`, `today`.
    private func dateOfThisLetter(_ index: Int) -> Int? {
        if words.word(index) == "today" { return index }
        var at = index
        if words.word(at) == "the" { at += 1 }
        guard ["date", "receipt"].contains(words.word(at)), words.word(at + 1) == "of",
            words.word(at + 2) == "this", ["letter", "request"].contains(words.word(at + 3))
        else { return nil }
        return at + 3
    }

    private func found(_ first: Int, _ last: Int, _ count: CountedDate) -> DateFound {
        DateFound(first: first, last: last, meaning: .counted(count))
    }
}
