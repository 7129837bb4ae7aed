import Markup

/// The headings of a page, and which of them stand above a place in it.
///
/// A heading reaches to the next of its level, and no further than the smallest element around it that has more to it
/// than the heading: what a card is called says nothing of the next card. Captions, summaries, terms of lists, lines all
/// in bold and lines that are but a month or a year are headings below the sixth level.
struct PageHeadings {
    struct Heading: Sendable {
        var node: Int
        var end: Int
        var level: Int
        var text: String
        /// The heading that this one stands under.
        var above: Int?
        /// Index of the first node that it no longer reaches.
        var reach: Int
    }

    private(set) var headings: [Heading] = []
    /// From which node on which heading is the nearest, in order.
    private var changes: [(node: Int, heading: Int?)] = []

    init(_ document: HTMLDocument, regions: PageRegions) {
        let finder = HeadingFinder(document: document, regions: regions)
        var open: [Int] = []
        var pending: Int?
        var index = 0
        while index < document.nodes.count {
            if let heading = pending, headings[heading].end <= index {
                open.append(heading)
                changes.append((index, heading))
                pending = nil
            }
            closeOutrun(at: index, &open)
            if pending == nil, let found = finder.heading(at: index) {
                while let last = open.last, headings[last].level >= found.level { open.removeLast() }
                changes.append((index, open.last))
                headings.append(found)
                headings[headings.count - 1].above = open.last
                pending = headings.count - 1
            }
            index += 1
        }
    }

    private mutating func closeOutrun(at index: Int, _ open: inout [Int]) {
        guard open.contains(where: { headings[$0].reach <= index }) else { return }
        open.removeAll { headings[$0].reach <= index }
        changes.append((index, open.last))
    }

    /// The nearest heading above a node; nil where none reaches it.
    func nearest(_ node: Int) -> Int? {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].node <= node { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : changes[low - 1].heading
    }

    /// The nearest heading and those above it, without those that stand inside an item.
    func chain(_ node: Int, outside item: Range<Int>? = nil) -> [Heading] {
        var chain: [Heading] = []
        var next = nearest(node)
        while let current = next {
            if item?.contains(headings[current].node) != true { chain.append(headings[current]) }
            next = headings[current].above
        }
        return chain
    }
}

/// Tells what on a page is a heading.
private struct HeadingFinder {
    let document: HTMLDocument
    let regions: PageRegions

    /// Longest heading that is none by its element, in bytes without white space.
    private static let longest = 100

    func heading(at node: Int) -> PageHeadings.Heading? {
        let tag = document.nodes[node].tag
        guard tag != .text, let level = level(of: tag, node) else { return nil }
        guard tag == .h1 || !regions.isFurniture(node) else { return nil }
        let end = document.after(node)
        let words = PageWords(document: document).words(node..<end, limit: 1_000).shortened(to: 300)
        guard !words.isEmpty else { return nil }
        return PageHeadings.Heading(
            node: node, end: end, level: level, text: words, above: nil,
            reach: tag == .h1 ? document.nodes.count : reach(of: node, beyond: isDay(words) ? 0 : 24))
    }

    private func level(of tag: HTMLTag, _ node: Int) -> Int? {
        if let level = tag.headingLevel { return level }
        switch tag {
        case .caption, .legend, .summary: return 7
        case .button: return 7
        case .dt: return holdsLink(node) ? nil : 9
        case .p, .div, .tr, .strong, .b, .span, .u, .font: return lineLevel(tag, node)
        default: return nil
        }
    }

    /// 7 for a line all in bold, 8 for one that is but a month or a year.
    private func lineLevel(_ tag: HTMLTag, _ node: Int) -> Int? {
        let range = node..<document.after(node)
        let length = regions.textLength(range)
        guard length > 0, length <= Self.longest, range.count <= 16, !holdsLink(node) else { return nil }
        if ![.p, .div, .tr].contains(tag) { return isLine(node) && isPeriod(range) ? 8 : nil }
        if tag == .tr, range.count(where: { [.td, .th].contains(document.nodes[$0].tag) }) != 1 {
            return nil
        }
        return isPeriod(range) ? 8 : isBold(range) ? 7 : nil
    }

    private func isPeriod(_ range: Range<Int>) -> Bool {
        guard regions.textLength(range) <= 20 else { return false }
        return ListPeriod(alone: PageWords(document: document).words(range)) != nil
    }

    private func isBold(_ range: Range<Int>) -> Bool {
        var bold = 0
        var index = range.lowerBound
        while index < range.upperBound {
            if [.b, .strong, .th].contains(document.nodes[index].tag) {
                bold += regions.textLength(index..<document.after(index))
                index = document.after(index)
            } else {
                index += 1
            }
        }
        return bold == regions.textLength(range)
    }

    /// Whether an element in the line is all that its line holds: a break or the block's end comes after it.
    private func isLine(_ node: Int) -> Bool {
        guard let parent = document.parent(node),
            [.div, .section, .article, .td, .p, .li, .body, .center].contains(document.nodes[parent].tag)
        else { return false }
        let end = document.after(parent)
        var index = document.after(node)
        while index < end, document.nodes[index].tag == .text, regions.textLength(index..<index + 1) == 0 {
            index += 1
        }
        return index >= end || ![.text, .a, .span, .em, .i].contains(document.nodes[index].tag)
    }

    private func holdsLink(_ node: Int) -> Bool {
        document.inside(node).prefix(64).contains { document.nodes[$0].tag == .a }
    }

    /// The date of a card is not that of the next.
    private func isDay(_ words: String) -> Bool {
        ListPeriod(alone: words)?.day != nil
    }

    /// Where the smallest element ends that has more to it than the heading and so many bytes, as one short link beside it
    /// has.
    private func reach(of node: Int, beyond slight: Int) -> Int {
        let end = document.after(node)
        if let link = linkAround(node) { return document.after(link) }
        var place = document.parent(node)
        var steps = 0
        while let current = place, steps < 64 {
            let last = document.after(current)
            if regions.textLength(end..<max(end, last)) > slight { return last }
            place = document.parent(current)
            steps += 1
        }
        return document.nodes.count
    }

    /// A heading inside a link names that link alone.
    private func linkAround(_ node: Int) -> Int? {
        var place = document.parent(node)
        for _ in 0..<6 {
            guard let current = place else { return nil }
            if document.nodes[current].tag == .a { return current }
            place = document.parent(current)
        }
        return nil
    }
}
