import Correspondence

/// The timeline that answers a question. Pure: equal letters, question and context give an equal timeline,
/// in whatever order the letters come.
///
/// - Parameters:
///   - letters: read once, so that they can be decoded as they are needed.
///   - asOf: the day that "next" is counted from. Default: the newest letter's date.
public func timeline(
    of letters: some Sequence<Letter>, question: TimelineQuestion = TimelineQuestion(),
    asOf: EDTFDate? = nil, context: TimelineContext = TimelineContext()
) -> Timeline {
    timeline(ofFacts: letters.lazy.map(TimelineFacts.init), question: question, asOf: asOf, context: context)
}

/// The same, of what is needed of each letter.
public func timeline(
    ofFacts letters: some Sequence<TimelineFacts>, question: TimelineQuestion = TimelineQuestion(),
    asOf: EDTFDate? = nil, context: TimelineContext = TimelineContext()
) -> Timeline {
    var selected = SelectedLetters(letters, question: question, context: context)
    number(&selected.letters)
    let lanes = LanePlan(selected.letters, told: selected.pages, question: question, context: context)
    for position in selected.pages.indices {
        selected.pages[position].letter.lanes = lanes.lanes(of: selected.pages[position])
    }
    var facts = selected.letters
    for position in facts.indices { facts[position].letter.lanes = lanes.lanes(of: facts[position]) }
    let recorded = recordedEvents(
        context.events, of: facts, question: question, lanes: lanes, agencies: context.agencies)
    var events = timelineEvents(of: facts + selected.pages, recorded: recorded.shown, laneOrder: lanes.ids)
    linkAnswers(&facts, &events)
    linkFollowing(&facts, events)
    linkReplies(&facts, context.replies)
    let groups = AskGroups(facts)
    let asks = groups.ranked(
        askOutcomes(of: groups, letters: facts, events: events, replies: context.replies))
    let shown = facts.map(\.letter)
    let frame = TimelineFrame(letters: shown, events: events)
    var counts = counts(of: facts, events: events, leftOut: selected.leftOut)
    counts.unrelatedEvents = recorded.unrelated
    let asOfDay = asOf?.latestDay ?? shown.last { $0.date?.days != nil }?.date?.latestDay
    let summary = Summary(
        letters: shown, events: events, asks: asks, endorsements: groups.endorsements, counts: counts,
        asOf: asOfDay, question: question,
        context: context)
    let isFolded = shown.count > question.mostLetters
    return Timeline(
        title: question.title.map(cleanText) ?? title(of: question, context: context),
        period: frame.period, frame: frame.span, counts: counts, summary: summary.sentences(),
        months: frame.months(letters: shown, events: events), lanesBy: question.effectiveLanes,
        lanes: lanes.counted(letters: shown, events: events),
        topicNames: topicNames(of: shown, context: context), cells: frame.cells(of: shown, lanes.ids),
        letters: isFolded ? [] : shown, events: events, asks: asks,
        endorsements: groups.endorsements,
        colophon: Timeline.Colophon(
            query: queryInWords(question, context: context), asOf: asOfDay, archive: context.archive,
            program: context.program, dateStyle: question.dateStyle))
}

/// Dated letters in time order, then letters without a date that can be placed; equal dates by id.
private func number(_ facts: inout [PlacedLetter]) {
    let keyed = facts.map { fact in
        (fact.letter.date?.earliestDay ?? "~", fact.letter.date?.latestDay ?? "~", fact)
    }
    facts = keyed.sorted { ($0.0, $0.1, $0.2.letter.id) < ($1.0, $1.1, $1.2.letter.id) }.map(\.2)
    for position in facts.indices { facts[position].letter.number = position + 1 }
}

/// Tells letters which of the others they reply to.
private func linkReplies(_ facts: inout [PlacedLetter], _ replies: [String: [String]]) {
    guard !replies.isEmpty else { return }
    let known = Set(facts.map(\.letter.id))
    for place in facts.indices {
        facts[place].letter.answersLetters = (replies[facts[place].letter.id] ?? []).filter(known.contains)
    }
}

private func counts(
    of facts: [PlacedLetter], events: [TimelineEvent], leftOut: Int
) -> Timeline.Counts {
    var counts = Timeline.Counts()
    counts.letters = facts.count
    counts.undated = facts.count { $0.letter.date?.days == nil }
    counts.events = events.count
    counts.senders = Set(facts.compactMap(\.letter.from)).count
    counts.agencies = Set(facts.flatMap(\.letter.agencies)).count
    counts.dockets = Set(facts.flatMap(\.dockets)).count
    counts.bills = Set(facts.flatMap(\.bills)).count
    counts.leftOut = leftOut
    return counts
}

private func topicNames(of letters: [TimelineLetter], context: TimelineContext) -> [String: String] {
    let ids = unique(letters.flatMap(\.topics))
    return Dictionary(uniqueKeysWithValues: ids.map { ($0, context.topicName($0)) })
}

private func title(of question: TimelineQuestion, context: TimelineContext) -> String {
    let subjects =
        question.topics.map(context.topicName) + question.agencies.map(context.agencyName)
        + question.senders.map(cleanText) + question.identifiers.map(cleanText)
        + [question.query].compactMap { $0.map(cleanText) }
    return subjects.isEmpty ? "Letters and events" : listed(subjects) + ": letters and events"
}

/// The question as the colophon states it: `topic maternal-health; agency cms; from 2020`.
func queryInWords(_ question: TimelineQuestion, context: TimelineContext) -> String {
    var parts: [String] = []
    if let query = question.query { parts.append("letters that match \(query)") }
    if !question.topics.isEmpty { parts.append("topic " + question.topics.joined(separator: " or ")) }
    if !question.agencies.isEmpty { parts.append("agency " + question.agencies.joined(separator: " or ")) }
    if !question.senders.isEmpty { parts.append("sender " + question.senders.joined(separator: " or ")) }
    if !question.identifiers.isEmpty {
        parts.append("identifier " + question.identifiers.joined(separator: " or "))
    }
    if let from = question.from { parts.append("from \(from)") }
    if let to = question.to { parts.append("to \(to)") }
    return parts.isEmpty ? "all letters" : cleanText(parts.joined(separator: "; "))
}
