import Correspondence

/// What two letters that share much of their text are to each other.
enum Comparison: Sendable, Hashable {
    case duplicate, rendition, nearDuplicate
    /// They share a template.
    case campaign

    /// Nil where they are two letters: too little in common, or the same sender at another time.
    init?(_ a: LetterFacts, _ b: LetterFacts, similarity: Double, settings: RelatingSettings) {
        let days = Self.daysApart(a, b) ?? 0
        let isOtherMedium = a.mediaType.isWeb != b.mediaType.isWeb
        let isOtherSender = a.sender != nil && b.sender != nil && a.sender != b.sender
        if days <= settings.sameLetterDays, Self.shareAddressees(a, b) {
            // The same words to the last, or nearly so in another format: a sender read otherwise is no matter.
            if a.text == b.text {
                self = isOtherMedium ? .rendition : .duplicate
                return
            }
            let needed = isOtherSender ? settings.certainRendition : settings.rendition
            if isOtherMedium, days == 0, similarity >= needed {
                self = .rendition
                return
            }
            if !isOtherSender, similarity >= settings.nearDuplicate {
                self = .nearDuplicate
                return
            }
        }
        guard Self.canShareTemplate(a, b, days: days, settings), similarity >= settings.campaign,
            Self.containment(a, b, similarity) >= settings.campaignContainment
        else { return nil }
        self = .campaign
    }

    /// Other senders; or one letter sent to several at one time. A sender's later letter, however alike, is
    /// another letter; so is a like one to the same addressee.
    private static func canShareTemplate(
        _ a: LetterFacts, _ b: LetterFacts, days: Int, _ settings: RelatingSettings
    ) -> Bool {
        guard let one = a.sender, let other = b.sender else { return days <= settings.sameLetterDays }
        if one != other { return days <= settings.campaignDays }
        return days <= settings.sameLetterDays && !shareAddressees(a, b)
    }

    static func shareAddressees(_ a: LetterFacts, _ b: LetterFacts) -> Bool {
        a.addressees.isEmpty || b.addressees.isEmpty || a.addressees.contains(where: b.addressees.contains)
    }

    /// The share of the shorter text that stands in the longer one, from the share in common.
    private static func containment(_ a: LetterFacts, _ b: LetterFacts, _ similarity: Double) -> Double {
        let common = similarity / (1 + similarity) * Double(a.words + b.words)
        return min(1, common / Double(max(1, min(a.words, b.words))))
    }

    /// Days between the letters' dates at the least; nil where either has none.
    static func daysApart(_ a: LetterFacts, _ b: LetterFacts) -> Int? {
        guard let aFirst = day(a.earliestDay), let aLast = day(a.latestDay), let bFirst = day(b.earliestDay),
            let bLast = day(b.latestDay)
        else { return nil }
        return max(0, max(aFirst, bFirst) - min(aLast, bLast))
    }

    /// Days from one day to another, `YYYY-MM-DD`; as good as never where one is no day.
    static func days(from first: String, to last: String) -> Int {
        guard let first = day(first), let last = day(last) else { return .max }
        return last - first
    }

    /// Days since a fixed day, in the Gregorian calendar.
    private static func day(_ text: String?) -> Int? {
        guard let fields = text?.split(separator: "-").map({ Int($0) }), fields.count == 3,
            let year = fields[0], let month = fields[1], let day = fields[2]
        else { return nil }
        let shifted = month > 2 ? year : year - 1
        let leaps = shifted / 4 - shifted / 100 + shifted / 400
        return 365 * shifted + leaps + (153 * ((month + 9) % 12) + 2) / 5 + day
    }
}

extension MediaType {
    var isWeb: Bool { self == .html || self == .xhtml || self == .markdown }
}
