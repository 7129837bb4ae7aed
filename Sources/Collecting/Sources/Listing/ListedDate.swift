import Correspondence
import Markup
import Scanning

/// Finds the day that a list gives to an item: beside the link, in its words, or in the headings above.
struct ListedDate {
    let page: ListingPage

    /// What was found, and what of the title's words was the date.
    struct Found: Sendable {
        /// EDTF.
        var date: String?
        /// The title without a date at its beginning or end.
        var title: String
        /// Whether it stands with the item itself, not in a heading.
        var isBeside = false
    }

    /// - Parameters:
    ///   - segments: what stands beside the title in its frame, line by line.
    ///   - chain: the headings above, nearest first.
    func find(
        title: String, segments: [String], frame: ItemFrame, chain: [PageHeadings.Heading]
    ) -> Found {
        let period = self.period(of: chain)
        var found = Found(date: nil, title: title)
        if let time = timeElement(in: frame.range) {
            found.date = time
        } else if let alone = segments.lazy.compactMap({ Self.alone($0) }).first {
            found.date = Self.completed(alone, period)
        }
        if let (date, rest) = Self.atEdge(of: title) {
            if !rest.isEmpty { found.title = rest }
            found.date = found.date ?? Self.completed(date, period)
        }
        if found.date == nil, let edge = segments.lazy.compactMap({ Self.atEdge(ofLine: $0) }).first {
            found.date = Self.completed(edge, period)
        }
        if found.date == nil { readDayAlone(title, segments, period, into: &found) }
        found.isBeside = found.date != nil || period.day != nil
        found.date = found.date ?? period.edtf
        return found
    }

    /// Month and year that the headings give together, then those of the page.
    private func period(of chain: [PageHeadings.Heading]) -> ListPeriod {
        var period = ListPeriod()
        for heading in chain {
            guard let found = ListPeriod(in: heading.text) else { continue }
            if period.month == nil, period.year == nil {
                (period.month, period.day) = (found.month, found.day)
            }
            period.year = found.year
            if period.year != nil { return period }
        }
        let names = [page.title.map { String($0.prefix { $0 != "|" }) }, yearInPath].compactMap(\.self)
        period.year = names.lazy.compactMap { ListPeriod(in: $0)?.year }.first
        return period
    }

    /// `2019` of `/letters/2019` or `?year=2019`.
    private var yearInPath: String? {
        page.address.pathAndQuery.split { !$0.isNumber && !$0.isLetter }.last { ListPeriod.year($0) != nil }
            .map(String.init)
    }

    private func timeElement(in range: Range<Int>) -> String? {
        for node in range where page.document.nodes[node].tag == .time {
            guard let value = page.document.string(.datetime, of: node) else { continue }
            let day = value.trimmingPrefix(while: \.isWhitespace).prefix { $0 != "T" && $0 != " " }
            if let date = EDTFDate(String(day)), date.end == nil, Self.isSensible(date) {
                return date.description
            }
        }
        return nil
    }

    /// The date of a line that holds but a date: `May 18, 2020`, `Posted on 5/18/2020`, `May 2020`.
    private static func alone(_ line: String) -> EDTFDate? {
        let scalars = Array(line.unicodeScalars)
        guard scalars.count <= 60, let match = DateReader(readsYearless: true).dates(in: scalars).first,
            isSensible(match.value)
        else { return nil }
        let rest = scalars[..<match.start] + scalars[match.end...]
        let words = String(String.UnicodeScalarView(rest)).lowercased().split { !$0.isLetter }
        return words.allSatisfy { labels.contains(String($0)) } ? match.value : nil
    }

    private static let labels: Set<String> = [
        "posted", "on", "date", "published", "dated", "sent", "submitted", "updated", "the", "of", "by",
        "letter",
        "released", "issued", "added", "st", "nd", "rd", "th", "monday", "tuesday", "wednesday", "thursday",
        "friday",
        "saturday", "sunday", "comment", "comments", "testimony", "letters", "statement", "filed",
        "delivered", "pdf",
        "kb", "mb", "am", "pm", "est", "edt", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "news", "type",
    ]

    /// A date at the beginning or the end of words, and the words without it: `Letter to CMS (May 18)`.
    private static func atEdge(of words: String) -> (date: EDTFDate, rest: String)? {
        let scalars = Array(words.unicodeScalars)
        let matches = DateReader(readsYearless: true).dates(in: scalars)
        guard let first = matches.first, let last = matches.last else { return nil }
        let before = scalars[..<first.start].count { $0.properties.isAlphabetic }
        if before == 0, isSensible(first.value) {
            return (first.value, trimmed(scalars[first.end...]))
        }
        let after = scalars[last.end...].count { $0.properties.isAlphabetic }
        guard after == 0, isSensible(last.value), isSetOff(scalars, last) else { return nil }
        return (last.value, trimmed(scalars[..<last.start]))
    }

    /// The same of a line beside the title. What goes on in words after a date is a sentence about that day.
    private static func atEdge(ofLine line: String) -> EDTFDate? {
        guard let (date, rest) = atEdge(of: line) else { return nil }
        let scalars = Array(line.unicodeScalars)
        guard let match = DateReader(readsYearless: true).dates(in: scalars).first, rest.utf8.count > 40,
            match.value == date
        else { return date }
        let next = scalars[match.end...].first { !$0.properties.isWhitespace }
        return next.map { "–—-|:;•·)]".unicodeScalars.contains($0) } == true ? date : nil
    }

    /// Whether a bracket, a dash, a comma or a bar stands before a date, rather than a word that it belongs to: not the
    /// date of `the hearing of May 18`.
    private static func isSetOff(_ scalars: [Unicode.Scalar], _ match: DateMatch) -> Bool {
        let before = scalars[..<match.start].last { !$0.properties.isWhitespace }
        return before.map { "([–—-,|:;•·/".unicodeScalars.contains($0) } ?? true
    }

    private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        let marks = "()[]–—-,|:;•·/. \u{A0}".unicodeScalars
        var rest = scalars
        while let last = rest.last, "([–—-,|:;•·/ \u{A0}".unicodeScalars.contains(last) { rest.removeLast() }
        while let first = rest.first, marks.contains(first), first != "(", first != "[" { rest.removeFirst() }
        if rest.first == ")" || rest.first == "]" { rest.removeFirst() }
        return String(String.UnicodeScalarView(rest)).split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
    }

    private static func isSensible(_ date: EDTFDate) -> Bool {
        date.start.year.map { (1950...2099).contains($0) } ?? true
    }

    /// `May 18` in a list of 2020 is 2020-05-18.
    private static func completed(_ date: EDTFDate, _ period: ListPeriod) -> String {
        guard date.start.year == nil, let year = period.year, date.end == nil,
            let whole = EDTFDate(year: year, month: date.start.month, day: date.start.day)
        else { return date.description }
        return whole.description
    }

    /// `18 – Letter to CMS` and `Letter to CMS (18)` under `May 2020`.
    private func readDayAlone(
        _ title: String, _ segments: [String], _ period: ListPeriod, into found: inout Found
    ) {
        guard let year = period.year, let month = period.month, period.day == nil else { return }
        for (line, isTitle) in [(title, true)] + segments.map({ ($0, false) }) {
            let text = IndexedText(line)
            guard let match = Self.dayAlone.firstMatch(in: text), let range = match[1] ?? match[2],
                let day = Int(String(decoding: text.bytes[range], as: UTF8.self)),
                let date = EDTFDate(year: year, month: month, day: day)
            else { continue }
            found.date = date.description
            if isTitle {
                var bytes = text.bytes
                bytes.removeSubrange(match.range)
                found.title = PageWords.collapsed(bytes)
            }
            return
        }
    }

    private static let dayAlone = Pattern(
        literal:
            #"^ \s* \(? (\d{1,2}) (?: st | nd | rd | th )? \)? \s* (?: [-–—:.|] \s* | $ ) | \( (\d{1,2}) (?: st | nd | rd | th )? \) \s* $"#,
        options: [.caseInsensitive, .spaced])
}
