/// A date of EDTF level 0 to 1 (loc.gov/standards/datetime): a day, a month, a year, an interval of these,
/// approximate (`~`), or with a year nobody stated (`XXXX-11-08`).
public struct EDTFDate: Sendable, Hashable {
    /// One end of a date: as much of it as is known.
    public struct Point: Sendable, Hashable {
        public var year: Int?
        public var month: Int?
        public var day: Int?
        public var isApproximate: Bool

        /// Nil for a date that cannot be: month 13, 30 February, a day without a month.
        public init?(year: Int?, month: Int? = nil, day: Int? = nil, isApproximate: Bool = false) {
            if let year, !(1...9999).contains(year) { return nil }
            if let month, !(1...12).contains(month) { return nil }
            if month == nil && (day != nil || year == nil) { return nil }
            if let day, let month {
                guard day >= 1, day <= EDTFDate.daysInMonth(month, year: year ?? 2000) else { return nil }
            }
            self.year = year
            self.month = month
            self.day = day
            self.isApproximate = isApproximate
        }
    }

    public var start: Point
    /// Nil where the date is not an interval.
    public var end: Point?

    public init(_ start: Point, to end: Point? = nil) {
        self.start = start
        self.end = end
    }

    public init?(year: Int?, month: Int? = nil, day: Int? = nil, isApproximate: Bool = false) {
        guard let point = Point(year: year, month: month, day: day, isApproximate: isApproximate) else {
            return nil
        }
        self.init(point)
    }

    /// Reads `2020-05-31`, `2020-05`, `2020`, `2020~`, `XXXX-11-08`, and two of these divided by `/`.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first, let start = Point(first) else { return nil }
        self.start = start
        if parts.count == 2 {
            guard let end = Point(parts[1]) else { return nil }
            self.end = end
        }
    }

    /// Days in a month of the proleptic Gregorian calendar.
    public static func daysInMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension EDTFDate.Point: CustomStringConvertible {
    init?(_ text: Substring) {
        var rest = text
        let isApproximate = rest.hasSuffix("~")
        if isApproximate { rest = rest.dropLast() }
        let fields = rest.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(fields.count), fields[0].count == 4 else { return nil }
        let digits = { (field: Substring) in field.allSatisfy { $0.isASCII && $0.isNumber } }
        let year: Int?
        if fields[0] == "XXXX" {
            year = nil
        } else {
            guard digits(fields[0]), let number = Int(fields[0]) else { return nil }
            year = number
        }
        var rests: [Int] = []
        for field in fields.dropFirst() {
            guard field.count == 2, digits(field), let number = Int(field) else { return nil }
            rests.append(number)
        }
        self.init(
            year: year, month: rests.first, day: rests.count > 1 ? rests[1] : nil,
            isApproximate: isApproximate)
    }

    public var description: String {
        var text = year.map { EDTFDate.padded($0, to: 4) } ?? "XXXX"
        if let month { text += "-" + EDTFDate.padded(month, to: 2) }
        if let day { text += "-" + EDTFDate.padded(day, to: 2) }
        return isApproximate ? text + "~" : text
    }
}

extension EDTFDate: CustomStringConvertible {
    public var description: String {
        end.map { "\(start)/\($0)" } ?? "\(start)"
    }

    /// A number with zeros before it.
    public static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// The first day that the date can mean, `YYYY-MM-DD`; nil where the year is not known.
    public var earliestDay: String? { Self.bound(start, last: false) }

    /// The last day that the date can mean, `YYYY-MM-DD`; nil where the year is not known.
    public var latestDay: String? { Self.bound(end ?? start, last: true) }

    private static func bound(_ point: Point, last: Bool) -> String? {
        guard let year = point.year else { return nil }
        let month = point.month ?? (last ? 12 : 1)
        let day = point.day ?? (last ? daysInMonth(month, year: year) : 1)
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}

extension EDTFDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = EDTFDate(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not an EDTF date of level 0 or 1: \(text)")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension EDTFDate: Comparable {
    /// By the first possible day, then the last; dates without a year come last.
    public static func < (a: Self, b: Self) -> Bool {
        (a.earliestDay ?? "~", a.latestDay ?? "~", a.description)
            < (b.earliestDay ?? "~", b.latestDay ?? "~", b.description)
    }
}
