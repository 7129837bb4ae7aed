import Markup

/// When a page says it was published and last changed.
///
/// Many places are asked, the most certain first, and the first answer wins.
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
        let elements = HTMLDateElements(page: page, reader: reader)
        let sources: [() -> String?] = [
            { address.flatMap { HTMLDateAddress.folders($0, reader: reader) } },
            { nearHeading().flatMap { isBorneOut($0, by: elements) ? $0 : nil } },
            { fields.values(of: HTMLDateNames.published).lazy.compactMap(reader.day).first },
            elements.published,
            dated,
            { cued(.published) },
            { data.published.flatMap(reader.day) },
            nearHeading,
            { address.flatMap { HTMLDateAddress.names($0, reader: reader) } },
            elements.abbreviations,
            { elements.named(strict: true) },
            { cued(.modified) },
            elements.times,
            modified,
            { elements.named(strict: false) },
            headings,
            { address.flatMap { HTMLDateAddress.dayFirstNames($0, reader: reader) } },
            inText,
        ]
        for source in sources {
            if let day = source() { return day }
        }
        return nil
    }

    func modified() -> String? {
        for name in HTMLDateNames.modified {
            if let day = fields.first(name).flatMap(reader.day) { return day }
        }
        return data.modified.flatMap(reader.day)
    }

    /// A day that follows a word such as "Published" or "Stand".
    private func cued(_ cues: HTMLDateCues.Kind) -> String? {
        guard let body = page.document.first(.body) else { return nil }
        return HTMLDateCues.day(cues, in: page.spacedText(body, most: 200_000), reader: reader)
    }

    /// A day by a loose name. Programs write 11/01/2023 here in either order, whatever the page's language:
    /// where the text prints the day of the other order, that one is meant.
    private func dated() -> String? {
        let values = fields.values(of: HTMLDateNames.dated)
        guard let day = values.lazy.compactMap(reader.day).first else { return nil }
        let other = HTMLDayReader(isMonthFirst: !reader.isMonthFirst, stated: reader.stated)
        guard let swapped = values.lazy.compactMap(other.day).first, swapped != day else { return day }
        let printed = reader.days(in: String(text.prefix(20_000)))
        return printed.contains(swapped) && !printed.contains(day) ? swapped : day
    }

    /// Whether a day shown beside the heading is stated anywhere else, or nothing else is stated.
    private func isBorneOut(_ day: String, by elements: HTMLDateElements) -> Bool {
        reader.stated.isEmpty || reader.stated.contains(day) || elements.named(strict: true) == day
            || elements.times() == day
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

    /// Visible text from a node on, forwards or backwards, in reading order; of paragraphs only the first
    /// words, which may be a dateline: what is told in them has other days.
    private func text(from start: Int, step: Int, bytes: Int) -> String {
        var pieces: [String] = []
        var count = 0
        var index = start
        var paragraph: Int?
        while page.document.nodes.indices.contains(index), count < bytes {
            if page.tag(index) == .text, page.sizes[index] > 0 {
                let piece = page.document.bytes[page.document.text(index)]
                let block = block(around: index)
                if page.sizes[block] <= Self.longestLine {
                    pieces.append(String(decoding: piece, as: UTF8.self))
                } else if block != paragraph, step > 0 {
                    let start = piece.drop { $0 <= 0x20 }.prefix(Self.longestDateline)
                    pieces.append(String(decoding: start, as: UTF8.self) + " |")
                    paragraph = block
                }
                count += Int(page.sizes[index])
            }
            index += step
        }
        return (step > 0 ? pieces : pieces.reversed()).joined(separator: " ")
    }

    /// Bytes of a line that tells of the page and not of its subject, white space apart.
    private static let longestLine = 120
    private static let longestDateline = 40

    private func block(around text: Int) -> Int {
        var node = text
        while let parent = page.document.parent(node) {
            node = parent
            if HTMLBlockReader.blockTags.contains(page.tag(node)) { break }
        }
        return node
    }

    private func headings() -> String? {
        for tag in [HTMLTag.title, .h1] {
            guard let node = page.document.first(tag) else { continue }
            if let day = reader.day(in: page.document.plainText(node)) { return day }
        }
        return nil
    }

    /// The first day in the text's first lines, else in its last, else anywhere on the page.
    private func inText() -> String? {
        if let day = reader.day(in: String(text.prefix(1_500))) { return day }
        if let day = fields.first("description", "og:description").flatMap(reader.day) { return day }
        if let day = reader.day(in: String(text.suffix(600))) { return day }
        guard let body = page.document.first(.body) else { return nil }
        return reader.day(in: page.spacedText(body, most: 20_000))
    }
}
