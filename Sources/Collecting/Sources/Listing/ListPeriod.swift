import Correspondence
import Scanning

/// The day, month or year that a heading gives to what stands below it.
struct ListPeriod: Sendable, Hashable {
    var year: Int?
    var month: Int?
    var day: Int?

    /// A heading that is but a period: `May 2020`, `2020`, `MAY`, `May 18, 2020`, `2020 (12)`.
    init?(alone text: String) {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard !words.isEmpty, words.count <= 4 else { return nil }
        if words.count == 1, let year = Self.year(words[0]) {
            self.init(year: year)
        } else if words.count == 1, let month = Self.month(words[0]) {
            self.init(month: month)
        } else if words.count == 2, let year = Self.year(words[0]), words[1].allSatisfy(\.isNumber),
            text.hasSuffix(")")
        {
            self.init(year: year)
        } else if words.count == 2, let month = Self.month(words[0]) ?? Self.month(words[1]),
            let year = Self.year(words[1]) ?? Self.year(words[0])
        {
            self.init(year: year, month: month)
        } else if let date = DateReader().dates(in: text).first, date.start <= 1,
            date.end >= text.unicodeScalars.count - 1, date.value.end == nil
        {
            self.init(year: date.value.start.year, month: date.value.start.month, day: date.value.start.day)
        } else {
            return nil
        }
    }

    /// The period that a heading names among other words: `2020 Comment Letters`, `Letters – May 2020`. None where it
    /// names two years.
    init?(in text: String) {
        if let alone = ListPeriod(alone: text) {
            self = alone
            return
        }
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        let years = words.compactMap(Self.year)
        guard words.count <= 10, Set(years).count == 1, let year = years.first else { return nil }
        var month: Int?
        for (word, next) in zip(words, words.dropFirst()) where Self.year(next) == year {
            month = Self.month(word)
        }
        self.init(year: year, month: month)
    }

    init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// As EDTF; nil without a year.
    var edtf: String? {
        year.flatMap { EDTFDate(year: $0, month: month, day: month == nil ? nil : day)?.description }
    }

    static func year(_ word: Substring) -> Int? {
        guard word.utf8.count == 4, let year = Int(word), (1950...2099).contains(year) else { return nil }
        return year
    }

    static func month(_ word: Substring) -> Int? {
        months.firstIndex { name in
            word == name || (word.utf8.count >= 3 && word.utf8.count <= 4 && name.hasPrefix(word))
        }.map { $0 + 1 }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]
}
