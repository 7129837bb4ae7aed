import Correspondence
import Foundation

/// Reads `Pipeline/events/*.yaml`: policy events that people put on the timeline.
public enum EventDefinitions {
    /// All of a folder, in order of their dates; none where there is no folder.
    ///
    /// - Parameter name: the folder as messages show it.
    /// - Throws: the first error, with file, line and remedy; also where two events have one id.
    public static func loadAll(
        in folder: URL, named name: String = "Pipeline/events"
    ) throws(DefinitionError) -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        for (file, name) in try DefinitionFolder.filesIfAny(in: folder, named: name) {
            let value = try DefinitionFile.read(file, named: name)
            events += try read(value, file: name, known: Set(events.map(\.id)))
        }
        return events.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }

    /// The same of one file, from YAML in memory.
    public static func parse(
        _ yaml: String, named name: String
    ) throws(DefinitionError) -> [RecordedEvent] {
        try read(DefinitionFile.parse(yaml, named: name), file: name, known: [])
    }

    private static func read(
        _ file: DefinitionValue, file name: String, known: Set<String>
    ) throws(DefinitionError) -> [RecordedEvent] {
        var ids = known
        var events: [RecordedEvent] = []
        for entry in try file.fields(["events"]).required("events").items() {
            let event = try event(entry, file: name)
            guard ids.insert(event.id).inserted else {
                throw entry.error(
                    "id \"\(event.id)\" stands twice", remedy: "join the entries, or rename one")
            }
            events.append(event)
        }
        return events
    }

    private static let keys = [
        "id", "kind", "date", "opens", "title", "about", "agencies", "topics", "source",
    ]

    private static func event(
        _ entry: DefinitionValue, file: String
    ) throws(DefinitionError) -> RecordedEvent {
        let fields = try entry.fields(keys)
        let kind = try fields.required("kind").choice(of: PolicyEvent.Kind.self)
        let opens = try fields["opens"].map { value throws(DefinitionError) in try date(value) }
        if opens != nil, kind != .commentCloses {
            throw entry.error("only a commentCloses event opens on a day", remedy: "take opens out")
        }
        return RecordedEvent(
            id: try fields.required("id").string(), kind: kind, date: try date(fields.required("date")),
            opens: opens, title: try fields.required("title").string(),
            about: try fields["about"]?.strings() ?? [], agencies: try fields["agencies"]?.strings() ?? [],
            topics: try fields["topics"]?.strings() ?? [], source: try fields.required("source").string(),
            file: file)
    }

    private static func date(_ value: DefinitionValue) throws(DefinitionError) -> EDTFDate {
        let text = try value.string()
        guard let date = EDTFDate(text), date.earliestDay != nil else {
            throw value.error(
                "\"\(text)\" is no date", remedy: "write 2021-06-28, 2021-06, 2021 or 2021-06-28/2021-06-30")
        }
        return date
    }
}
