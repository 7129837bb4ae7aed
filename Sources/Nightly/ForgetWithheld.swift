import Correspondence
import Foundation
import Indexing

/// Words that were withheld tonight must not stay in the index's file, where a database only marks them as free: it
/// is made anew. Cached texts of such letters are never kept.
func forgetWithheld(on desk: Desk, report: NightReport) throws {
    let changed = report.new.map(\.id) + report.changed.map(\.id)
    guard changed.contains(where: { desk.definitions.corrections.isWithheld(from: $0) }) else { return }
    let index = desk.workspace.output.appendingPathComponent(LetterIndex.path)
    guard FileManager.default.fileExists(atPath: index.path) else { return }
    do {
        try FileManager.default.removeItem(at: index)
    } catch {
        throw NightError.unwritable(index.path, error.localizedDescription)
    }
}
