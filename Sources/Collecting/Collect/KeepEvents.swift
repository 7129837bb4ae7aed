import Correspondence

extension SourceCollector {
    /// Adds policy events that are new, or are told otherwise than before, to `events.jsonl` beside the custody log.
    func keep(_ events: [RecordedEvent]) throws(CollectError) {
        guard !events.isEmpty, !settings.isDryRun else { return }
        let log = LineLog(at: originals.folder + "/" + collectedEventsName)
        try log.mend()
        var known: [String: RecordedEvent] = [:]
        try log.forEach(RecordedEvent.self) { known[$0.id] = $0 }
        var fresh: [RecordedEvent] = []
        for event in events where known[event.id] != event {
            known[event.id] = event
            fresh.append(event)
        }
        report.events = fresh.count
        try log.append(fresh)
    }
}

let collectedEventsName = "events.jsonl"

/// The policy events that a source gave, as it told them last, in order of their ids.
///
/// - Parameter folder: the source's own in the corpus.
public func collectedEvents(in folder: String) throws(CollectError) -> [RecordedEvent] {
    var known: [String: RecordedEvent] = [:]
    try LineLog(at: folder + "/" + collectedEventsName).forEach(RecordedEvent.self) { known[$0.id] = $0 }
    return known.values.sorted { $0.id < $1.id }
}
