import Correspondence

/// Recorded events of a question's period, sorted out.
struct RecordedEvents: Sendable {
    /// What the timeline shows.
    var shown: [TimelineEvent] = []
    /// How many collected events nothing on the timeline refers to.
    var unrelated = 0
}

/// The recorded events that a question is about. Those that people put on record: on one of its topics or agencies, or
/// about something that its letters name; all of its period where the question has no filter. Those that were collected,
/// of which there may be any number: only what its letters or the question itself name, and its topics.
func recordedEvents(
    _ recorded: [RecordedEvent], of facts: [PlacedLetter], question: TimelineQuestion, lanes: LanePlan,
    agencies: AgencyRegistry
) -> RecordedEvents {
    guard !recorded.isEmpty else { return RecordedEvents() }
    let topics = Set(question.topics)
    let asked = Set(question.agencies.flatMap { agencies.family(of: $0) })
    let named = Set(
        (facts.flatMap { $0.facts.identifiers.map(\.value) } + question.identifiers).map(LetterSelection.bare)
    )
    let hasFilter =
        question.query != nil
        || !(topics.isEmpty && asked.isEmpty && question.senders.isEmpty && question.identifiers.isEmpty)
    var found = RecordedEvents()
    for event in recorded where isInPeriod(event, question) {
        let isNamed =
            event.topics.contains(where: topics.contains)
            || event.about.contains { named.contains(LetterSelection.bare($0)) }
        guard isNamed || !event.isCollected && (!hasFilter || event.agencies.contains(where: asked.contains))
        else {
            if event.isCollected { found.unrelated += 1 }
            continue
        }
        found.shown.append(shown(event, lanes))
    }
    return found
}

private func shown(_ event: RecordedEvent, _ lanes: LanePlan) -> TimelineEvent {
    TimelineEvent(
        id: "recorded-\(cleanText(event.id))", kind: event.kind, date: event.date, opens: event.opens,
        text: cleanText(event.title), about: event.about.map(cleanText), lanes: lanes.lanes(of: event),
        witnesses: [], record: .init(source: cleanText(event.source), file: cleanText(event.file)),
        otherDates: [])
}

extension RecordedEvent {
    /// Told by a source that was collected, not by a person: it stands beside the custody log, under `Corpus/`.
    fileprivate var isCollected: Bool { file.hasPrefix("Corpus/") }
}

private func isInPeriod(_ event: RecordedEvent, _ question: TimelineQuestion) -> Bool {
    guard let first = (event.opens ?? event.date).earliestDay, let last = event.date.latestDay else {
        return false
    }
    return question.from?.earliestDay.map { last >= $0 } ?? true
        && question.to?.latestDay.map { first <= $0 } ?? true
}
