/// Reads a day out of a page's address.
enum HTMLDateAddress {
    /// Year, month and day as folders of the path: `/2020/05/31/`, `/2020/may/31/`; or as one of eight
    /// digits: `/20200531/`.
    static func folders(_ address: String, reader: HTMLDayReader) -> String? {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        let parts = path.split(separator: "/").map { HTMLDateToken.tokens(of: String($0)) }
        for index in parts.indices {
            if parts[index].count == 1, case .number(let value, 8)? = parts[index].first,
                let day = reader.day(in: "\(value)")
            {
                return day
            }
            guard index + 2 < parts.count, parts[index].count == 1, parts[index + 1].count == 1,
                let year = parts[index][0].number(4), let month = month(parts[index + 1][0]),
                let date = date(parts[index + 2])
            else { continue }
            if let day = reader.day(in: "\(year)-\(month)-\(date)") { return day }
        }
        return nil
    }

    private static func month(_ token: HTMLDateToken) -> Int? {
        if case .word(let word) = token { return HTMLMonthNames.month(word) }
        return token.number(2)
    }

    /// `31`, `31.html`; but not `31-days-in-may`.
    private static func date(_ folder: [HTMLDateToken]) -> Int? {
        guard folder.count == 1 || folder[1] == .mark(0x2E) else { return nil }
        return folder[0].number(2)
    }

    /// A day inside the name of a folder or page, written from the year down: `minutes-2020-05-31.html`.
    static func names(_ address: String, reader: HTMLDayReader) -> String? {
        let tokens = HTMLDateToken.tokens(of: address)
        for token in tokens {
            if case .number(let value, 8) = token, let day = reader.day(in: "\(value)") { return day }
        }
        for index in tokens.indices.dropLast(4) {
            guard let year = tokens[index].number(4), tokens[index + 1] == tokens[index + 3],
                let month = tokens[index + 2].twoDigits, let date = tokens[index + 4].twoDigits
            else { continue }
            if let day = reader.day(in: "\(year)-\(month)-\(date)") { return day }
        }
        return nil
    }

    /// `31-05-2020` in a name: the name of a meeting more often than the day of the page.
    static func dayFirstNames(_ address: String, reader: HTMLDayReader) -> String? {
        let tokens = HTMLDateToken.tokens(of: address)
        return tokens.indices.dropLast(4).lazy.compactMap { index in
            guard tokens[index + 1] == .mark(0x2D), tokens[index + 3] == .mark(0x2D),
                let date = tokens[index].twoDigits, let month = tokens[index + 2].twoDigits,
                let year = tokens[index + 4].number(4)
            else { return nil }
            return reader.day(in: "\(year)-\(month)-\(date)")
        }.first
    }
}
