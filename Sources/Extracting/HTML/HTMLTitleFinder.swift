import Markup

/// A page's title: the heading that the head's title repeats, or that title without the site's name.
struct HTMLTitleFinder {
    let page: HTMLPage
    let fields: HTMLHeadFields
    let data: HTMLLinkedData
    let siteName: String?

    func title() -> String? {
        let head = headTitle ?? ""
        let shared =
            fields.first("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title") ?? ""
        let headline = data.headline ?? ""
        let segments = Self.segments(head)
        let references = [shared, head, headline].map(HTMLText.skeleton).filter { !$0.isEmpty }
        let headings = self.headings
        if let heading = headings.first(where: { isRepeated($0, in: references, segments) }) {
            return heading
        }
        if !headline.isEmpty, HTMLText.skeleton(head).contains(HTMLText.skeleton(headline)) {
            return headline
        }
        let trimmed = withoutSite(shared)
        if !trimmed.isEmpty, HTMLText.skeleton(head).contains(HTMLText.skeleton(trimmed)), trimmed != head {
            return trimmed
        }
        if headings.count == 1, let only = headings.first, only.count > 20, !isSite(only) { return only }
        return fromHead(segments, else: trimmed, headings)
    }

    private func fromHead(_ segments: [String], else shared: String, _ headings: [String]) -> String? {
        if let best = segments.first(where: { $0.count >= 4 && !isSite($0) }) { return best }
        if !shared.isEmpty { return shared }
        return segments.first ?? headings.first
    }

    private var headTitle: String? {
        guard let node = page.document.first(.title) else { return nil }
        let text = HTMLText.unescaped(cleanText(Array(page.document.plainText(node).utf8)[...]))
        return text.isEmpty ? nil : text
    }

    private var headings: [String] {
        var found: [String] = []
        for node in page.document.nodes.indices where page.tag(node) == .h1 && !page.dropped[node] {
            let text = cleanText(Array(page.spacedText(node).utf8)[...])
            if text.count >= 3, text.count <= 300, !page.hints[node].contains(.hidden) { found.append(text) }
            if found.count == 20 { break }
        }
        return found
    }

    private func isRepeated(_ heading: String, in references: [String], _ segments: [String]) -> Bool {
        let skeleton = HTMLText.skeleton(heading)
        guard skeleton.count >= 3, !isSite(heading) else { return false }
        guard references.contains(where: { $0.contains(skeleton) }) else { return false }
        guard segments.count > 1, let first = segments.first, let last = segments.last else { return true }
        let isTail = HTMLText.skeleton(last).contains(skeleton)
        return !(isTail && skeleton.count < HTMLText.skeleton(first).count)
    }

    private func isSite(_ text: String) -> Bool {
        guard let siteName else { return false }
        return HTMLText.skeleton(siteName) == HTMLText.skeleton(text)
    }

    private func withoutSite(_ title: String) -> String {
        let segments = Self.segments(title)
        guard segments.count > 1, let last = segments.last, isSite(last) else { return title }
        for mark in Self.marks {
            let tail = mark + last
            if title.hasSuffix(tail) { return String(title.dropLast(tail.count)) }
        }
        return title
    }

    private static let marks = [" - ", " – ", " — ", " | ", "|", " · ", " • ", " » ", " « ", " : ", " :: "]

    /// A head's title at the marks that divide it from the site's name.
    static func segments(_ title: String) -> [String] {
        var parts = [title]
        for mark in marks { parts = parts.flatMap { $0.components(dividedBy: mark) } }
        return parts.map(HTMLText.collapsed).filter { !$0.isEmpty }
    }
}

extension String {
    fileprivate func components(dividedBy mark: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let found = rest.firstRange(of: mark) {
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return parts + [String(rest)]
    }
}
