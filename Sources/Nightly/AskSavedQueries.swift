import Archiving
import Correspondence
import Definitions
import Foundation
import Indexing
import Reporting

/// Asks the saved queries of `Pipeline/queries`, and tells what they find that they have not told before: in the
/// report, as a feed each, and to the query's command.
///
/// What was told stands in `ledger/told.jsonl`, which is written before anybody is told: a letter may be told too
/// late, after a night that was killed, but not twice. A query that cannot be read costs itself alone.
func askSavedQueries(on desk: Desk, settings: NightSettings, into report: inout NightReport) async throws {
    let queries = try SavedQuery.loadAll(in: desk.workspace.pipeline.appendingPathComponent("queries"))
    guard !queries.isEmpty else { return }
    var ledger = try ToldLedger(in: desk.workspace.output)
    let state = desk.workspace.output.appendingPathComponent("cache/queries.json")
    let fingerprint = try desk.queriesFingerprint(queries)
    let isSettled = (try? Data(contentsOf: state)) == Data(fingerprint.utf8)
    var news: [SavedQueryNews] = []
    for query in queries {
        let isPending = query.command != nil && !ledger.undelivered(of: query.id).isEmpty
        guard !isSettled || isPending else { continue }
        var found = SavedQueryNews(query)
        do {
            let new = isSettled ? [] : try desk.ask(query, ledger: ledger, night: report.started)
            try ledger.append(new)
            found.add(try new.filter { $0.isChange != nil }.map { try desk.entry($0) })
            try desk.writeFeed(query, ledger)
        } catch let error as QueryError {
            found.problem = "Pipeline/queries/\(query.id).yaml: \(error)"
        }
        if let failure = await desk.deliver(query, ledger.undelivered(of: query.id), report.started, &ledger)
        {
            found.problem = failure
        }
        if !found.isEmpty { news.append(found) }
    }
    try replaceIfChanged(state, with: Data(fingerprint.utf8))
    report.queries = news.isEmpty ? nil : news
}

/// What a saved query tells after a night.
public struct SavedQueryNews: Sendable, Hashable, Codable {
    public var id: String
    public var query: String
    public var why: String
    public var new: [NightReport.Entry] = []
    public var changed: [NightReport.Entry] = []
    /// Why it could not be asked, or its command not be run; it is tried again the next night.
    public var problem: String?

    init(_ query: SavedQuery) {
        id = query.id
        self.query = query.query
        why = query.why
    }

    var isEmpty: Bool { new.isEmpty && changed.isEmpty && problem == nil }

    mutating func add(_ entries: [(isChange: Bool, entry: NightReport.Entry)]) {
        new += entries.filter { !$0.isChange }.map(\.entry)
        changed += entries.filter(\.isChange).map(\.entry)
    }
}

extension Desk {
    /// Of everything on which the answers depend.
    fileprivate func queriesFingerprint(_ queries: [SavedQuery]) throws -> String {
        var hash = SHA256()
        hash.update((try archive.fingerprint() ?? "").utf8)
        hash.update(definitions.fingerprints.describe.utf8)
        for query in queries { hash.update("\(query.id)\u{1F}\(query.query)\u{1E}".utf8) }
        return hash.finalizeHex() + "\n"
    }

    /// The lines that the ledger lacks.
    fileprivate func ask(_ query: SavedQuery, ledger: ToldLedger, night: String) throws -> [ToldLedger.Line] {
        let index = try LetterIndex(reading: workspace.output.appendingPathComponent(LetterIndex.path))
        let vocabulary = Indexing.Vocabulary(
            agencies: definitions.agencies, topics: definitions.vocabulary.topics.map(\.id))
        let ids = try index.ids(LetterQuery(try readQuery(query.query)), vocabulary: vocabulary)
        let told = ledger.told(by: query.id)
        let records = try index.records(of: ids)
        return try ids.reversed().compactMap { id in
            let known = told[id]
            guard let record = records[id], known?.record != record else { return nil }
            let digest = try archive.read(id).newsDigest
            var line = ToldLedger.Line(
                query: query.id, night: night, letter: id, record: record, digest: digest)
            line.isChange = known?.digest == digest ? nil : known != nil
            return line
        }
    }

    fileprivate func entry(_ line: ToldLedger.Line) throws -> (isChange: Bool, entry: NightReport.Entry) {
        (line.isChange == true, NightReport.Entry(try archive.read(line.letter ?? "")))
    }

    /// The newest news of a query, for feed readers.
    fileprivate func writeFeed(_ query: SavedQuery, _ ledger: ToldLedger) throws {
        let most = 100
        let entries = try ledger.news(of: query.id).suffix(most).reversed().compactMap { line in
            try feedEntry(line)
        }
        let feed = QueryFeed(query, entries: entries, program: "letterbook \(programVersion)")
        let file = workspace.output.appendingPathComponent("queries/\(query.id).atom")
        try replaceIfChanged(file, with: Data(feed.text.utf8))
    }

    /// Nil for a letter that has left the archive altogether.
    private func feedEntry(_ line: ToldLedger.Line) throws -> QueryFeed.Entry? {
        guard let letter = try standing(line.letter ?? "") else { return nil }
        let date = letter.date.map { "of \($0.value)" }
        let parts = [line.isChange == true ? "changed" : "new", letter.kind.rawValue, date]
        return QueryFeed.Entry(
            id: letter.id, title: letter.title ?? letter.id, sender: letter.sender?.organization,
            summary: parts.compactMap { $0 }.joined(separator: " "), updated: line.night)
    }

    private func standing(_ id: String) throws -> Letter? {
        do {
            return try archive.read(id)
        } catch ArchiveError.noSuchLetter {
            return nil
        }
    }
}
