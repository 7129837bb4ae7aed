import Correspondence
import Foundation
import Working

/// What a query's command reads: one JSON document on standard input.
private struct Delivery: Encodable {
    var id: String
    var query: String
    var why: String
    var night: String
    var new: [NightReport.Entry]
    var changed: [NightReport.Entry]
}

extension Desk {
    /// Gives a query's command what it has not been given yet.
    ///
    /// - Returns: Why that failed; nil where it succeeded or nothing was to be done. What failed is given again the
    ///   next night, with what has come since.
    func deliver(
        _ query: SavedQuery, _ news: [ToldLedger.Line], _ night: String, _ ledger: inout ToldLedger
    ) async -> String? {
        guard let command = query.command, let name = command.first, !news.isEmpty else { return nil }
        do {
            let input = try CanonicalJSON.line(try delivery(query, news, night))
            let program = WorkerCommand(
                program: try path(of: name), arguments: Array(command.dropFirst()),
                environment: ProcessInfo.processInfo.environment)
            _ = try await Filter(program, limits: WorkerLimits()).run(on: [UInt8](input))
            try ledger.append([ToldLedger.Line(query: query.id, night: night)])
            return nil
        } catch {
            let what = "\(error)".replacingOccurrences(of: "the worker", with: "it")
            return """
                the command of Pipeline/queries/\(query.id).yaml, '\(command.joined(separator: " "))', failed: \
                \(what); it is run again the next night
                """
        }
    }

    private func delivery(_ query: SavedQuery, _ news: [ToldLedger.Line], _ night: String) throws -> Delivery
    {
        // A letter that changed since it was new is told once, as it is now.
        var last: [String: ToldLedger.Line] = [:]
        var new: Set<String> = []
        for line in news {
            guard let letter = line.letter else { continue }
            if line.isChange == false { new.insert(letter) }
            last[letter] = line
        }
        let ids = try last.keys.filter { try archive.holds($0) }.sorted()
        return Delivery(
            id: query.id, query: query.query, why: query.why, night: night,
            new: try ids.filter(new.contains).map { NightReport.Entry(try archive.read($0)) },
            changed: try ids.filter { !new.contains($0) }.map { NightReport.Entry(try archive.read($0)) })
    }

    /// A path is one below the workspace; a bare name is looked up as a shell would.
    private func path(of name: String) throws(WorkerFailure) -> String {
        let root = workspace.pipeline.deletingLastPathComponent()
        if name.contains("/") { return URL(fileURLWithPath: name, relativeTo: root).standardizedFileURL.path }
        guard let path = installedProgram(name) else { throw .cannotStart("there is no program '\(name)'") }
        return path
    }
}
