import Correspondence
import Foundation

/// Collects what is new at sources: their lists are read, the letters that are due are asked for, and what comes is kept
/// with its custody. Several sources at the same time, one request at a time for each host.
///
/// What is found is kept at once: collecting may be ended at any moment, and the next time goes on from there.
///
/// - Throws: `CollectError` where the corpus or the ledger cannot be written. A letter, a list or a source that fails is
///   in the report.
public func collect(_ sources: [Source], _ settings: CollectSettings) async throws -> CollectReport {
    let turns = HostTurns(clock: settings.clock)
    var waiting = sources.filter(\.isActive)[...]
    var reports: [SourceReport] = []
    try await withThrowingTaskGroup(of: SourceReport.self) { group in
        func begin() {
            guard let source = waiting.popFirst() else { return }
            group.addTask { try await SourceCollector(source, settings, turns: turns).run() }
        }
        for _ in 0..<max(1, settings.parallel) { begin() }
        while let report = try await group.next() {
            reports.append(report)
            begin()
        }
    }
    return CollectReport(sources: reports.sorted { $0.source < $1.source })
}

extension CollectSettings {
    /// `letterbook/0.1.0 (+mailto:archive@example.org)`.
    var userAgent: String {
        let name = "letterbook/\(programVersion)"
        guard let contact = contact?.filter({ !$0.isNewline && $0 != "(" && $0 != ")" }), !contact.isEmpty
        else {
            return name
        }
        let isAddress = contact.contains("@") && !contact.contains(":")
        return "\(name) (+\(isAddress ? "mailto:" : "")\(contact))"
    }

    func visitor(for source: Source, turns: HostTurns) -> Visitor {
        var http = HTTPSettings(userAgent: userAgent)
        http.allowsPrivateAddresses = source.allowsPrivateAddresses
        http.proxy = proxy
        http.certificates = certificates
        var settings = Visitor.Settings(http: http)
        settings.limits = limits
        settings.limits.bytes = sizeLimit
        settings.retrying = retrying
        settings.delay = source.delay
        settings.deadline = clock.now() + source.timeLimit
        return Visitor(settings, clock: clock, turns: turns)
    }
}
