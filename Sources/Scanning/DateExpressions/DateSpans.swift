import Correspondence

/// Joins two dates that are the ends of one span, and gives a date without its year the year of its neighbour.
struct DateSpans {
    let words: DateWords

    func joined(_ dates: [DateFound]) -> [DateFound] {
        var result: [DateFound] = []
        for date in dates {
            guard let before = result.last else {
                result.append(date)
                continue
            }
            if let fiscal = fiscal(date, after: before) {
                result.append(fiscal)
            } else if let span = span(before, date) {
                result[result.count - 1] = span
            } else {
                result.append(date)
            }
        }
        return result
    }

    /// `FYs 1998 and 1999`: a plain year after a fiscal one is fiscal.
    private func fiscal(_ date: DateFound, after before: DateFound) -> DateFound? {
        guard before.isFiscal, date.isBareYear, isList(between: before, date),
            let year = words.year(date.first),
            ["fys", "years"].contains(words.word(before.last - 1)) || before.first == before.last,
            let value = CountedDate.interval(.init(year: year - 1, month: 10), .init(year: year, month: 9))
        else { return nil }
        return DateFound(first: date.first, last: date.last, meaning: .calendar(value), isFiscal: true)
    }

    private func isList(between a: DateFound, _ b: DateFound) -> Bool {
        (a.last + 1..<b.first).allSatisfy {
            words.kind($0) == .comma || words.word($0) == "and" || words.mark($0) == "&"
        }
    }

    private func span(_ a: DateFound, _ b: DateFound) -> DateFound? {
        guard isJoined(a, b), case .calendar(let last) = b.meaning, last.end == nil || b.isFiscal else {
            return nil
        }
        let end = last.end ?? last.start
        switch a.meaning {
        case .calendar(let first):
            guard first.end == nil || a.isFiscal, isLike(first, last), first < last else { return nil }
            return span(a, b, first.start, end)
        case .yearless(let first):
            guard first.end == nil, let year = end.year, (first.start.day == nil) == (end.day == nil) else {
                return nil
            }
            let wraps = (first.start.month ?? 0, first.start.day ?? 0) > (end.month ?? 0, end.day ?? 0)
            return EDTFDate.Point(
                year: wraps ? year - 1 : year, month: first.start.month, day: first.start.day
            )
            .flatMap { span(a, b, $0, end) }
        case .counted: return nil
        }
    }

    private func span(_ a: DateFound, _ b: DateFound, _ first: EDTFDate.Point, _ last: EDTFDate.Point)
        -> DateFound?
    {
        DateFound(
            first: a.first, last: b.last, meaning: .calendar(EDTFDate(first, to: last)), isFiscal: a.isFiscal)
    }

    /// Both days, both months or both years.
    private func isLike(_ a: EDTFDate, _ b: EDTFDate) -> Bool {
        (a.start.month == nil) == (b.start.month == nil) && (a.start.day == nil) == (b.start.day == nil)
    }

    /// `2011 to 2018`, `2011–2018`, `between 2011 and 2018`.
    private func isJoined(_ a: DateFound, _ b: DateFound) -> Bool {
        guard b.first == a.last + 2, words.tokens[b.first].breaks < 2 else { return false }
        if words.kind(a.last + 1) == .dash { return true }
        switch words.word(a.last + 1) {
        case "to", "through", "thru", "until": return true
        case "and": return words.word(a.first - 1) == "between"
        default: return false
        }
    }
}
