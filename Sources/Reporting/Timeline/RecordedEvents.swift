import Correspondence

/// The recorded events that a question is about: on one of its topics or agencies, or about something that its letters
/// name; all of its period where the question has no filter.
func recordedEvents(
    _ recorded: [RecordedEvent], of facts: [PlacedLetter], question: TimelineQuestion, lanes: LanePlan,
    agencies: AgencyRegistry
) -> [TimelineEvent] {
    guard !recorded.isEmpty else { return [] }
    let topics = Set(question.topics)
    let asked = Set(question.agencies.flatMap { agencies.family(of: $0) })
    let named = Set(
        (facts.flatMap { $0.facts.identifiers.map(\.value) } + question.identifiers).map(LetterSelection.bare)
    )
    let hasFilter =
        question.query != nil
        || !(topics.isEmpty && asked.isEmpty && question.senders.isEmpty && question.identifiers.isEmpty)
    return recorded.filter { event in
        guard isInPeriod(event, question) else { return false }
        return !hasFilter || event.topics.contains(where: topics.contains)
            || event.agencies.contains(where: asked.contains)
            || event.about.contains { named.contains(LetterSelection.bare($0)) }
    }.map { event in
        TimelineEvent(
            id: "recorded-\(cleanText(event.id))", kind: event.kind, date: event.date, opens: event.opens,
            text: cleanText(event.title), about: event.about.map(cleanText), lanes: lanes.lanes(of: event),
            witnesses: [], record: .init(source: cleanText(event.source), file: cleanText(event.file)),
            otherDates: [])
    }
}

private func isInPeriod(_ event: RecordedEvent, _ question: TimelineQuestion) -> Bool {
    guard let first = (event.opens ?? event.date).earliestDay, let last = event.date.latestDay else {
        return false
    }
    return question.from?.earliestDay.map { last >= $0 } ?? true
        && question.to?.latestDay.map { first <= $0 } ?? true
}
