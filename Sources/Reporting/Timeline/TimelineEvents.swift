import Correspondence

/// One letter's word for an event.
private struct EventReport {
    var kind: PolicyEvent.Kind
    var date: EDTFDate
    var text: String
    var about: [String]
    var lanes: [String]
    var witness: TimelineEvent.Witness
}

/// The events that letters tell of. The same event told by several letters is one event with several
/// witnesses: same kind, same date, and the same identifier or much the same words.
///
/// - Parameter recorded: events that people put on record; what letters tell of them joins them.
func timelineEvents(
    of facts: [PlacedLetter], recorded: [TimelineEvent] = [], laneOrder: [String]
) -> [TimelineEvent] {
    let ranks = Dictionary(uniqueKeysWithValues: laneOrder.enumerated().map { ($1, $0) })
    var events: [TimelineEvent] = []
    var words: [Set<String>] = []
    var places: [String: [Int]] = [:]
    for event in recorded {
        places["\(event.kind.rawValue)-\(event.date)", default: []].append(events.count)
        words.append(contentWords(event.text))
        events.append(event)
    }
    for report in facts.flatMap(reports) {
        let key = "\(report.kind.rawValue)-\(report.date)"
        let reportWords = contentWords(report.text)
        let same = places[key, default: []].first { place in
            isSame(events[place].about, words[place], report.about, reportWords)
        }
        if let same {
            add(report, to: &events[same])
        } else {
            places[key, default: []].append(events.count)
            words.append(reportWords)
            events.append(event(report, id: key, ordinal: places[key]?.count ?? 1))
        }
    }
    for position in events.indices {
        events[position].lanes.sort { (ranks[$0] ?? .max, $0) < (ranks[$1] ?? .max, $1) }
    }
    noteOtherDates(&events)
    let open = joinCommentPeriods(events)
    return open.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
}

private func isSame(
    _ about: [String], _ words: Set<String>, _ otherAbout: [String], _ otherWords: Set<String>
) -> Bool {
    if about.contains(where: otherAbout.contains) { return true }
    if !about.isEmpty && !otherAbout.isEmpty { return false }
    return overlap(words, otherWords) >= 0.5
}

private func event(_ report: EventReport, id: String, ordinal: Int) -> TimelineEvent {
    TimelineEvent(
        id: ordinal == 1 ? id : "\(id)-\(ordinal)", kind: report.kind, date: report.date, opens: nil,
        text: report.text, about: report.about, lanes: report.lanes, witnesses: [report.witness],
        record: nil, otherDates: [])
}

private func add(_ report: EventReport, to event: inout TimelineEvent) {
    event.about = unique(event.about + report.about)
    event.lanes = unique(event.lanes + report.lanes)
    // Reports come letter by letter, so a letter that told before told last.
    if event.witnesses.last?.record != report.witness.record {
        event.witnesses.append(report.witness)
    }
}

/// What one letter tells: its dated events, and deadlines and hearings among its dates that it tells
/// nowhere else.
private func reports(of fact: PlacedLetter) -> [EventReport] {
    var reports = fact.facts.events.map { event in
        report(fact, event.kind, cleanText(event.text), event)
    }
    for candidate in fact.facts.dates
    where !fact.facts.events.contains(where: { $0.date == candidate.date }) {
        let kind: PolicyEvent.Kind =
            candidate.kind == .hearing ? .hearing : fact.letter.answers.isEmpty ? .deadline : .commentCloses
        reports.append(report(fact, kind, kind.title, candidate))
    }
    return reports
}

private func report(
    _ fact: PlacedLetter, _ kind: PolicyEvent.Kind, _ text: String, _ told: TimelineFacts.Told
) -> EventReport {
    var about = fact.facts.identifiers.filter { text.contains($0.printed) || text.contains($0.value) }.map {
        cleanText($0.value)
    }
    if about.isEmpty, [.commentOpens, .commentCloses].contains(kind), fact.letter.answers.count == 1 {
        about = fact.letter.answers
    }
    return EventReport(
        kind: kind, date: told.date, text: text, about: unique(about), lanes: fact.letter.lanes,
        witness: TimelineEvent.Witness(
            record: fact.letter.id, page: told.page, quote: cleanText(told.quote)))
}

/// What can happen only once to a docket or a bill, and that letters put on different days: the end of a comment
/// period, the signing of a law. A day and the month or year that it lies in do not differ.
private func noteOtherDates(_ events: inout [TimelineEvent]) {
    var closings: [String: [Int]] = [:]
    for (position, event) in events.enumerated() where [.commentCloses, .signed].contains(event.kind) {
        for identifier in event.about {
            closings["\(event.kind) \(identifier)", default: []].append(position)
        }
    }
    for key in closings.keys.sorted() {
        let places = closings[key] ?? []
        for place in places {
            for other in places where areApart(events[other].date, events[place].date) {
                let note = TimelineEvent.OtherDate(date: events[other].date, event: events[other].id)
                if !events[place].otherDates.contains(note) { events[place].otherDates.append(note) }
            }
        }
    }
}

/// Whether no day can be meant by both.
private func areApart(_ a: EDTFDate, _ b: EDTFDate) -> Bool {
    guard let some = a.days, let other = b.days else { return a != b }
    return !some.overlaps(other)
}

/// Puts a comment period's opening, or the publication that opened it, on its closing; an opening that
/// is used this way stands no longer alone.
private func joinCommentPeriods(_ events: [TimelineEvent]) -> [TimelineEvent] {
    var openings: [String: [Int]] = [:]
    for (position, event) in events.enumerated()
    where event.kind == .commentOpens || event.kind == .published {
        for identifier in event.about { openings[identifier, default: []].append(position) }
    }
    var joined = events
    var used: Set<Int> = []
    for (position, event) in events.enumerated() where event.kind == .commentCloses {
        let candidates = unique(event.about.flatMap { openings[$0] ?? [] })
        let best = candidates.filter { isOpening(events[$0].date, of: event.date) }
            .max { (events[$0].date, $1) < (events[$1].date, $0) }
        guard let best else { continue }
        if event.opens == nil { joined[position].opens = events[best].date }
        let known = Set(event.witnesses.map(\.record))
        if events[best].kind == .commentOpens {
            used.insert(best)
            joined[position].witnesses += events[best].witnesses.filter { !known.contains($0.record) }
        }
    }
    return joined.indices.filter { !used.contains($0) }.map { joined[$0] }
}

/// Comment periods last days to months: 5 U.S.C. 553 names no length, 30 to 60 days are usual.
private func isOpening(_ opening: EDTFDate, of closing: EDTFDate) -> Bool {
    guard let first = opening.days?.lowerBound, let last = closing.days?.upperBound else { return false }
    return (1...270).contains(last.number - first.number)
}

/// Tells letters which events they respond to, and how long before the deadline they were written.
func linkAnswers(_ facts: inout [PlacedLetter], _ events: inout [TimelineEvent]) {
    var byIdentifier: [String: [Int]] = [:]
    for (position, event) in events.enumerated() {
        for identifier in event.about { byIdentifier[identifier, default: []].append(position) }
    }
    for position in facts.indices {
        let letter = facts[position].letter
        let places = unique(letter.answers.flatMap { byIdentifier[$0] ?? [] }).filter {
            [.published, .commentOpens, .commentCloses, .hearing].contains(events[$0].kind)
        }
        facts[position].letter.answersEvents = places.map { events[$0].id }
        guard let written = letter.date?.days, written.lowerBound == written.upperBound else { continue }
        let gaps = places.filter { events[$0].kind == .commentCloses }.compactMap {
            events[$0].date.days.map { $0.upperBound.number - written.lowerBound.number }
        }
        // Of several closings told, the extended one is the latest.
        facts[position].letter.daysToDeadline = gaps.max()
    }
}
