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

/// What a question is about, sorted out.
struct SelectedFacts: Sendable {
    var letters: [LetterFacts] = []
    /// Pages that tell of events: no letters, but witnesses.
    var pages: [LetterFacts] = []
    /// How many match and are no correspondence, or were withdrawn.
    var leftOut = 0

    init(
        _ letters: some Sequence<Letter>, question: TimelineQuestion, context: TimelineContext
    ) {
        let selection = LetterSelection(question, agencies: context.agencies)
        for letter in letters where selection.includes(letter) {
            if letter.kind.isCorrespondence && letter.withdrawn == nil {
                self.letters.append(LetterFacts(letter, context: context))
                continue
            }
            leftOut += 1
            if letter.withdrawn == nil, !letter.events.isEmpty {
                var page = LetterFacts(letter, context: context)
                page.dates = []
                pages.append(page)
            }
        }
        pages.sort { $0.letter.id < $1.letter.id }
    }
}
