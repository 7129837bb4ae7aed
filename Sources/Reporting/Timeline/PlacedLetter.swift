import Correspondence

/// A letter on its way onto a timeline: what its record says, and how it stands there.
struct PlacedLetter: Sendable {
    let facts: TimelineFacts
    var letter: TimelineLetter

    /// Dockets and file codes that the letter names.
    var dockets: [String] { values(.docket, .fileCode) }
    var bills: [String] { values(.bill, .stateBill) }

    func values(_ kinds: Identifier.Kind...) -> [String] {
        unique(facts.identifiers.lazy.filter { kinds.contains($0.kind) }.map { cleanText($0.value) })
    }

    init(_ facts: TimelineFacts, context: TimelineContext) {
        self.facts = facts
        letter = TimelineLetter(
            number: 0, id: facts.id, record: TimelineLetter.recordPath(of: facts.id), kind: facts.kind,
            date: facts.date, dateConfidence: facts.dateConfidence, title: Self.title(of: facts),
            from: facts.sender.map(cleanText), to: Self.recipients(of: facts, context: context),
            agencies: facts.addressed, topics: facts.topics, lanes: [], identifiers: [],
            answers: unique(facts.answers.map(cleanText)), answersEvents: [],
            answersLetters: [], followedBy: [], signOn: facts.signOn,
            daysToDeadline: nil)
        letter.identifiers = values(.docket, .fileCode, .rin, .bill, .stateBill)
    }

    private static func title(of facts: TimelineFacts) -> String {
        let title = cleanText(facts.title ?? "")
        return title.isEmpty ? TimelineLetter.untitled(facts.kind) : title
    }

    private static func recipients(of facts: TimelineFacts, context: TimelineContext) -> [String] {
        if !facts.addressed.isEmpty { return facts.addressed.map(context.agencyName) }
        return unique(facts.addressees.map(cleanText).filter { !$0.isEmpty })
    }
}

/// What a question is about, sorted out.
struct SelectedLetters: Sendable {
    var letters: [PlacedLetter] = []
    /// Pages that tell of events: no letters, but witnesses.
    var pages: [PlacedLetter] = []
    /// How many match and are no correspondence, or were withdrawn.
    var leftOut = 0

    init(_ facts: some Sequence<TimelineFacts>, question: TimelineQuestion, context: TimelineContext) {
        let selection = LetterSelection(question, agencies: context.agencies)
        for fact in facts where selection.includes(fact) {
            if fact.kind.isCorrespondence && !fact.isWithdrawn {
                letters.append(PlacedLetter(fact, context: context))
                continue
            }
            leftOut += 1
            if !fact.isWithdrawn, !fact.events.isEmpty {
                var page = fact
                page.dates = []
                pages.append(PlacedLetter(page, context: context))
            }
        }
        pages.sort { $0.letter.id < $1.letter.id }
    }
}
