import Correspondence

/// What a timeline needs of a letter, without its pages.
struct LetterFacts: Sendable {
    var letter: TimelineLetter
    var asks: [Ask]
    var events: [PolicyEvent]
    /// Deadlines and hearings among the letter's date candidates.
    var dates: [DateCandidate]
    var identifiers: [Identifier]

    /// Dockets and file codes that the letter names.
    var dockets: [String] { values(.docket, .fileCode) }
    var bills: [String] { values(.bill, .stateBill) }

    func values(_ kinds: Identifier.Kind...) -> [String] {
        unique(identifiers.lazy.filter { kinds.contains($0.kind) }.map { cleanText($0.value) })
    }

    init(_ source: Letter, context: TimelineContext) {
        asks = source.asks
        events = source.events
        dates = source.dates.filter { $0.role == .due || $0.role == .hearing }
        identifiers = source.identifiers
        let agencies = unique(source.agencies.lazy.filter { $0.role == .addressee }.map(\.id))
        letter = TimelineLetter(
            number: 0, id: source.id, record: TimelineLetter.recordPath(of: source.id), kind: source.kind,
            date: source.date?.value, dateConfidence: source.date?.evidence.confidence,
            title: Self.title(of: source), from: source.sender.map { cleanText($0.organization) },
            to: Self.recipients(of: source, agencies: agencies, context: context), agencies: agencies,
            topics: unique(source.topics.map(\.id)), lanes: [], identifiers: [],
            answers: unique(source.answers.map { cleanText($0.identifier) }), answersEvents: [],
            signOn: source.signOn?.count, daysToDeadline: nil)
        letter.identifiers = values(.docket, .fileCode, .rin, .bill, .stateBill)
    }

    private static func title(of source: Letter) -> String {
        let title = cleanText(source.title ?? source.subject?.value ?? source.document.title ?? "")
        return title.isEmpty ? "Untitled \(source.kind.rawValue)" : title
    }

    private static func recipients(
        of source: Letter, agencies: [String], context: TimelineContext
    ) -> [String] {
        if !agencies.isEmpty { return agencies.map(context.agencyName) }
        let named = source.addressees.compactMap { $0.organization ?? $0.name }
        return unique(named.map(cleanText).filter { !$0.isEmpty })
    }
}

/// Each value once, where it first stands.
func unique<Value: Hashable>(_ values: some Sequence<Value>) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
}

/// The letters that a question is about, and how many that match are no correspondence or were withdrawn.
func selectedFacts(
    of letters: some Sequence<Letter>, question: TimelineQuestion, context: TimelineContext
) -> (facts: [LetterFacts], leftOut: Int) {
    let selection = LetterSelection(question, agencies: context.agencies)
    var facts: [LetterFacts] = []
    var leftOut = 0
    for letter in letters where selection.includes(letter) {
        if letter.kind.isCorrespondence && letter.withdrawn == nil {
            facts.append(LetterFacts(letter, context: context))
        } else {
            leftOut += 1
        }
    }
    return (facts, leftOut)
}
