import Markup

/// Days in elements that are made or named for dates: `<abbr>`, `<time>`, classes, ids and properties.
struct HTMLDateElements {
    let page: HTMLPage
    let reader: HTMLDayReader

    /// What is marked up as the day of publication: `itemprop="datePublished"`, `<time pubdate>`.
    func published() -> String? {
        for node in page.document.nodes.indices where page.tag(node) != .text {
            let isMarked =
                page.document.string(.itemprop, of: node)?.lowercased() == "datepublished"
                || (page.tag(node) == .time && page.document.value(.pubdate, of: node) != nil)
            guard isMarked, !isElsewhere(node) else { continue }
            if let day = day(of: node) { return day }
        }
        return nil
    }

    /// What an element states of itself, else what it shows.
    private func day(of node: Int) -> String? {
        let stamp = page.document.string(.datetime, of: node) ?? page.document.string(.content, of: node)
        return stamp.flatMap(reader.day) ?? reader.day(in: page.spacedText(node))
    }

    func abbreviations() -> String? {
        for node in page.document.nodes.indices where page.tag(node) == .abbr && !page.dropped[node] {
            guard !isElsewhere(node) else { continue }
            if let title = page.document.string(.title, of: node), let day = reader.day(in: title) {
                return day
            }
            if page.hints[node].contains(.date), let day = reader.day(in: page.spacedText(node)) {
                return day
            }
        }
        return nil
    }

    /// Short elements whose class, id or itemprop speaks of a date.
    func named(strict: Bool) -> String? {
        for node in page.document.nodes.indices where page.sizes[node] < 150 {
            guard page.tag(node) != .text, page.tag(node) != .meta, page.tag(node) != .link,
                page.tag(node) != .time || strict
            else { continue }
            let isNamed = page.hints[node].contains(.date) || isDateProperty(node)
            guard isNamed || (!strict && isLoose(node)), !isElsewhere(node) else { continue }
            guard !isClock(node) else { continue }
            if let stamp = page.document.string(.datetime, of: node)
                ?? page.document.string(.content, of: node),
                let day = reader.day(in: stamp)
            {
                return day
            }
            if let day = reader.day(in: page.spacedText(node)) { return day }
            if let title = page.document.string(.title, of: node), let day = reader.day(in: title) {
                return day
            }
        }
        return nil
    }

    /// Forums print the hour of the visit.
    private func isClock(_ node: Int) -> Bool {
        let text = page.spacedText(node).lowercased()
        return ["aktuelle zeit", "current time", "it is currently", "the time is now", "es ist jetzt"]
            .contains {
                text.contains($0)
            }
    }

    private func isDateProperty(_ node: Int) -> Bool {
        guard let property = page.document.string(.itemprop, of: node) else { return false }
        return property.lowercased().contains("date")
    }

    private func isLoose(_ node: Int) -> Bool {
        page.tag(node) == .small || page.tag(node) == .footer
            || !page.hints[node].isDisjoint(with: [.furniture, .byline, .footer])
    }

    /// In comments, teasers and columns beside the text stand the dates of other things.
    private func isElsewhere(_ node: Int) -> Bool {
        let total = page.sizes.first ?? 0
        var next: Int? = node
        while let element = next {
            if page.hints[element].contains(.comments) { return true }
            let hints = page.sizes[element] * 2 < total ? page.hints[element] : []
            if !hints.isDisjoint(with: [.comments, .related, .sidebar, .teaser]) { return true }
            if page.tag(element) == .aside || page.tag(element) == .nav { return true }
            if page.tag(element) == .li || page.tag(element) == .article, isTeaser(element, of: node) {
                return true
            }
            next = page.document.parent(element)
        }
        return false
    }

    /// Whether a date's item is little more than a link with a title: it is the date of the page linked to.
    private func isTeaser(_ item: Int, of date: Int) -> Bool {
        let others = page.sizes[item] - page.sizes[date]
        let linked = page.linkSizes[item] - page.linkSizes[date]
        return page.sizes[item] < 400 && linked >= 20 && linked * 10 >= others * 7
            && page.document.first(.h1, in: page.document.inside(item)) == nil
    }

    func times() -> String? {
        var rest: String?
        for node in page.document.nodes.indices where page.tag(node) == .time {
            let stamp = page.document.string(.datetime, of: node) ?? page.spacedText(node)
            guard let day = reader.day(in: stamp) ?? reader.day(in: page.spacedText(node)) else { continue }
            if !isElsewhere(node) { return day }
            rest = rest ?? day
        }
        return rest
    }
}
