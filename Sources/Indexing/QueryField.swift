import Correspondence

/// The fields of the query language: `agency:cms`, `date:2020-03..2020-06`.
enum QueryField: String, CaseIterable {
    case agency, topic, sender, to, signed, kind, identifier, docket, filecode, rin, bill, fr, cfr, usc, law,
        notice
    case date, has, quality, campaign, id

    /// What a value means.
    ///
    /// - Returns: Nil for a value that the field does not know; `expected` says what it knows.
    func condition(_ value: String) -> QueryCondition? {
        switch self {
        case .agency: .agency(value)
        case .topic: .topic(value)
        case .sender: .sender(value)
        case .to: .addressee(value)
        case .signed: .signatory(value)
        case .campaign: .campaign(value)
        case .id: Self.id(value).map { .letter($0) }
        case .kind: LetterKind(rawValue: value.lowercased()).map { .kind($0) }
        case .quality: TextQuality.Verdict(rawValue: value.lowercased()).map { .quality($0) }
        case .has: Self.feature(value).map { .has($0) }
        case .date: Self.dates(value)
        default: value.isEmpty ? nil : .identifier(value, identifierKind)
        }
    }

    var expected: String {
        switch self {
        case .kind: "one of " + LetterKind.allCases.map(\.rawValue).joined(separator: ", ")
        case .quality: "good, poor or none"
        case .has: "one of " + QueryCondition.Feature.allCases.map(\.rawValue).joined(separator: ", ")
        case .date: "a year, month or day, or two of them: 2020, 2020-03..2020-06, 2020-05-31.."
        case .id: "the beginning of a letter's id, such as 3f9a1c20"
        default: "a value"
        }
    }

    /// The flags' dates and the field's: the letter's date may lie between them.
    static func dates(_ value: String) -> QueryCondition? {
        let ends = value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if ends.count == 1 {
            return day(value).map { .date(from: $0, to: $0) }
        }
        guard ends.count == 3, ends[1].isEmpty, !(ends[0].isEmpty && ends[2].isEmpty) else { return nil }
        let from = day(ends[0])
        let to = day(ends[2])
        guard from != nil || ends[0].isEmpty, to != nil || ends[2].isEmpty else { return nil }
        return .date(from: from, to: to)
    }

    /// A year, month or day with a year that is stated.
    static func day(_ text: String) -> EDTFDate? {
        guard let date = EDTFDate(text), date.end == nil, date.earliestDay != nil else { return nil }
        return date
    }

    /// The beginning of a letter's id: hexadecimal digits, and the dash of a second letter in a file.
    private static func id(_ value: String) -> String? {
        let plain = value.lowercased()
        return !plain.isEmpty && plain.allSatisfy { $0.isHexDigit && $0.isASCII || $0 == "-" } ? plain : nil
    }

    private static func feature(_ value: String) -> QueryCondition.Feature? {
        let plain = value.lowercased()
        return QueryCondition.Feature.allCases.first {
            $0.rawValue.lowercased() == plain || $0.rawValue.lowercased() + "s" == plain
        }
    }

    var identifierKind: Identifier.Kind? {
        switch self {
        case .docket: .docket
        case .filecode: .fileCode
        case .rin: .rin
        case .bill: .bill
        case .fr: .frCitation
        case .cfr: .cfr
        case .usc: .usc
        case .law: .publicLaw
        case .notice: .notice
        default: nil
        }
    }
}
