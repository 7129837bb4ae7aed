import Correspondence

/// What a grammar of date expressions found from one token on: the last token of it, and what it means.
struct DateFound {
    var first: Int
    var last: Int
    var meaning: DateExpression.Meaning
    var isBareYear = false
    /// A fiscal year that may be the first of several: `FYs 1998 and 1999`.
    var isFiscal = false
}

/// Periods of the calendar that are neither days nor months: fiscal, calendar and academic years, quarters,
/// seasons, decades, and months joined by `of` or with one another.
struct PeriodGrammar {
    let words: DateWords

    /// The period that begins at a word, which is a cue of one.
    func period(at index: Int, word: String) -> DateFound? {
        switch word {
        case "fy", "fys": return fiscalYear(index, number: index + 1)
        case "cy", "cys": return years(index, number: index + 1)
        case "ay": return academicYear(index, number: index + 1)
        case "fiscal", "federal": return namedYear(index, "fiscal") { fiscalYear(index, number: $0) }
        case "calendar": return namedYear(index, "calendar") { years(index, number: $0) }
        case "academic", "school": return namedYear(index, word) { academicYear(index, number: $0) }
        case "spring", "summer", "fall", "autumn", "winter": return season(at: index, word)
        case "first", "second", "third", "fourth":
            return quarter(index, Self.ordinals[word] ?? 1, at: index + 1)
        case "q": return quarterCode(at: index)
        default: return nil
        }
    }

    /// `FY 2021`, `FY2021-22`, `FY 1997 to FY 2000`: October to September, as the federal budget counts (31 U.S.C. 1102).
    private func fiscalYear(_ index: Int, number: Int) -> DateFound? {
        let isShort = words.mark(number).map { "'’".unicodeScalars.contains($0) } ?? false
        guard let (first, last, end) = yearRange(at: isShort ? number + 1 : number),
            let value = CountedDate.interval(
                .init(year: first - 1, month: 10), .init(year: last, month: 9))
        else { return nil }
        return DateFound(first: index, last: end, meaning: .calendar(value), isFiscal: true)
    }

    private func years(_ index: Int, number: Int) -> DateFound? {
        guard let (first, last, end) = yearRange(at: number), let start = EDTFDate.Point(year: first) else {
            return nil
        }
        let value = first == last ? EDTFDate(start) : EDTFDate(start, to: .init(year: last))
        return DateFound(first: index, last: end, meaning: .calendar(value))
    }

    /// `academic year 2019-2020`: July to June, as schools of medicine count.
    private func academicYear(_ index: Int, number: Int) -> DateFound? {
        guard let (first, last, end) = yearRange(at: number), last > first,
            let value = CountedDate.interval(.init(year: first, month: 7), .init(year: last, month: 6))
        else { return nil }
        return DateFound(first: index, last: end, meaning: .calendar(value))
    }

    /// `fiscal year 2021`, `fiscal years (FYs) 2020-2021`.
    private func namedYear(_ index: Int, _ name: String, _ read: (Int) -> DateFound?) -> DateFound? {
        var at = index
        if words.word(at) == "federal" { at += 1 }
        guard words.word(at) == name, ["year", "years"].contains(words.word(at + 1)) else { return nil }
        at += 2
        if words.mark(at) == "(", words.mark(at + 2) == ")" { at += 3 }
        return read(at)
    }

    /// One year, or several joined by a dash, `to` or `through`; the later ones may be in two figures.
    private func yearRange(at index: Int) -> (first: Int, last: Int, end: Int)? {
        guard let first = words.year(index) ?? shortYear(index) else { return nil }
        var next = index + 1
        guard
            words.kind(next) == .dash || words.mark(next) == "/"
                || ["to", "through"].contains(words.word(next))
        else { return (first, first, index) }
        next += 1
        if ["fy", "cy"].contains(words.word(next)) { next += 1 }
        if let last = words.year(next) { return last > first ? (first, last, next) : (first, first, index) }
        if words.tokens.indices.contains(next), words.tokens[next].digits == 2, !words.tokens[next].isApart {
            let last = first / 100 * 100 + words.tokens[next].number
            if last > first { return (first, last, next) }
        }
        return (first, first, index)
    }

    /// `FY21`, `FY ’21`.
    private func shortYear(_ index: Int) -> Int? {
        guard words.tokens.indices.contains(index) else { return nil }
        let token = words.tokens[index]
        guard token.kind == .number, token.digits == 2, !token.isOrdinal else { return nil }
        return token.number < 60 ? 2000 + token.number : 1900 + token.number
    }

    // MARK: Seasons, quarters, decades

    /// `spring 2021`, `fall of 2020`; spring is March to May, as the weather service counts.
    private func season(at index: Int, _ word: String) -> DateFound? {
        var at = index + 1
        if words.word(at) == "of" || words.mark(at) == "," { at += 1 }
        guard let year = words.year(at), let month = Self.seasons[word],
            let value = CountedDate.months(from: year * 12 + month - 1, count: 3)
        else { return nil }
        return DateFound(first: index, last: at, meaning: .calendar(value))
    }

    static let seasons = ["spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12]
    private static let ordinals = ["first": 1, "second": 2, "third": 3, "fourth": 4]

    /// `third quarter of 2006`, `second quarter of fiscal year 2010`, `1st quarter 2020`.
    func quarter(_ index: Int, _ number: Int, at place: Int) -> DateFound? {
        guard words.word(place) == "quarter", (1...4).contains(number) else { return nil }
        var at = place + 1
        if words.word(at) == "of" { at += 1 }
        var isFiscal = false
        if words.word(at) == "fy" {
            (at, isFiscal) = (at + 1, true)
        } else if words.word(at) == "fiscal", words.word(at + 1) == "year" {
            (at, isFiscal) = (at + 2, true)
        }
        guard let year = words.year(at) else { return nil }
        return quarter(from: index, through: at, number, of: year, isFiscal: isFiscal)
    }

    /// `Q3 2006`.
    private func quarterCode(at index: Int) -> DateFound? {
        guard !words.isGlued(index), words.isGlued(index + 1), let number = words.count(index + 1),
            (1...4).contains(number)
        else {
            return nil
        }
        var at = index + 2
        if ["of", "fy"].contains(words.word(at)) { at += 1 }
        guard let year = words.year(at) else { return nil }
        return quarter(
            from: index, through: at, number, of: year, isFiscal: words.word(at - 1) == "fy")
    }

    /// `2006Q3`.
    func quarter(afterYear index: Int) -> DateFound? {
        guard let year = words.year(index, isFirst: true), words.isGlued(index + 1),
            words.word(index + 1) == "q",
            words.isGlued(index + 2), let number = words.count(index + 2), (1...4).contains(number)
        else { return nil }
        return quarter(from: index, through: index + 2, number, of: year, isFiscal: false)
    }

    private func quarter(
        from first: Int, through last: Int, _ number: Int, of year: Int, isFiscal: Bool
    ) -> DateFound? {
        let start = isFiscal ? (year - 1) * 12 + 9 : year * 12
        return CountedDate.months(from: start + (number - 1) * 3, count: 3).map {
            DateFound(first: first, last: last, meaning: .calendar($0))
        }
    }

    /// `1990s`, `the 1990’s`.
    func decade(at index: Int) -> DateFound? {
        guard let year = words.year(index, isFirst: true), year % 10 == 0, words.isGlued(index + 1) else {
            return nil
        }
        var at = index + 1
        if let mark = words.mark(at), "'’".unicodeScalars.contains(mark) { at += 1 }
        guard words.word(at) == "s", words.isGlued(at),
            at == index + 1 || words.word(index - 1) == "the" || words.word(index - 1) == "mid",
            let value = CountedDate.interval(.init(year: year), .init(year: year + 9))
        else { return nil }
        let first = words.word(index - 1) == "the" ? index - 1 : index
        return DateFound(first: first, last: at, meaning: .calendar(value))
    }
}
