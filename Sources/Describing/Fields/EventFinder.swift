import Correspondence
import Scanning

/// Finds the dated policy events that a letter tells of: `The comment period closes on June 1`, `published at
/// 85 FR 12345 on March 2`, `the October 14 hearing`, `training in February 2025`.
///
/// An event is a date with a word for what happened beside it in the same sentence. A date without such a
/// word is none, and neither is the letter's own date. A day without a year, or `last March`, is placed by
/// the letter's date; without one the year stays open (`XXXX-11-08`).
public struct EventFinder: Sendable {
    private let pages: [Page]
    private let written: EDTFDate?

    /// More than this and a document is a calendar or a list of references.
    private static let most = 60

    /// - Parameters:
    ///   - pages: the letter's pages; their running text is read, margins are not.
    ///   - written: the letter's own date.
    public init(pages: [Page], written: EDTFDate?) {
        self.pages = pages
        self.written = written
    }

    /// In the order of the text; an event that is told again is kept once.
    public func find() -> [PolicyEvent] {
        var found: [PolicyEvent] = []
        for page in pages {
            for event in events(on: page) where !found.contains(where: { Self.isSame($0, event) }) {
                found.append(event)
                if found.count == Self.most { return found }
            }
        }
        return found
    }

    private static func isSame(_ a: PolicyEvent, _ b: PolicyEvent) -> Bool {
        a.kind == b.kind && a.date == b.date
    }

    private func events(on page: Page) -> [PolicyEvent] {
        let scalars = Array(page.text.unicodeScalars)
        let dates = Self.reader.expressions(in: scalars).filter {
            Self.mayDateAnEvent($0) && !($0.isBareYear && Self.isYearOfName($0, scalars))
        }
        guard !dates.isEmpty else { return [] }
        let sentences = EventSentences(scalars)
        return dates.compactMap { date in
            let sentence = sentences.sentence(around: date.start..<date.end)
            let place = date.start..<date.end
            guard
                let told = EventClause(
                    scalars, sentence: sentence, date: place, isTerm: Self.isTerm(date)),
                let (kind, isFuture) = told.event(),
                let value = value(of: date, kind: kind, isFuture: isFuture)
            else { return nil }
            return PolicyEvent(
                date: value, kind: kind, text: told.text,
                evidence: Evidence(
                    page: page.number, place: .text, start: sentence.lowerBound, end: sentence.upperBound,
                    quote: told.quote, rule: "event.\(kind.rawValue)",
                    confidence: date.isWhole ? .high : .medium))
        }
    }

    private static let reader = DateExpressionReader()

    /// Spans that end with the letter, and years that are no more than the name of an act, date nothing.
    private static func mayDateAnEvent(_ date: DateExpression) -> Bool {
        switch date.meaning {
        case .counted(.span(_, _, .before)), .counted(.ago), .counted(.period(.decade, _)): false
        case .counted(.period(.day, .around)): false
        case .calendar(let value): value.end == nil || value.start.day != nil || value.start.month != nil
        default: true
        }
    }

    /// `the Balanced Budget Act of 1997`: the year is a part of a name.
    private static func isYearOfName(_ date: DateExpression, _ scalars: [Unicode.Scalar]) -> Bool {
        let before = scalars[max(0, date.start - 24)..<date.start].split(whereSeparator: \.isWhiteSpace)
        guard before.count > 1, before.last?.elementsEqual("of".unicodeScalars) ?? false else { return false }
        return before[before.count - 2].first?.properties.isUppercase ?? false
    }

    /// `within 60 days`: the event is what must have happened by its end.
    private static func isTerm(_ date: DateExpression) -> Bool {
        if case .counted(.span(_, _, .after)) = date.meaning { return true }
        return false
    }

    /// Nil where the date cannot be told, is the letter's own, or is too vague for such an event.
    private func value(of date: DateExpression, kind: PolicyEvent.Kind, isFuture: Bool?) -> EDTFDate? {
        guard let value = date.date(written: written, isFuture: isFuture), value != written else {
            return nil
        }
        if Self.isTerm(date) {
            guard kind == .deadline, let end = value.end else { return nil }
            return EDTFDate(end)
        }
        let days = value.days.map { $0.upperBound.number - $0.lowerBound.number } ?? 0
        let isVague = value.start.month == nil || days > 120
        return isVague && ![.signed, .passed, .starts].contains(kind) ? nil : value
    }
}
