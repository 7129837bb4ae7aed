import Correspondence

/// The time in Washington, which the government's interfaces mean by a day. Daylight saving as since 2007: from the second
/// Sunday of March to the first of November (15 U.S.C. 260a). Worked out here, so that no machine's zone files decide.
enum EasternTime {
    /// `2020-08-10T15:58:52Z` as `2020-08-10 11:58:52`; nil for what is no such time.
    static func local(_ utc: String) -> (day: String, time: String)? {
        let text = Array(utc.utf8)
        guard text.count >= 19, text[10] == UInt8(ascii: "T"), let day = CalendarDay(String(utc.prefix(10))),
            let hour = number(text[11..<13]), let minute = number(text[14..<16]),
            let second = number(text[17..<19]), hour < 24, minute < 60, second < 61
        else { return nil }
        let standard = day.number * 24 + hour - 5
        let shifted = isDaylight(hours: standard) ? standard + 1 : standard
        let local = CalendarDay(number: Int((Double(shifted) / 24).rounded(.down)))
        let hours = EDTFDate.padded(shifted - local.number * 24, to: 2)
        let rest = "\(EDTFDate.padded(minute, to: 2)):\(EDTFDate.padded(second, to: 2))"
        return (local.iso, "\(hours):\(rest)")
    }

    /// - Parameter hours: in standard time since 1970.
    private static func isDaylight(hours: Int) -> Bool {
        let year = CalendarDay(number: Int((Double(hours) / 24).rounded(.down))).yearMonthDay.year
        let begin = sunday(2, of: 3, year).number * 24 + 2
        let end = sunday(1, of: 11, year).number * 24 + 1
        return (begin..<end).contains(hours)
    }

    private static func sunday(_ count: Int, of month: Int, _ year: Int) -> CalendarDay {
        let first = CalendarDay(year: year, month: month, day: 1)
        // 1970-01-04 was a Sunday.
        let offset = ((3 - first.number) % 7 + 7) % 7
        return CalendarDay(number: first.number + offset + 7 * (count - 1))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        Int(String(decoding: digits, as: UTF8.self))
    }
}
