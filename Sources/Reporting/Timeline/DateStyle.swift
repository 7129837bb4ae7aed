import Correspondence

/// How dates are written for people. Months are ours, in English, whatever the host's locale.
public enum DateStyle: String, Sendable, Hashable, Codable, CaseIterable {
    /// `31 May 2020`.
    case dayFirst
    /// `May 31, 2020`.
    case monthFirst

    /// The style that a `locale:` setting means: `en-US` writes the month first, all others the day.
    public init(locale: String) {
        self = locale.lowercased().replacing("_", with: "-").hasPrefix("en-us") ? .monthFirst : .dayFirst
    }

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// A date in words: `31 May 2020`, `May 2020`, `8 to 12 November`, `about 2020`.
    public func text(_ date: EDTFDate) -> String {
        guard let end = date.end else { return text(date.start) }
        if let (first, last) = sameMonthDays(date.start, end) {
            let month = Self.months[(end.month ?? 1) - 1]
            let year = end.year.map(String.init)
            switch self {
            case .dayFirst: return "\(first) to \(last) \(month)" + (year.map { " \($0)" } ?? "")
            case .monthFirst: return "\(month) \(first) to \(last)" + (year.map { ", \($0)" } ?? "")
            }
        }
        return "\(text(date.start)) to \(text(end))"
    }

    private func sameMonthDays(_ start: EDTFDate.Point, _ end: EDTFDate.Point) -> (Int, Int)? {
        guard start.year == end.year, start.month == end.month, !start.isApproximate, !end.isApproximate,
            let first = start.day, let last = end.day
        else { return nil }
        return (first, last)
    }

    func text(_ point: EDTFDate.Point) -> String {
        let about = point.isApproximate ? "about " : ""
        let year = point.year.map(String.init)
        guard let month = point.month.map({ Self.months[$0 - 1] }) else { return about + (year ?? "") }
        guard let day = point.day else { return about + month + (year.map { " \($0)" } ?? "") }
        switch self {
        case .dayFirst: return "\(about)\(day) \(month)" + (year.map { " \($0)" } ?? "")
        case .monthFirst: return "\(about)\(month) \(day)" + (year.map { ", \($0)" } ?? "")
        }
    }

    /// A day or month as data holds it (`2020-05-31`, `2020-05`), in words; other text as it stands.
    func text(iso: String) -> String {
        EDTFDate(iso).map(text) ?? iso
    }
}
