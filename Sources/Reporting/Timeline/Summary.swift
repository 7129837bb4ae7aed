import Correspondence

/// What the letters of a timeline come to, in sentences that cite them.
///
/// Nothing is invented: a sentence is a template over counted facts, or a quote. A template with nothing to
/// say says nothing. Each template is a property of its own, in `SummaryOfLetters`, `SummaryOfAsks` and
/// `SummaryOfEvents`.
struct Summary: Sendable {
    let letters: [TimelineLetter]
    let events: [TimelineEvent]
    let asks: [AskGroup]
    let endorsements: [Endorsement]
    let counts: Timeline.Counts
    /// `2020-05-31`.
    let asOf: String?
    let question: TimelineQuestion
    let context: TimelineContext

    var style: DateStyle { question.dateStyle }

    /// As many sentences as the question's length wants, weightiest first.
    func sentences() -> [Timeline.Sentence] {
        guard !letters.isEmpty else { return [empty] }
        let candidates: [Timeline.Sentence?] = [
            size, mainAsks, next, outcomes, followed, readers, writers, subjects, sides, backed, peak, years,
            first,
            newest, deadlines, joint, newAsks, droppedAsks, disputed, undated,
        ]
        let most =
            switch question.length {
            case .headline: 1
            case .short: 3
            case .full: candidates.count
            }
        return Array(candidates.compactMap(\.self).prefix(most))
    }

    private var empty: Timeline.Sentence {
        sentence(
            "empty", "No letter answers this question (\(queryInWords(question, context: context))).", [])
    }

    /// Cites each record once, in the order of the letters.
    func sentence(_ kind: String, _ text: String, _ records: [String]) -> Timeline.Sentence {
        let cited = Set(records)
        let ordered = letters.filter { cited.contains($0.id) }.map(\.id)
        // Pages that tell of an event are cited after the letters.
        let pages = cited.count > ordered.count ? cited.subtracting(ordered).sorted() : []
        return Timeline.Sentence(kind: kind, text: text, records: ordered + pages)
    }

    /// Words of a letter, as a quotation.
    func quoted(_ text: String, most: Int = 110) -> String { quotation(text, most: most) }

    /// `CMS (14), NIH (5) and FDA (3)`: the fullest, with their letters.
    func ranked(
        _ most: Int, names: (TimelineLetter) -> [String]
    ) -> (text: String, records: [String], all: Int)? {
        var found: [String: [String]] = [:]
        for letter in letters { for name in names(letter) { found[name, default: []].append(letter.id) } }
        guard !found.isEmpty else { return nil }
        let top = found.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(most)
        let text = listed(top.map { "\($0.key) (\(grouped($0.value.count)))" })
        return (text, top.flatMap(\.value), found.count)
    }
}

/// Words of a letter between quotation marks, cut between words where they are too many.
func quotation(_ text: String, most: Int = 110) -> String {
    "“\(shortened(text.trimmingTrailing(".;, "), to: most).withoutOuterQuotes)”"
}

extension String {
    /// A title that is itself in quotation marks needs no second pair.
    var withoutOuterQuotes: String {
        guard count > 2, first == "“", last == "”", !dropFirst().dropLast().contains("“") else { return self }
        return String(dropFirst().dropLast())
    }

    /// Without the given characters at its end.
    func trimmingTrailing(_ characters: String) -> String {
        var text = self[...]
        while let last = text.last, characters.contains(last) { text = text.dropLast() }
        return String(text)
    }
}
