import Correspondence
import Describing
import Foundation
import Indexing

/// Words that were withheld tonight must not stay where earlier nights wrote them: in the files of databases, where
/// what is deleted is only marked as free, and in the reports of those nights. Cached texts of such letters are never
/// kept.
func forgetWithheld(on desk: Desk, report: NightReport) throws {
    let changed = (report.new + report.changed).map(\.id)
    guard changed.contains(where: { desk.definitions.corrections.isWithheld(from: $0) }) else { return }
    try desk.memory.wipe()
    try blankReports(on: desk)
    let index = desk.workspace.output.appendingPathComponent(LetterIndex.path)
    guard FileManager.default.fileExists(atPath: index.path) else { return }
    do {
        try FileManager.default.removeItem(at: index)
    } catch {
        throw NightError.unwritable(index.path, reason(of: error))
    }
}

/// Takes the words out of the titles and senders that earlier reports tell.
private func blankReports(on desk: Desk) throws {
    let folder = desk.workspace.output.appendingPathComponent("reports")
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where name.hasSuffix(".json") {
        let file = folder.appendingPathComponent(name)
        var report: NightReport
        do {
            report = try JSONDecoder().decode(NightReport.self, from: Data(contentsOf: file))
        } catch {
            // Of another version, or damaged: what it tells cannot be known, so it must not stay.
            try FileManager.default.removeItem(at: file)
            continue
        }
        report.blank(by: desk.definitions.corrections)
        try replaceIfChanged(file, with: try CanonicalJSON.document(report))
    }
}

extension NightReport {
    fileprivate mutating func blank(by corrections: LetterCorrections) {
        func blanked(_ entries: [Entry]) -> [Entry] {
            entries.map { entry in
                guard let withheld = corrections[entry.id]?.withheld, !withheld.isEmpty else { return entry }
                let words = WithheldText(withheld, letter: entry.id)
                var entry = entry
                entry.title = entry.title.map(words.blanked)
                entry.sender = entry.sender.map(words.blanked)
                return entry
            }
        }
        new = blanked(new)
        changed = blanked(changed)
        withdrawn = blanked(withdrawn)
        queries = queries.map { queries in
            queries.map { query in
                var query = query
                query.new = blanked(query.new)
                query.changed = blanked(query.changed)
                return query
            }
        }
        for index in findings.indices {
            guard let withheld = corrections[findings[index].id]?.withheld, !withheld.isEmpty else {
                continue
            }
            let words = WithheldText(withheld, letter: findings[index].id)
            findings[index].finding.message = words.blanked(findings[index].finding.message)
        }
    }
}
