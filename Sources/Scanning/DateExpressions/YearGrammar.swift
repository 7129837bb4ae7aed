import Correspondence

/// Years that stand alone: `in 2010`, `the Affordable Care Act of 2010`, `2011–2018`, `2019-20`; not the numbers of
/// houses, rooms, bills, dockets, pages and patients that look like years.
struct YearGrammar {
    let words: DateWords

    /// The year that a token is.
    func year(at index: Int) -> DateFound? {
        guard let year = words.year(index, isFirst: true), !isPartOfCode(index), !isNumberOf(index),
            !isAddress(index),
            !isCount(index)
        else { return nil }
        if let range = shortRange(index, year) { return range }
        return EDTFDate(year: year).map {
            DateFound(first: index, last: index, meaning: .calendar($0), isBareYear: true)
        }
    }

    /// `2019-20`.
    private func shortRange(_ index: Int, _ year: Int) -> DateFound? {
        guard words.kind(index + 1) == .dash || words.mark(index + 1) == "/",
            words.tokens.indices.contains(index + 2)
        else { return nil }
        let last = words.tokens[index + 2]
        guard last.kind == .number, last.digits == 2, !last.isApart, words.isGlued(index + 1),
            !words.isGlued(index + 3) || words.kind(index + 3) == .comma || words.kind(index + 3) == .period,
            last.number == (year + 1) % 100
                || last.number > year % 100 && last.number > 12 && last.number < year % 100 + 30,
            let value = CountedDate.interval(
                .init(year: year), .init(year: year / 100 * 100 + last.number))
        else { return nil }
        return DateFound(first: index, last: index + 2, meaning: .calendar(value))
    }

    /// A mark that joins it to a docket's number, an address of the web, a sum of money, a decimal number.
    private func isPartOfCode(_ index: Int) -> Bool {
        let start = words.tokens[index].start
        let end = words.tokens[index].end
        let before = start > 0 ? words.scalars[start - 1] : " "
        let after = end < words.scalars.count ? words.scalars[end] : " "
        if "-–—−".unicodeScalars.contains(before) {
            return !Self.prefixes.contains(words.word(index - 2)) && !isYear(index - 2)
        }
        if "$€£#§@&=_/\\.:%+~".unicodeScalars.contains(before) || DateTokenizer.isLetter(before) {
            return true
        }
        if before == ",", start > 1, DateTokenizer.isDigit(words.scalars[start - 2]) { return true }
        if "%=_@\\$".unicodeScalars.contains(after) || DateTokenizer.isLetter(after) { return true }
        return isGluedAfter(index, mark: after, end: end)
    }

    private func isYear(_ index: Int) -> Bool { words.year(index) != nil }

    private static let prefixes: Set<String> = ["mid", "pre", "post", "since", "early", "late"]

    /// `2015-81`, `2020/5/1`, `2020.06`, `2,000` go on.
    private func isGluedAfter(_ index: Int, mark: Unicode.Scalar, end: Int) -> Bool {
        guard end + 1 < words.scalars.count else { return false }
        let next = words.scalars[end + 1]
        switch mark {
        case "-", "–", "—", "/":
            guard DateTokenizer.isDigit(next) else {
                return mark == "/" && DateTokenizer.isLetter(next)
                    || mark == "-" && next.properties.isUppercase
            }
            return !isYear(index + 2) && shortRange(index, words.tokens[index].number) == nil
        case ".", ",", ":": return DateTokenizer.isDigit(next)
        default: return false
        }
    }

    /// `H.R. 2020`, `Section 1905`, `Room 2020`, `P.O. Box 1900`, `No. 1999`.
    private func isNumberOf(_ index: Int) -> Bool {
        guard words.tokens[index].breaks == 0 else { return false }
        var before = index - 1
        if words.kind(before) == .period || words.mark(before) == "§" || words.mark(before) == "#" {
            before -= 1
        }
        let word = words.word(before)
        // `S. 2020`, `H.R. 2020`, but no sentence's end before a year.
        if before == index - 2, words.kind(index - 1) == .period, ["s", "r", "res", "con"].contains(word) {
            return true
        }
        return Self.numbered.contains(word)
    }

    private static let numbered: Set<String> = [
        "hr", "section", "sections", "sec", "room", "suite", "ste", "box", "no", "nos", "number", "docket",
        "page", "pages",
        "pp", "part", "parts", "title", "chapter", "cfr", "usc", "stat", "ext", "extension", "floor", "unit",
        "apt",
        "route", "highway", "form", "line", "item", "approximately", "nearly", "almost", "roughly", "over",
        "about",
        "than", "least", "most", "fax", "phone", "tel", "telephone",
    ]

    /// `1999 K Street`, and a number at the end of a line of an address.
    private func isAddress(_ index: Int) -> Bool {
        var at = index + 1
        while at <= index + 5, words.kind(at) != nil, words.tokens[at].breaks == 0 {
            if words.kind(at) == .word, Self.streets.contains(words.word(at)) {
                return words.isCapital(index + 1) || words.kind(index + 1) == .number
            }
            if words.kind(at) == .comma || words.mark(at) == "(" { return false }
            at += 1
        }
        return false
    }

    private static let streets: Set<String> = [
        "street", "st", "avenue", "ave", "boulevard", "blvd", "road", "rd", "drive", "dr", "lane", "ln",
        "parkway",
        "pkwy", "plaza", "place", "circle", "court", "ct", "terrace", "way", "highway", "rayburn",
        "longworth",
        "cannon", "dirksen", "hart", "russell",
    ]

    /// `2000 patients`, `1800 million`: a round number before what is counted.
    private func isCount(_ index: Int) -> Bool {
        let next = words.word(index + 1)
        if ["million", "billion", "percent", "mg", "hours", "square", "feet", "or"].contains(next),
            next != "or" || words.word(index + 2) == "more"
        {
            return true
        }
        let number = words.tokens[index].number
        guard number % 100 == 0 || number > 2060 || number < 1776 else { return false }
        let opening = ["in", "of", "since", "by", "until", "year", "before", "after"].contains(
            words.word(index - 1))
        return !opening || (!next.isEmpty && !words.isCapital(index + 1) && next.hasSuffix("s"))
    }
}
