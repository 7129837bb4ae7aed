import Correspondence
import Foundation

/// Collects one source: what it holds is one night's state, and nobody else writes where it writes.
actor SourceCollector {
    let source: Source
    let settings: CollectSettings
    let visitor: Visitor
    let originals: OriginalStore
    let lists: HeadedFiles<CachedList>
    let parts: HeadedFiles<KeptPart>
    let began: Double
    var custody: CustodyLog
    var visits: VisitLedger
    var report: SourceReport
    /// Letters in a row that could not be had, which says that the server is ill.
    var failuresInARow = 0
    /// Set where the source is left alone for tonight: why.
    var stopped: String?

    init(_ source: Source, _ settings: CollectSettings, turns: HostTurns) throws(CollectError) {
        self.source = source
        self.settings = settings
        visitor = settings.visitor(for: source, turns: turns)
        let folder = settings.folder(of: source.id)
        originals = OriginalStore(at: folder)
        lists = HeadedFiles(at: settings.output.path + "/cache/lists/" + source.id)
        parts = HeadedFiles(at: folder + "/.partial")
        began = settings.clock.now()
        custody = try CustodyLog(in: folder, isDryRun: settings.isDryRun)
        visits = try VisitLedger(at: settings.ledger(of: source.id) + ".jsonl", isDryRun: settings.isDryRun)
        report = SourceReport(source.id)
        report.name = source.name
    }

    func run() async throws(CollectError) -> SourceReport {
        if let kind = sourceReaders.first(where: { $0.kind == source.kind }) {
            try await collect(kind)
        } else if let kind = localSourceReaders.first(where: { $0.kind == source.kind }) {
            try take(kind)
        } else {
            report.problems.append(
                "sources of kind \(source.kind.rawValue) are not collected by this version")
        }
        try finish()
        report.requests = await visitor.requests
        report.seconds = ((settings.clock.now() - began) * 10).rounded() / 10
        return report
    }

    /// Makes tonight's visits durable.
    func finish() throws(CollectError) { try visits.finish() }

    /// Lists, then letters; the alarm last, when everything is kept.
    private func collect(_ kind: any SourceReader.Type) async throws(CollectError) {
        var found = FoundItems()
        let isComplete = try await readLists(kind, into: &found)
        report.listed = found.items.count
        try keep(found.events)
        try await takeItems(found.items, isComplete: isComplete)
        if let stopped { report.problems.append(stopped) }
        try judgeListing(report.listed + found.events.count, isComplete: isComplete)
    }

    /// - Parameter listed: letters and policy events that the lists name.
    private func judgeListing(_ listed: Int, isComplete: Bool) throws(CollectError) {
        let log = LineLog(at: settings.ledger(of: source.id) + ".nights.jsonl")
        var before: [ListedNight] = []
        if !settings.isDryRun { try log.mend() }
        try log.forEach(ListedNight.self) { before.append($0) }
        // A source that was not read to its end says nothing.
        guard isComplete else { return }
        report.alarm = alarm(listed: listed, before: before, problem: report.problems.first)
        guard !settings.isDryRun else { return }
        try log.append([ListedNight(night: settings.clock.timestamp(of: began), listed: listed)])
    }

    func tell(total: Int = 0, done: Int = 0) {
        settings.report(
            CollectProgress(
                source: source.id, lists: report.lists, done: done, total: total, new: report.new.count))
    }
}

extension CollectSettings {
    /// Where the ledger of a source's visits lies, without its ending.
    func ledger(of source: String) -> String { output.path + "/ledger/visits/" + source }
}

/// What the lists of a source name: each address once, in the order in which they do.
struct FoundItems {
    private(set) var items: [ListedItem] = []
    private(set) var events: [RecordedEvent] = []
    private var places: [String: Int] = [:]

    mutating func add(_ reading: ListReading) {
        for item in reading.items {
            if let place = places[item.url] {
                items[place].otherURLs += item.otherURLs.filter { !items[place].otherURLs.contains($0) }
                items[place].isWithdrawn = items[place].isWithdrawn || item.isWithdrawn
            } else {
                places[item.url] = items.count
                items.append(item)
            }
        }
        events += reading.events
    }
}
