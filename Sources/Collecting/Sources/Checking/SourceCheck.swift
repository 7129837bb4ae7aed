import Correspondence
import Foundation

/// What a source would give, found without keeping anything.
public struct SourceCheck: Sendable, Hashable, Codable {
    public struct Item: Sendable, Hashable, Codable {
        public var url: String
        public var title: String?
        public var listedDate: String?
        public var section: String?
        /// A page that is read for the file that it links.
        public var isLandingPage: Bool
        public var isWithdrawn: Bool
    }

    public var source: String
    public var kind: String
    public var name: String?
    public var isActive: Bool
    /// Lists, pages or files that were read for the check.
    public var listsRead = 0
    /// Whether there are more lists than the check read.
    public var hasMore = false
    public var items: [Item] = []
    public var events: [RecordedEvent] = []
    public var problems: [String] = []

    init(_ source: Source) {
        self.source = source.id
        kind = source.kind.rawValue
        name = source.name
        isActive = source.isActive
    }
}

/// Tries a source: reads its first lists as a night would, with the same manners, and says what it found.
///
/// - Parameters:
///   - lists: how many are read at most.
///   - settings: with `isDryRun`, so that nothing is written.
/// - Throws: `CollectError` where the workspace cannot be read.
public func checkSource(
    _ source: Source, lists: Int, settings: CollectSettings
) async throws(CollectError) -> SourceCheck {
    var source = source
    source.pageLimit = min(lists, source.pageLimit)
    return try await SourceCollector(source, settings, turns: HostTurns(clock: settings.clock)).check()
}

extension SourceCollector {
    fileprivate func check() async throws(CollectError) -> SourceCheck {
        var check = SourceCheck(source)
        if let kind = sourceReaders.first(where: { $0.kind == source.kind }) {
            var found = FoundItems()
            check.hasMore = try await !readLists(kind, into: &found)
            check.items = found.items.map(SourceCheck.Item.init)
            check.events = found.events
            check.listsRead = report.lists
        } else if let kind = localSourceReaders.first(where: { $0.kind == source.kind }) {
            look(kind, into: &check)
        }
        check.problems += report.problems
        return check
    }

    private func look(_ kind: any LocalSourceReader.Type, into check: inout SourceCheck) {
        do {
            var reader = try kind.init(source, root: settings.root) { _, _ in false }
            while let step = reader.next() {
                switch step {
                case .item(let item): check.items.append(SourceCheck.Item(item))
                case .failed(let file, let reason): check.problems.append("\(file): \(reason)")
                case .finished: check.listsRead += 1
                }
                if check.listsRead >= source.pageLimit || check.items.count >= 1_000 {
                    check.hasMore = true
                    return
                }
            }
        } catch {
            check.problems.append("\(error)")
        }
    }
}

extension SourceCheck.Item {
    init(_ item: ListedItem) {
        url = shownAddress(item.url)
        title = item.linkText
        listedDate = item.listedDate ?? item.facts["postedDate"]
        section = item.section
        isLandingPage = item.isLandingPage
        isWithdrawn = item.isWithdrawn
    }

    init(_ item: LocalItem) {
        url =
            item.listed.url.isEmpty
            ? item.file + (item.part.map { "#" + $0 } ?? "") : shownAddress(item.listed.url)
        listedDate = item.collectedAt.map { String($0.prefix(10)) }
        isLandingPage = false
        isWithdrawn = false
    }
}
