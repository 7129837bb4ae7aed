import Correspondence
import Scanning

/// A date expression of running text, perhaps without its year.
struct EventDate: Sendable {
    /// Unicode scalar offsets into the page's text.
    var start: Int
    var end: Int
    /// As it stands: `XXXX-06-01` for `June 1`.
    var value: EDTFDate
    /// `last March`, `next June`: the month is known, the year follows from the letter's date.
    var isBefore: Bool?

    /// Whether nothing had to be inferred.
    var isWhole: Bool { value.start.year != nil && isBefore == nil }

    /// With the year that the letter's date gives it: the nearest one in the direction of the verb.
    ///
    /// A day without a year stays without one where the letter has no date. Nil for `last March` then.
    func resolved(written: EDTFDate?, isFuture: Bool?) -> EDTFDate? {
        guard value.start.year == nil || isBefore != nil else { return value }
        guard let base = written?.start, let baseYear = base.year, let baseMonth = base.month,
            let month = value.start.month
        else { return isBefore == nil ? value : nil }
        let here = baseMonth * 31 + (base.day ?? 15)
        let there = month * 31 + (value.start.day ?? 15)
        var year = baseYear
        switch isBefore.map({ !$0 }) ?? isFuture {
        case true?: if there < here { year += 1 }
        case false?: if there > here { year -= 1 }
        case nil:
            if there - here > 186 { year -= 1 }
            if here - there > 186 { year += 1 }
        }
        return dated(year)
    }

    private func dated(_ year: Int) -> EDTFDate? {
        guard let first = EDTFDate.Point(year: year, month: value.start.month, day: value.start.day) else {
            return nil
        }
        guard let end = value.end else { return EDTFDate(first) }
        let wraps = (end.month ?? 0) < (value.start.month ?? 0)
        return EDTFDate.Point(year: wraps ? year + 1 : year, month: end.month, day: end.day).map {
            EDTFDate(first, to: $0)
        }
    }
}

/// Reads the dates of running text that may date an event.
enum EventDates {
    private static let reader = DateReader(readsYearless: true)
    private static let relative = Pattern(
        literal:
            #"\b(?:(last|this past|past|previous)|(?:next|this coming|coming|upcoming)) (january|february|march|april|may|june|july|august|september|october|november|december)\b(?!\s+\d)"#,
        options: .caseInsensitive)
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    static func dates(in scalars: [Unicode.Scalar]) -> [EventDate] {
        let found = reader.dates(in: scalars).filter { $0.form != .damaged }.map { match in
            extended(EventDate(start: match.start, end: match.end, value: match.value), scalars)
        }
        return (found + relativeMonths(in: scalars)).sorted { $0.start < $1.start }
    }

    /// `Nov. 8-12`: a day without a year may be the first of several.
    private static func extended(_ date: EventDate, _ scalars: [Unicode.Scalar]) -> EventDate {
        let start = date.value.start
        guard start.year == nil, let first = start.day, date.value.end == nil else { return date }
        var at = date.end
        guard at < scalars.count, "-–—".unicodeScalars.contains(scalars[at]) else { return date }
        at += 1
        var last = 0
        let digits = at
        while at < scalars.count, at - digits < 2,
            let digit = scalars[at].properties.numericType == .decimal
                ? Int(String(scalars[at])) : nil
        {
            last = last * 10 + digit
            at += 1
        }
        guard last > first, let end = EDTFDate.Point(year: nil, month: start.month, day: last) else {
            return date
        }
        return EventDate(start: date.start, end: at, value: EDTFDate(start, to: end))
    }

    /// Whether a blank stands between a letter that ends `last`, `past`, `previous`, `next` or `coming` and the
    /// first three letters of a month: the pattern is not worth its cost on the other pages.
    private static func mayHoldRelativeMonth(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.withUnsafeBufferPointer { scalars in
            guard scalars.count > 4 else { return false }
            for place in 1..<scalars.count - 3 where scalars[place] == " " {
                guard "tgs".utf8.contains(small(scalars[place - 1])) else { continue }
                let start = key(scalars[place + 1], scalars[place + 2], scalars[place + 3])
                if monthStarts.contains(start) { return true }
            }
            return false
        }
    }

    private static let monthStarts: Set<UInt32> = Set(
        months.map { name in
            let letters = Array(name.unicodeScalars)
            return key(letters[0], letters[1], letters[2])
        })

    private static func key(_ a: Unicode.Scalar, _ b: Unicode.Scalar, _ c: Unicode.Scalar) -> UInt32 {
        UInt32(small(a)) << 16 | UInt32(small(b)) << 8 | UInt32(small(c))
    }

    /// An ASCII letter in lower case; the long s is one to Unicode's case folding. 0 for what else there is.
    private static func small(_ letter: Unicode.Scalar) -> UInt8 {
        if letter == "\u{17F}" { return UInt8(ascii: "s") }
        return letter.isASCII ? UInt8(letter.value) | 32 : 0
    }

    private static func relativeMonths(in scalars: [Unicode.Scalar]) -> [EventDate] {
        guard mayHoldRelativeMonth(scalars) else { return [] }
        let text = IndexedText(String(scalars: scalars[...]))
        return relative.matches(in: text).compactMap { match in
            guard let range = match[2] else { return nil }
            let name = String(decoding: text.bytes[range], as: UTF8.self).lowercased()
            // Any year will do: it is replaced, or the date is dropped.
            guard let month = months.firstIndex(of: name), let value = EDTFDate(year: 2000, month: month + 1)
            else {
                return nil
            }
            return EventDate(
                start: text.scalarOffset(ofByte: match.range.lowerBound),
                end: text.scalarOffset(ofByte: match.range.upperBound), value: value,
                isBefore: match[1] != nil)
        }
    }
}
