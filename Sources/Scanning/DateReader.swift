import Correspondence

/// A date that stands in a text.
public struct DateMatch: Sendable, Hashable {
    /// How a date is written.
    public enum Form: Sendable, Hashable {
        /// `May 31, 2020`, `31 May 2020`, `24 September 15`.
        case written
        /// `5/31/20`.
        case numeric
        /// `2020-05-31`.
        case iso
        /// `May 2020`.
        case month
        /// `June 22-24, 2015`.
        case interval
        /// `May 31`.
        case yearless
        /// Read through the errors of a scan: `ApH1 8,2011`.
        case damaged
    }

    /// Unicode scalar offsets into the text.
    public var start: Int
    public var end: Int
    public var value: EDTFDate
    public var form: Form
    public var confidence: Evidence.Confidence

    public init(start: Int, end: Int, value: EDTFDate, form: Form, confidence: Evidence.Confidence) {
        self.start = start
        self.end = end
        self.value = value
        self.form = form
        self.confidence = confidence
    }
}

/// Reads the dates in English text. A date that cannot be (30 February) is no date.
///
/// Numbers are read month first, as in the United States, unless only the other order can be.
public struct DateReader: Sendable {
    /// Also reads days without a year (`May 31`), as `XXXX-05-31`. Default false: most are of no use alone.
    public var readsYearless: Bool
    /// Also tries to read through the errors of a scan, at low confidence. Default false: only for lines
    /// where a date is expected.
    public var readsDamaged: Bool

    public init(readsYearless: Bool = false, readsDamaged: Bool = false) {
        self.readsYearless = readsYearless
        self.readsDamaged = readsDamaged
    }

    /// The dates in a text, in order, none overlapping another.
    public func dates(in text: some StringProtocol) -> [DateMatch] {
        dates(in: Array(text.unicodeScalars))
    }

    /// The dates in a text of Unicode scalars, in order, none overlapping another.
    public func dates(in scalars: [Unicode.Scalar]) -> [DateMatch] {
        TextPortions.read(scalars, place: (\.start, \.end), with: dates(inPortion:))
    }

    private func dates(inPortion scalars: [Unicode.Scalar]) -> [DateMatch] {
        let tokens = DateTokenizer.tokens(of: scalars)
        let grammar = DateGrammar(tokens: tokens, readsYearless: readsYearless)
        var found: [DateMatch] = []
        var index = 0
        while index < tokens.count {
            if let (match, next) = grammar.date(at: index) {
                found.append(match)
                index = next
            } else {
                index += 1
            }
        }
        if found.isEmpty && readsDamaged, let match = DamagedDate.read(scalars) { return [match] }
        return found
    }
}
