import Markup

/// When a page says it was published and last changed.
///
/// Asked in order, the first answer wins: the canonical URL, `<meta>`, JSON-LD, `<abbr>`, elements named
/// after dates, title and first heading, `<time>`, the text.
struct HTMLDateFinder {
    let page: HTMLPage
    let fields: HTMLHeadFields
    let data: HTMLLinkedData
    let reader: HTMLDayReader
    /// The page's own address, where its head names it.
    let address: String?
    /// The page's title, as found.
    let title: String?
    /// The main text, for pages that name their date nowhere else.
    let text: String

    func published() -> String? {
        let sources: [() -> String?] = [
            { address.flatMap(dayInAddress) },
            { fields.values(of: Self.publishedNames).lazy.compactMap(reader.day).first },
            { data.published.flatMap(reader.day) },
            abbreviations,
            { namedElements(strict: true) },
            { modified() },
            nearHeading,
            cued,
            { namedElements(strict: false) },
            headings,
            times,
            { namedElements(strict: true, anywhere: true) },
            inText,
        ]
        for source in sources {
            if let day = source() { return day }
        }
        return nil
    }

    func modified() -> String? {
        for name in Self.modifiedNames {
            if let day = fields.first(name).flatMap(reader.day) { return day }
        }
        return data.modified.flatMap(reader.day)
    }

    private static let publishedNames: Set<String> = [
        "article:published_time", "datepublished", "og:published_time", "article:published",
        "og:article:published_time",
        "article:published_date", "article:post_date", "article.published", "article.created",
        "citation_publication_date",
        "citation_date", "citation_online_date", "dc.date.issued", "dcterms.issued", "dcterms.date",
        "dc.date",
        "dc.date.created", "dcterms.created", "dc.created", "dc:date", "dc:created", "sailthru.date",
        "parsely-pub-date",
        "pubdate", "publishdate", "publish_date", "publish-date", "publication_date", "publicationdate",
        "published_time", "published-date", "publisheddate", "date_published", "originalpublicationdate",
        "release_date",
        "video:release_date", "rnews:datepublished", "displaydate", "datecreated", "date_created",
        "dateposted",
        "date", "created", "timestamp", "bt:pubdate", "article_date_original",
        "shareaholic:article_published_time",
        "og:pubdate", "og:publish_date", "og:regdate", "cxenseparse:recs:publishtime", "doc_date", "pdate",
        "ptime",
    ]

    private static let modifiedNames = [
        "article:modified_time", "datemodified", "og:updated_time", "og:modified_time", "article:modified",
        "dcterms.modified", "dc.date.modified", "dc.modified", "last-modified", "lastmod", "lastmodified",
        "modified",
        "revision_date", "updated_time", "bt:moddate", "modified_time", "utime", "date.updated",
    ]

    /// Year, month and day in a path: `/2020/05/31/`.
    private func dayInAddress(_ address: String) -> String? {
        let tokens = HTMLDateToken.tokens(of: address)
        for token in tokens {
            if case .number(let value, 8) = token, let day = reader.day(in: "\(value)") { return day }
        }
        for index in tokens.indices.dropLast(4) {
            guard let year = tokens[index].number(4), let month = tokens[index + 2].number(2),
                let date = tokens[index + 4].number(2), tokens[index + 1] == tokens[index + 3]
            else { continue }
            if let day = reader.day(in: "\(year)-\(month)-\(date)") { return day }
        }
        return tokens.indices.dropLast(4).lazy.compactMap { index in
            guard tokens[index].number(2) != nil, tokens[index + 1] == .mark(0x2D),
                tokens[index + 4].number(4) != nil, let date = tokens[index].number(2)
            else { return nil }
            return tokens[index + 2].number(2).flatMap { month in
                tokens[index + 4].number(4).flatMap { reader.day(in: "\($0)-\(month)-\(date)") }
            }
        }.first
    }

    /// A day that follows a word such as "Published" or "Stand".
    private func cued() -> String? {
        guard let body = page.document.first(.body) else { return nil }
        return HTMLDateCues.day(in: page.spacedText(body), reader: reader)
    }

    private func abbreviations() -> String? {
        for node in page.document.nodes.indices where page.tag(node) == .abbr && !page.dropped[node] {
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
    private func namedElements(strict: Bool, anywhere: Bool = false) -> String? {
        for node in page.document.nodes.indices where page.sizes[node] < 150 {
            guard page.tag(node) != .text, page.tag(node) != .meta, page.tag(node) != .link,
                page.tag(node) != .time || strict
            else { continue }
            let isNamed = page.hints[node].contains(.date) || isDateProperty(node)
            guard isNamed || (!strict && isLoose(node)), anywhere || !isElsewhere(node) else { continue }
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

    /// A day in the lines right after, or right before, the heading that names the page.
    private func nearHeading() -> String? {
        guard let title, let heading = heading(title) else { return nil }
        let after = text(from: page.document.after(heading), step: 1, bytes: 200)
        if let day = reader.day(in: after) { return day }
        return reader.days(in: text(from: heading - 1, step: -1, bytes: 100)).last
    }

    private func heading(_ title: String) -> Int? {
        let skeleton = HTMLText.skeleton(title)
        return page.document.nodes.indices.first { node in
            page.tag(node) == .h1 && !page.dropped[node]
                && HTMLText.skeleton(page.document.plainText(node)) == skeleton
        }
    }

    /// Visible text from a node on, forwards or backwards, in reading order.
    private func text(from start: Int, step: Int, bytes: Int) -> String {
        var pieces: [String] = []
        var count = 0
        var index = start
        while page.document.nodes.indices.contains(index), count < bytes {
            if page.tag(index) == .text, page.sizes[index] > 0 {
                pieces.append(String(decoding: page.document.bytes[page.document.text(index)], as: UTF8.self))
                count += Int(page.sizes[index])
            }
            index += step
        }
        return (step > 0 ? pieces : pieces.reversed()).joined(separator: " ")
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
            next = page.document.parent(element)
        }
        return false
    }

    private func headings() -> String? {
        for tag in [HTMLTag.title, .h1] {
            guard let node = page.document.first(tag) else { continue }
            if let day = reader.day(in: page.document.plainText(node)) { return day }
        }
        return nil
    }

    private func times() -> String? {
        var rest: String?
        for node in page.document.nodes.indices where page.tag(node) == .time {
            let stamp = page.document.string(.datetime, of: node) ?? page.spacedText(node)
            guard let day = reader.day(in: stamp) ?? reader.day(in: page.spacedText(node)) else { continue }
            if !isElsewhere(node) { return day }
            rest = rest ?? day
        }
        return rest
    }

    /// The first day in the text's first lines, else in its last, else anywhere on the page.
    private func inText() -> String? {
        if let day = reader.day(in: String(text.prefix(1_500))) { return day }
        if let day = fields.first("description", "og:description").flatMap(reader.day) { return day }
        if let day = reader.day(in: String(text.suffix(600))) { return day }
        guard let body = page.document.first(.body) else { return nil }
        let whole = page.spacedText(body)
        return reader.day(in: String(whole.prefix(20_000)))
    }
}
