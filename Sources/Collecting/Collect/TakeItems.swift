import Correspondence

extension SourceCollector {
    /// Asks for the letters that are due: those that are new first, as they are listed, then those that were visited
    /// longest ago.
    ///
    /// - Parameter isComplete: all lists were read; what they do not name any more is asked for too, by its schedule.
    func takeItems(_ items: [ListedItem], isComplete: Bool) async throws(CollectError) {
        var due: [ListedItem] = []
        for item in items {
            if try takeNotice(of: item) { due.append(item) }
        }
        if isComplete { due += unlisted(beside: items) }
        let fresh = due.filter { visits[key($0)] == nil }
        let known = due.filter { visits[key($0)] != nil }.sorted {
            let (one, other) = (visits[key($0)]?.last ?? 0, visits[key($1)]?.last ?? 0)
            return (one, $0.url) < (other, $1.url)
        }
        due = fresh + known
        if settings.isDryRun {
            report.planned = due.map { shownAddress($0.url) }
            return
        }
        var done = 0
        for item in due.prefix(source.itemLimit) {
            tell(total: due.count, done: done)
            guard stopped == nil, settings.clock.now() < began + source.timeLimit else { break }
            done += 1
            // A landing page may have led to it already.
            if item.inline == nil, let last = visits[key(item)]?.last, last >= began { continue }
            try await take(item)
        }
        report.waiting = due.count - done
        tell(total: due.count, done: done)
    }

    /// Notes what the list alone says.
    ///
    /// - Returns: whether the item is to be asked for.
    private func takeNotice(of item: ListedItem) throws(CollectError) -> Bool {
        if item.isWithdrawn {
            try noteWithdrawal(of: item)
            return false
        }
        // What a landing page leads to, the page itself tells.
        if !item.isLandingPage { try noteReinstatement(of: item) }
        guard item.inline == nil else { return true }
        if settings.schedule.isDue(visits[key(item)], stamp: item.stamp, now: settings.clock.now()) {
            return true
        }
        report.notDue += 1
        return false
    }

    /// Notes that a source withdraws a letter, and all files that its page led to.
    func noteWithdrawal(of item: ListedItem) throws(CollectError) {
        for url in custody.letters(at: key(item)) {
            guard let known = custody.known[url], known.sha256 != nil, !known.isWithdrawn else { continue }
            report.withdrawn.append(url)
            var line = line(.withdrawn, item, sha256: known.sha256)
            line.url = url
            try append(line)
        }
    }

    /// Notes that a withdrawn letter is listed as before.
    func noteReinstatement(of item: ListedItem) throws(CollectError) {
        guard let known = custody.known[key(item)], known.isWithdrawn else { return }
        try append(line(.reinstated, item, sha256: known.sha256))
    }

    /// Letters that were listed once and are due.
    private func unlisted(beside items: [ListedItem]) -> [ListedItem] {
        let listed = Set(items.map { key($0) })
        let now = settings.clock.now()
        return visits.entries.values.filter { entry in
            !listed.contains(entry.url) && entry.url.hasPrefix("http")
                && settings.schedule.isDue(entry.history, stamp: nil, now: now)
                && custody.known[entry.url]?.isWithdrawn != true
        }.map { ListedItem($0.url, $0.facts ?? custody.known[$0.url]?.facts) }
    }

    /// The address under which an item's visits and custody are kept.
    func key(_ item: ListedItem) -> String { shownAddress(item.url) }

    /// A line of custody about an item.
    func line(_ event: CustodyLine.Event, _ item: ListedItem, sha256: String?) -> CustodyLine {
        var line = CustodyLine(event, source: source.id, at: settings.clock.timestamp)
        line.url = key(item)
        line.sha256 = sha256
        let facts = ItemFacts(item)
        if facts != ItemFacts() { line.facts = facts }
        return line
    }

    func append(_ line: CustodyLine) throws(CollectError) { try custody.append(line) }
}

extension ListedItem {
    /// A letter as the ledger or custody remembers it.
    fileprivate init(_ url: String, _ facts: ItemFacts?) {
        self.init(url: url, listing: facts?.listing ?? "")
        guard let facts else { return }
        linkText = facts.linkText
        section = facts.section
        teaser = facts.teaser
        listedDate = facts.listedDate
        otherURLs = facts.otherURLs ?? []
        self.facts = facts.stated ?? [:]
    }
}
