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
        let dates = EventDates.dates(in: scalars)
        guard !dates.isEmpty else { return [] }
        let sentences = EventSentences(scalars)
        return dates.compactMap { date in
            let sentence = sentences.sentence(around: date.start..<date.end)
            guard let told = EventClause(scalars, sentence: sentence, date: date.start..<date.end),
                let (kind, isFuture) = told.event()
            else { return nil }
            guard let value = date.resolved(written: written, isFuture: isFuture), value != written else {
                return nil
            }
            return PolicyEvent(
                date: value, kind: kind, text: told.text,
                evidence: Evidence(
                    page: page.number, place: .text, start: sentence.lowerBound, end: sentence.upperBound,
                    quote: told.quote, rule: "event.\(kind.rawValue)",
                    confidence: date.isWhole ? .high : .medium))
        }
    }
}
