import Correspondence

/// Reads days out of short texts of a page's head and frame, in the languages that pages are written in.
///
/// The dates of a letter itself are read by Describing; here it is only what a page says of itself.
struct HTMLDayReader: Sendable {
    /// Whether 3/4/2020 means March 4: so in the United States, the other way round elsewhere.
    var isMonthFirst: Bool
    /// Days that the page states beyond doubt elsewhere, as `YYYY-MM-DD`: 3/4/2020 is the one of its two
    /// readings that is among them.
    var stated: Set<String> = []

    /// `YYYY-MM-DD` of the first day named in a text.
    func day(in text: String) -> String? { days(in: text, limit: 1).first }

    /// The days named in a text, in order.
    func days(in text: String, limit: Int = .max) -> [String] {
        let tokens = HTMLDateToken.tokens(of: text)
        var found: [String] = []
        var index = 0
        while index < tokens.count, found.count < limit {
            if let match = match(tokens, at: index) {
                found.append(match.day)
                index += match.length
            } else {
                index += 1
            }
        }
        return found
    }

    /// The day that tokens begin with, after a few marks and small words: ` on: May 31, 2020`.
    func day(afterFewMarks tokens: [HTMLDateToken]) -> String? {
        for index in tokens.indices.prefix(6) {
            if let match = match(tokens, at: index) { return match.day }
            if case .number = tokens[index] { return nil }
        }
        return nil
    }

    private func match(_ tokens: [HTMLDateToken], at index: Int) -> (day: String, length: Int)? {
        switch tokens[index] {
        case .number(let value, let digits):
            if digits == 8 { return day(value / 10_000, value / 100 % 100, value % 100).map { ($0, 1) } }
            if digits == 4 { return yearFirst(tokens, at: index, year: value) }
            if digits <= 2 { return numeric(tokens, at: index, value) ?? dayMonth(tokens, at: index, value) }
            return nil
        case .word(let word): return HTMLMonthNames.month(word).flatMap { monthDay(tokens, at: index, $0) }
        case .mark: return nil
        }
    }

    /// 2020-05-31, 2020/5/31, 2020年5月31日.
    private func yearFirst(
        _ tokens: [HTMLDateToken], at index: Int, year: Int
    ) -> (day: String, length: Int)? {
        guard index + 4 < tokens.count, let month = tokens[index + 2].number(2),
            let date = tokens[index + 4].number(2)
        else { return nil }
        let separators = (tokens[index + 1], tokens[index + 3])
        let isNumeric = separators.0 == separators.1 && separators.0.isDateMark
        let isIdeographic = separators.0.isWord(in: ["年", "년"]) && separators.1.isWord(in: ["月", "월"])
        guard isNumeric || isIdeographic else { return nil }
        return day(year, month, date).map { ($0, 5) }
    }

    /// 31.5.2020, 5/31/2020, 31-05-20.
    private func numeric(
        _ tokens: [HTMLDateToken], at index: Int, _ first: Int
    ) -> (day: String, length: Int)? {
        guard index + 4 < tokens.count, tokens[index + 1] == tokens[index + 3], tokens[index + 1].isDateMark,
            let second = tokens[index + 2].number(2), case .number(var year, let digits) = tokens[index + 4],
            digits == 4 || digits == 2
        else { return nil }
        if digits == 2 { year += year < 70 ? 2000 : 1900 }
        let prefersMonth = isMonthFirst && tokens[index + 1] != .mark(0x2E)
        let readings = [day(year, first, second), day(year, second, first)].compactMap(\.self)
        guard let first = readings.first, let last = readings.last else { return nil }
        if stated.contains(first) != stated.contains(last) {
            return (stated.contains(first) ? first : last, 5)
        }
        return (prefersMonth ? first : last, 5)
    }

    /// 31 May 2020, 31st of May, 2020, 31. Mai 2020, 31 de mayo de 2020.
    private func dayMonth(
        _ tokens: [HTMLDateToken], at index: Int, _ date: Int
    ) -> (day: String, length: Int)? {
        var next = skip(
            tokens, from: index + 1, words: ["st", "nd", "rd", "th", "er", "of", "de", "º", "ª", "."])
        guard next < tokens.count, case .word(let word) = tokens[next], let month = HTMLMonthNames.month(word)
        else { return nil }
        next = skip(tokens, from: next + 1, words: ["de", "del", "of"])
        guard next < tokens.count, let year = tokens[next].number(4) else { return nil }
        return day(year, month, date).map { ($0, next + 1 - index) }
    }

    /// May 31, 2020; May 31st 2020.
    private func monthDay(
        _ tokens: [HTMLDateToken], at index: Int, _ month: Int
    ) -> (day: String, length: Int)? {
        var next = skip(tokens, from: index + 1, words: [])
        guard next < tokens.count, let date = tokens[next].number(2) else { return nil }
        next = skip(tokens, from: next + 1, words: ["st", "nd", "rd", "th"])
        guard next < tokens.count, let year = tokens[next].number(4) else { return nil }
        return day(year, month, date).map { ($0, next + 1 - index) }
    }

    private func skip(_ tokens: [HTMLDateToken], from start: Int, words: Set<String>) -> Int {
        var index = start
        while index < tokens.count, index < start + 5 {
            switch tokens[index] {
            case .mark(let byte) where [0x20, 0x2C, 0x2E, 0x2D, 0x2F].contains(byte): index += 1
            case .word(let word) where words.contains(word): index += 1
            default: return index
            }
        }
        return index
    }

    private func day(_ year: Int, _ month: Int, _ date: Int) -> String? {
        guard (1990...2050).contains(year) else { return nil }
        return EDTFDate(year: year, month: month, day: date).map(\.description)
    }
}

/// A number, a word in lower case, or a single mark between them.
enum HTMLDateToken: Hashable {
    case number(Int, digits: Int)
    case word(String)
    /// White space is one mark, 0x20.
    case mark(UInt8)

    /// The value of a number of at most so many digits; for years, of exactly four.
    func number(_ digits: Int) -> Int? {
        guard case .number(let value, let own) = self else { return nil }
        return (digits == 4 ? own == 4 : own <= digits) ? value : nil
    }

    /// The value of a number written with two digits.
    var twoDigits: Int? {
        guard case .number(let value, 2) = self else { return nil }
        return value
    }

    var isDateMark: Bool { self == .mark(0x2D) || self == .mark(0x2F) || self == .mark(0x2E) }

    func isWord(in words: Set<String>) -> Bool {
        if case .word(let word) = self { return words.contains(word) }
        return false
    }

    static func tokens(of text: String) -> [HTMLDateToken] {
        var tokens: [HTMLDateToken] = []
        var word: [UInt8] = []
        var digits = 0
        var value = 0
        func close() {
            if digits > 0 { tokens.append(.number(value, digits: digits)) }
            if !word.isEmpty { tokens.append(.word(String(decoding: word, as: UTF8.self).lowercased())) }
            (digits, value) = (0, 0)
            word.removeAll(keepingCapacity: true)
        }
        for byte in text.utf8 {
            if byte >= 0x30, byte <= 0x39 {
                if !word.isEmpty { close() }
                digits += 1
                if digits < 10 { value = value * 10 + Int(byte - 0x30) }
            } else if byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A {
                if digits > 0 { close() }
                word.append(byte)
            } else {
                close()
                let mark: UInt8 = byte <= 0x20 ? 0x20 : byte
                if mark != 0x20 || tokens.last != .mark(0x20) { tokens.append(.mark(mark)) }
            }
        }
        close()
        return tokens
    }
}

/// Names of months in the languages of the web's letters, whole and shortened.
enum HTMLMonthNames {
    static func month(_ word: String) -> Int? { table[word] }

    private static let table: [String: Int] = {
        var table: [String: Int] = [:]
        for (index, names) in months.enumerated() {
            for name in names.split(separator: " ") { table[String(name)] = index + 1 }
        }
        return table
    }()

    private static let months = [
        "january jan januar jän jänner janvier janv enero ene gennaio gen janeiro januari stycznia styczeń ocak leden"
            + " ledna января янв janúar",
        "february feb februar feber février févr fév febrero febbraio febbr fevereiro fev februari lutego luty şubat"
            + " února февраля фев fevrier",
        "march mar märz mär mrz mars marzo março marco maart mrt marca marzec mart března марта мар",
        "april apr avril avr abril abr aprile kwietnia kwiecień nisan dubna апреля апр",
        "may mai mayo maggio mag maio mei maj maja mayıs května мая",
        "june jun juni juin junio giugno giu junho czerwca czerwiec haziran června июня июн",
        "july jul juli juillet juil julio luglio lug julho lipca lipiec temmuz července июля июл",
        "august aug août aout agosto ago augustus augusti sierpnia sierpień ağustos srpna августа авг",
        "september sep sept septembre septiembre settembre set setembro września wrzesień eylül září сентября сен"
            + " setiembre",
        "october oct oktober okt octobre octubre ottobre ott outubro out października październik ekim října"
            + " октября окт",
        "november nov novembre noviembre novembro listopada listopad kasım listopadu ноября ноя",
        "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro grudnia grudzień aralık"
            + " prosince декабря дек",
    ]
}
