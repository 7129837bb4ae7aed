import Collecting

/// What collecting came to, as a person reads it in a terminal.
struct CollectSummary {
    let report: CollectReport
    /// Nil where sites are not told whom to write to.
    let contact: String?
    /// Rows shown of each sort, for each source.
    let rows: Int

    init(_ report: CollectReport, contact: String?, rows: Int = 10) {
        self.report = report
        self.contact = contact
        self.rows = rows
    }

    var text: String {
        guard !report.sources.isEmpty else {
            return "No active sources under Pipeline/sources: 'letterbook sources add URL' drafts one."
        }
        var lines = report.sources.flatMap(lines)
        if contact == nil {
            lines.append("Set contact: in Pipeline/letterbook.yaml, so that sites know whom to write to.")
        }
        return lines.joined(separator: "\n")
    }

    private func lines(_ source: SourceReport) -> [String] {
        var lines = [headline(source)]
        if let planned = source.planned {
            return lines + shown(planned.map { "would ask  \($0)" })
        }
        lines += shown(source.new.map { "new        \($0.path)  \($0.linkText ?? $0.url)" })
        lines += shown(source.changed.map { "changed    \($0.path)  \($0.url)" })
        lines += shown(source.gone.map { "gone       \($0)" })
        lines += shown(source.withdrawn.map { "withdrawn  \($0)" })
        lines += shown(source.refused.map { "no letter  \($0.url): \($0.reason)" })
        lines += shown(source.problems.map { "problem    \($0)" })
        return lines
    }

    /// `prairie: 6 listed, 2 new, 4 unchanged, 1 gone   (9 requests, 12 s)`.
    private func headline(_ source: SourceReport) -> String {
        let counts: [(Int, String)] = [
            (source.new.count, "new"), (source.changed.count, "changed"), (source.unchanged, "unchanged"),
            (source.notDue, "not due"), (source.gone.count, "gone"), (source.withdrawn.count, "withdrawn"),
            (source.refused.count, "no letters"), (source.events, "events"),
            (source.waiting, "left for next time"),
        ]
        let told = counts.filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }.joined()
        return
            "\(source.source): \(source.listed) listed\(told)   (\(source.requests) requests, \(source.seconds) s)"
    }

    private func shown(_ entries: [String]) -> [String] {
        let lines = entries.prefix(rows).map { "  " + printable($0) }
        return entries.count > rows ? lines + ["  … and \(entries.count - rows) more: --json has all"] : lines
    }
}
