import Collecting
import Correspondence
import Definitions
import Foundation
import Nightly

/// A night's report as a person reads it in a terminal.
struct NightSummary {
    let report: NightReport
    let workspace: Workspace
    let width: Int
    /// Rows shown of each sort.
    let rows: Int

    init(_ report: NightReport, workspace: Workspace, width: Int, rows: Int = 10) {
        self.report = report
        self.workspace = workspace
        self.width = max(60, width)
        self.rows = rows
    }

    var text: String {
        var lines = [headline] + sources
        lines += list("new", report.new)
        lines += list("changed", report.changed)
        lines += list("withdrawn", report.withdrawn)
        lines += failures
        lines += queries
        lines += facts
        return lines.joined(separator: "\n")
    }

    private var headline: String {
        """
        Night of \(report.started.prefix(10)): \(report.new.count) new, \(report.changed.count) changed, \
        \(report.unchanged) unchanged, \(report.quarantined.count) quarantined, \
        \(report.withdrawn.count) withdrawn   (\(Self.duration(report.seconds)))
        """
    }

    /// What came from where tonight; then what a person should know of the source.
    private var sources: [String] {
        (report.collected?.sources ?? []).flatMap { source -> [String] in
            let counts: [(Int, String)] = [
                (source.new.count, "new"), (source.changed.count, "changed"), (source.gone.count, "gone"),
                (source.withdrawn.count, "withdrawn"), (source.refused.count, "no letters"),
                (source.events, "events"), (source.waiting, "left for the next night"),
            ]
            let told = counts.filter { $0.0 > 0 }.map { ", \($0.0) \($0.1)" }.joined()
            let line = "Collected \(source.source): \(source.listed) listed\(told)"
            let problem = source.alarm ?? source.problems.first
            return [fitted(line, to: width)] + (problem.map { [fitted("          \($0)", to: width)] } ?? [])
        }
    }

    private func list(_ word: String, _ entries: [NightReport.Entry]) -> [String] {
        // The subject takes what is left after word, date, sender, agency and topics.
        let lines = entries.prefix(rows).map { entry in
            var line = "  " + padded(word, to: 12) + padded(entry.date ?? "undated", to: 12)
            line += padded(fitted(entry.sender ?? "–", to: 22), to: 22) + " → "
            line += padded(
                fitted(entry.addressed.isEmpty ? "–" : entry.addressed.joined(separator: ","), to: 8), to: 9)
            let topics = entry.topics.joined(separator: ", ")
            let left = width - line.count
            guard left > 8 else { return fitted(line, to: width) }
            guard !topics.isEmpty, left > topics.count + 16 else {
                return line + fitted(entry.title ?? entry.path, to: left)
            }
            let room = left - topics.count - 2
            return line + padded(fitted(entry.title ?? entry.path, to: room), to: room) + "  " + topics
        }
        return lines + more(word, entries.count)
    }

    private var failures: [String] {
        let lines = report.quarantined.prefix(rows).map { failure in
            fitted("  " + padded("quarantined", to: 13) + failure.path, to: width)
                + "\n" + String(repeating: " ", count: 15) + fitted(failure.reason, to: max(40, width - 15))
        }
        return lines + more("quarantined", report.quarantined.count)
    }

    /// What saved queries tell, with why somebody wanted to know.
    private var queries: [String] {
        (report.queries ?? []).flatMap { news -> [String] in
            let counts = [(news.new.count, "new"), (news.changed.count, "changed")].filter { $0.0 > 0 }
                .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
            let told =
                counts.isEmpty ? [] : [fitted("Query     \(news.id): \(counts) (\(news.why))", to: width)]
            return told + (news.problem.map { ["Query     \(news.id): \(printable($0))"] } ?? [])
        }
    }

    private func more(_ word: String, _ count: Int) -> [String] {
        count > rows
            ? ["  " + padded(word, to: 12) + "… and \(count - rows) more: letterbook report --all"] : []
    }

    private var facts: [String] {
        var lines: [String] = []
        if !report.topics.isEmpty { lines.append("Topics    " + counts(report.topics)) }
        if !report.agencies.isEmpty { lines.append("Agencies  " + counts(report.agencies)) }
        let agreed = Set(report.findings.filter { $0.finding.code == "correction-agrees" }.map(\.id))
        if !agreed.isEmpty {
            lines.append(
                "Agreed    the rules now say what people said of \(agreed.sorted().joined(separator: ", "))")
        }
        if !report.skipped.isEmpty {
            lines.append(
                "Skipped   \(report.skipped.count) files that are no letters, with reasons in the report")
        }
        if let layers = report.missingLayers {
            let names = layers.map(\.rawValue).joined(separator: ", ")
            lines.append("Sandbox   this kernel lacks \(names): 'letterbook doctor' says what that means")
        }
        lines.append("Archive   \(shown("archive")) (\(report.letters) letters)")
        lines.append("Timeline  \(shown("timeline/timeline.html"))")
        lines.append("Report    \(shown("reports/\(report.started.filter { $0 != ":" }).json"))")
        return lines
    }

    private func counts(_ counts: [NightReport.Count]) -> String {
        fitted(counts.map { "\($0.id) \($0.letters)" }.joined(separator: ", "), to: width - 10)
    }

    /// A path below the output, as short as it can be typed from here.
    private func shown(_ path: String) -> String {
        let full = workspace.output.appendingPathComponent(path).path
        let here = FileManager.default.currentDirectoryPath + "/"
        return full.hasPrefix(here) ? String(full.dropFirst(here.count)) : full
    }

    private static func duration(_ seconds: Double) -> String {
        seconds < 10 ? "\((seconds * 10).rounded() / 10) s" : "\(Int(seconds.rounded())) s"
    }
}

/// Text from a document as a terminal may have it: no control characters, no line breaks.
func printable(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: " "
                default: scalar
                }
            }))
}

/// At most so many characters; what is cut ends in an ellipsis.
func fitted(_ text: String, to width: Int) -> String {
    let text = printable(text)
    return text.count <= width ? text : String(text.prefix(max(0, width - 1))) + "…"
}

/// At least so many characters.
func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}
