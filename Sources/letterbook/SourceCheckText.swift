import Collecting

/// What a source would give, as a person reads it in a terminal.
struct SourceCheckText {
    let check: SourceCheck
    /// 0: all.
    let limit: Int

    init(_ check: SourceCheck, limit: Int) {
        self.check = check
        self.limit = limit
    }

    var text: String {
        var lines = [headline]
        let shown = limit == 0 ? check.items[...] : check.items.prefix(limit)
        lines += shown.map(line)
        if check.items.count > shown.count {
            lines.append("  … \(check.items.count - shown.count) more: --limit 0")
        }
        let events = limit == 0 ? check.events[...] : check.events.prefix(limit)
        lines += events.map { "  \(padded("\($0.date)", to: 12))\(printable($0.title))" }
        if check.events.count > events.count {
            lines.append("  … \(check.events.count - events.count) more: --limit 0")
        }
        lines += check.problems.map { "  problem   \(printable($0))" }
        if check.items.isEmpty, check.events.isEmpty, check.problems.isEmpty {
            lines.append(
                "  nothing   that looks like a letter: see include, exclude and selectors in the documentation"
            )
        }
        return lines.joined(separator: "\n")
    }

    private var headline: String {
        let found = check.events.isEmpty ? "\(check.items.count) letters" : "\(check.events.count) events"
        let lists = check.listsRead == 1 ? "1 list" : "\(check.listsRead) lists"
        let more = check.hasMore ? ", and there are more" : ""
        return "\(check.source) (\(check.kind)\(check.isActive ? "" : ", off")): \(found) in \(lists)\(more)"
    }

    private func line(_ item: SourceCheck.Item) -> String {
        let form = item.isWithdrawn ? "withdrawn" : item.isLandingPage ? "page" : "file"
        let title = item.title.map { printable($0) + "\n" + padded("", to: 24) } ?? ""
        return "  " + padded(item.listedDate ?? "no date", to: 12) + padded(form, to: 10) + title
            + printable(item.url)
    }
}
