/// A way to write a timeline down. To add one: a file with its function here, a line in `all`, a golden file.
public struct TimelineFormat: Sendable {
    /// What `--format` names it: `html`.
    public let id: String
    /// What its file is called in `Output/timeline`.
    public let fileName: String
    /// The whole file; equal timelines give equal bytes.
    public let render: @Sendable (Timeline) throws -> String

    /// All of them; the first three are made every night.
    public static let all: [TimelineFormat] = [
        TimelineFormat(id: "json", fileName: "timeline.json", render: timelineJSON),
        TimelineFormat(id: "markdown", fileName: "timeline.md", render: timelineMarkdown),
        TimelineFormat(id: "html", fileName: "timeline.html", render: timelineHTML),
        TimelineFormat(id: "timelinejs", fileName: "timeline.timelinejs.json", render: timelineJS),
        TimelineFormat(id: "ics", fileName: "timeline.ics", render: timelineCalendar),
        TimelineFormat(id: "csv", fileName: "timeline.csv", render: timelineCSV),
        TimelineFormat(id: "atom", fileName: "timeline.atom", render: timelineAtom),
        TimelineFormat(id: "svg", fileName: "timeline.svg", render: timelineSVG),
    ]

    /// Those that stand in `Output/timeline` after a night.
    public static var nightly: [TimelineFormat] { Array(all.prefix(3)) }

    /// The format of that name; `md` is short for `markdown`.
    public static func named(_ id: String) -> TimelineFormat? {
        let wanted = id.lowercased() == "md" ? "markdown" : id.lowercased()
        return all.first { $0.id == wanted }
    }
}
