import Foundation

/// What the visits to a source's addresses came to: `Output/ledger/visits/<source>.jsonl`. Losing it costs requests, no
/// letter.
///
/// A line for each visit, the last one of an address holds; when there are far more lines than addresses the file is
/// written anew.
struct VisitLedger {
    struct Line: Codable {
        var url: String
        var history: VisitHistory
        /// What the list said of a letter that could not be had yet.
        var facts: ItemFacts?
    }

    private let log: LineLog
    private let isDryRun: Bool
    private(set) var entries: [String: Line] = [:]
    private var waiting: [Line] = []
    private var lines = 0

    init(at path: String, isDryRun: Bool = false) throws(CollectError) {
        log = LineLog(at: path)
        self.isDryRun = isDryRun
        if !isDryRun { try log.mend() }
        var entries: [String: Line] = [:]
        var lines = 0
        try log.forEach(Line.self) { line in
            entries[line.url] = line
            lines += 1
        }
        self.entries = entries
        self.lines = lines
    }

    subscript(url: String) -> VisitHistory? { entries[url]?.history }

    /// Notes a visit; written in portions, at the latest by `finish`.
    mutating func note(_ url: String, _ history: VisitHistory, facts: ItemFacts? = nil) throws(CollectError) {
        let line = Line(url: url, history: history, facts: facts)
        entries[url] = line
        waiting.append(line)
        if waiting.count >= 200 { try flush(isDurable: false) }
    }

    /// Makes all visits durable.
    mutating func finish() throws(CollectError) {
        try flush(isDurable: true)
        guard !isDryRun, lines > 3 * entries.count + 1_000 else { return }
        try log.replace(with: entries.values.sorted { $0.url < $1.url })
        lines = entries.count
    }

    private mutating func flush(isDurable: Bool) throws(CollectError) {
        lines += waiting.count
        if !isDryRun { try log.append(waiting, isDurable: isDurable) }
        waiting = []
    }
}
