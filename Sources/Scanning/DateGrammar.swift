import Correspondence

/// The forms that a date can take, over tokens.
struct DateGrammar {
    let tokens: [DateToken]
    let readsYearless: Bool

    typealias Found = (match: DateMatch, next: Int)

    /// The date that begins at a token, and the token after it.
    func date(at index: Int) -> Found? {
        let token = tokens[index]
        switch token.kind {
        case .word where token.month > 0: return monthFirst(at: index)
        case .number: return isoDate(at: index) ?? numericDate(at: index) ?? dayFirst(at: index)
        default: return nil
        }
    }

    // MARK: May 31, 2020

    private func monthFirst(at index: Int) -> Found? {
        let month = tokens[index].month
        var at = skip(index + 1, .period)
        at = skip(at, .comma)
        at = skip(at, .dash)
        guard let first = number(at) else { return nil }
        if let year = fullYear(first) {
            return found(index, at, .init(year: year, month: month), .month, .high)
        }
        guard isDay(first) else { return nil }
        if let range = dayRange(from: index, month: month, day: first.number, at: at + 1) { return range }
        if let (year, end) = year(after: at + 1) {
            return found(index, end, .init(year: year, month: month, day: first.number), .written, .high)
        }
        if let range = monthRange(from: index, month: month, day: first.number, at: at + 1) { return range }
        if let stamped = stampedDay(from: index, month: month, at: at) { return stamped }
        guard readsYearless else { return nil }
        return found(index, at, .init(year: nil, month: month, day: first.number), .yearless, .medium)
    }

    /// `JUL 1 8 2012`: a stamp whose wheels stand apart.
    private func stampedDay(from index: Int, month: Int, at: Int) -> Found? {
        guard let tens = number(at), let ones = number(at + 1), tens.digits == 1, ones.digits == 1,
            tens.number <= 3, !tens.isOrdinal, !ones.isOrdinal,
            (10...31).contains(tens.number * 10 + ones.number),
            let (year, end) = year(after: at + 2)
        else { return nil }
        let day = tens.number * 10 + ones.number
        return found(index, end, .init(year: year, month: month, day: day), .written, .medium)
    }

    /// `June 22-24, 2015`.
    private func dayRange(from index: Int, month: Int, day: Int, at dash: Int) -> Found? {
        guard kind(dash) == .dash, let last = number(dash + 1), isDay(last),
            let (year, end) = year(after: dash + 2)
        else { return nil }
        return interval(index, end, (year, month, day), (year, month, last.number))
    }

    /// `August 30 – September 2, 2015`.
    private func monthRange(from index: Int, month: Int, day: Int, at dash: Int) -> Found? {
        guard kind(dash) == .dash, dash + 2 < tokens.count, tokens[dash + 1].month > 0,
            let last = number(dash + 2), isDay(last), let (year, end) = year(after: dash + 3)
        else { return nil }
        return interval(index, end, (year, month, day), (year, tokens[dash + 1].month, last.number))
    }

    private func interval(
        _ index: Int, _ end: Int, _ first: (Int, Int, Int), _ last: (Int, Int, Int)
    ) -> Found? {
        guard let start = EDTFDate.Point(year: first.0, month: first.1, day: first.2),
            let stop = EDTFDate.Point(year: last.0, month: last.1, day: last.2)
        else { return nil }
        return found(index, end, EDTFDate(start, to: stop), .interval, .high)
    }

    // MARK: 31 May 2020

    private func dayFirst(at index: Int) -> Found? {
        guard isDay(tokens[index]), tokens[index].isApart || !follows(index, .period) else { return nil }
        var at = index + 1
        while at < tokens.count, tokens[at].isJoint, tokens[at].breaks < 2 { at += 1 }
        at = skip(at, .dash)
        guard at < tokens.count, tokens[at].month > 0, tokens[at].breaks < 2 else { return nil }
        let month = tokens[at].month
        let day = tokens[index].number
        var next = skip(at + 1, .period)
        next = skip(next, .comma)
        next = skip(next, .dash)
        if let token = number(next), let year = fullYear(token) ?? shortYear(token, at: next) {
            let confidence: Evidence.Confidence = token.digits == 4 ? .high : .medium
            return found(index, next, .init(year: year, month: month, day: day), .written, confidence)
        }
        guard readsYearless else { return nil }
        return found(index, at, .init(year: nil, month: month, day: day), .yearless, .medium)
    }

    // MARK: 5/31/20 and 2020-05-31

    private func numericDate(at index: Int) -> Found? {
        guard index + 4 < tokens.count, !isGlued(before: index) else { return nil }
        let mark = tokens[index + 1].kind
        guard mark == .slash || mark == .dash || mark == .period, tokens[index + 3].kind == mark,
            isGlued(from: index, through: index + 4), !isGlued(before: index + 5),
            let second = number(index + 2), let third = number(index + 4)
        else { return nil }
        let first = tokens[index]
        guard first.digits <= 2, second.digits <= 2 else { return nil }
        // Two digits of a year are only sure between slashes: 1-2-10 and 1.2.10 are section numbers.
        guard third.digits == 4 || (third.digits == 2 && mark == .slash),
            let year = fullYear(third) ?? century(third)
        else { return nil }
        if let date = EDTFDate(year: year, month: first.number, day: second.number) {
            return found(
                index, index + 4, date, .numeric, first.number <= 12 && second.number > 12 ? .high : .medium)
        }
        return found(
            index, index + 4, .init(year: year, month: second.number, day: first.number), .numeric, .low)
    }

    private func isoDate(at index: Int) -> Found? {
        guard index + 4 < tokens.count, !isGlued(before: index), isGlued(from: index, through: index + 4),
            let year = fullYear(tokens[index]), tokens[index + 1].kind == .dash,
            tokens[index + 3].kind == .dash, let month = number(index + 2), month.digits == 2,
            let day = number(index + 4), day.digits == 2, !isGlued(before: index + 5)
        else { return nil }
        return found(index, index + 4, .init(year: year, month: month.number, day: day.number), .iso, .high)
    }

    // MARK: Parts

    private func found(
        _ first: Int, _ last: Int, _ value: EDTFDate?, _ form: DateMatch.Form,
        _ confidence: Evidence.Confidence
    ) -> Found? {
        guard var value else { return nil }
        if first > 0, tokens[first - 1].isAbout { value.start.isApproximate = true }
        let match = DateMatch(
            start: tokens[first].start, end: tokens[last].end, value: value, form: form,
            confidence: confidence)
        return (match, last + 1)
    }

    private func kind(_ index: Int) -> DateToken.Kind? {
        index < tokens.count ? tokens[index].kind : nil
    }

    private func skip(_ index: Int, _ kind: DateToken.Kind) -> Int {
        self.kind(index) == kind && tokens[index].breaks < 2 ? index + 1 : index
    }

    private func follows(_ index: Int, _ kind: DateToken.Kind) -> Bool {
        index > 0 && tokens[index - 1].kind == kind
    }

    /// A number that no empty line parts from what stands before it.
    private func number(_ index: Int) -> DateToken? {
        guard index < tokens.count, tokens[index].kind == .number, tokens[index].breaks < 2 else {
            return nil
        }
        return tokens[index]
    }

    private func isDay(_ token: DateToken) -> Bool {
        (1...31).contains(token.number) && token.digits <= 2
    }

    private func fullYear(_ token: DateToken) -> Int? {
        token.digits == 4 && !token.isOrdinal && (1500...2199).contains(token.number) ? token.number : nil
    }

    /// Two digits that end a line or a phrase, as in `24 September 15`.
    private func shortYear(_ token: DateToken, at index: Int) -> Int? {
        let next = index + 1
        guard next >= tokens.count || tokens[next].breaks > 0 || kind(next) == .comma else { return nil }
        return century(token)
    }

    /// 50 to 99 are of the twentieth century, the rest of the twenty-first.
    private func century(_ token: DateToken) -> Int? {
        guard token.digits == 2, !token.isOrdinal else { return nil }
        return token.number < 50 ? 2000 + token.number : 1900 + token.number
    }

    /// The year after a day: `, 2020`, ` 2020`, `. 2020`.
    private func year(after index: Int) -> (year: Int, last: Int)? {
        var at = skip(index, .comma)
        at = skip(at, .period)
        at = skip(at, .dash)
        if let token = number(at), let year = fullYear(token) { return (year, at) }
        // A comma, two digits and the line's end: May 31, 20.
        if at > index, kind(index) == .comma, let token = number(at), tokens[at].breaks == 0,
            at + 1 >= tokens.count, let year = century(token)
        {
            return (year, at)
        }
        return nil
    }

    private func isGlued(from first: Int, through last: Int) -> Bool {
        (first + 1...last).allSatisfy { !tokens[$0].isApart }
    }

    /// Whether a mark or letter that makes a longer code of it touches the token from the left.
    private func isGlued(before index: Int) -> Bool {
        guard index > 0, index < tokens.count, !tokens[index].isApart else { return false }
        switch tokens[index - 1].kind {
        case .dash, .slash, .word: return true
        case .number: return tokens[index].kind == .dash || tokens[index].kind == .slash
        default: return false
        }
    }
}
