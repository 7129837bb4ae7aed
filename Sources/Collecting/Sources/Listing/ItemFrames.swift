import Markup

/// The part of a page that belongs to one link: its row, card or bullet, with date and teaser.
struct ItemFrame: Sendable {
    /// Node indices.
    var range: Range<Int>
    /// Whether it is a row, a bullet, a card or the like; false for a link in running text.
    var isStructured: Bool
    /// What its neighbours share with it.
    var list: List?

    /// An element, and what sort of children of it the items are.
    struct List: Sendable, Hashable {
        var element: Int
        var child: HTMLTag
    }
}

/// Finds the frame of each link: the largest element that holds this link and no other item's.
struct ItemFrames {
    private let page: ListingPage
    private let links: [ListingLink]
    /// Before each node: how often a link that is a title led elsewhere than the one before it.
    private let titles: [Int32]
    /// The same of all links.
    private let all: [Int32]
    /// Levels of the headings by their nodes.
    private let headingLevels: [Int: Int]

    init(_ page: ListingPage, links: [ListingLink]) {
        self.page = page
        self.links = links
        titles = Self.starts(links.filter { !$0.isMinor }, in: page)
        all = Self.starts(links, in: page)
        headingLevels = Dictionary(
            page.headings.headings.map { ($0.node, $0.level) }, uniquingKeysWith: { first, _ in first })
    }

    private static func starts(_ links: [ListingLink], in page: ListingPage) -> [Int32] {
        var counts = [Int32](repeating: 0, count: page.document.nodes.count + 1)
        var before: String?
        for link in links where link.key != before {
            counts[link.node + 1] = 1
            before = link.key
        }
        var total: Int32 = 0
        for index in counts.indices {
            total += counts[index]
            counts[index] = total
        }
        return counts
    }

    private static let rows: HTMLTagSet = [.li, .tr, .article, .dd, .dt]
    private static let blocks: HTMLTagSet = [.div, .section, .p, .td, .blockquote, .figure, .details]
    private static let lists: HTMLTagSet = [
        .ul, .ol, .dl, .table, .tbody, .thead, .main, .body, .html, .menu, .dir, .form,
    ]
    /// Text of one item with its teaser, in bytes without white space; more is a page.
    private static let longest = 3_000

    func frame(of link: ListingLink) -> ItemFrame {
        let document = page.document
        var frame = link.node
        var place = link.node
        for _ in 0..<32 {
            guard let parent = document.parent(place) else { break }
            let tag = document.nodes[parent].tag
            if Self.lists.contains(tag) || isOneOfMany(place, in: parent, link) { break }
            let isRow = Self.rows.contains(tag)
            let fit = fit(parent, link, isRow: isRow)
            if fit == .none { break }
            place = parent
            if fit == .whole { frame = parent }
            if isRow { break }
        }
        return widened(frame)
    }

    private enum Fit { case none, part, whole }

    /// Whether all that an element holds is of this link's item. Buttons such as `Download` and `Read more` are of the
    /// item that their row or the one heading above them makes.
    private func fit(_ element: Int, _ link: ListingLink, isRow: Bool) -> Fit {
        let range = element..<page.document.after(element)
        guard page.regions.textLength(range) <= Self.longest else { return .none }
        let others = titles[range.upperBound] - titles[range.lowerBound]
        let headings = headings(in: range, beside: link)
        guard link.isMinor else { return others <= 1 && headings == 0 ? .whole : .none }
        let links = all[range.upperBound] - all[range.lowerBound]
        guard others == 0, headings <= 1 else { return .none }
        return links <= 1 || isRow || (headings == 1 && links <= 4) ? .whole : .part
    }

    /// Whether an element of the same make beside this one holds a link too: then each is an item. The neighbours after it
    /// and the first of its parent are looked at, a few of them, so that a long list costs no more than a short one.
    private func isOneOfMany(_ node: Int, in parent: Int, _ link: ListingLink) -> Bool {
        let end = page.document.after(parent)
        return [page.document.after(node), parent + 1].contains { first in
            var index = first
            for _ in 0..<6 where index < end {
                let last = page.document.after(index)
                if index != node, isAlike(index, node), holdsTitle(index..<last, besides: link) {
                    return true
                }
                index = last
            }
            return false
        }
    }

    /// Links that stand in the line are the parts of one item, not items.
    private func isAlike(_ a: Int, _ b: Int) -> Bool {
        let tag = page.document.nodes[b].tag
        guard page.document.nodes[a].tag == tag, tag.headingLevel != nil || Self.blocks.contains(tag) else {
            return false
        }
        return make(a) == make(b)
    }

    /// The first word of its class.
    private func make(_ node: Int) -> ArraySlice<UInt8> {
        guard let range = page.document.value(.class, of: node) else { return [] }
        return page.document.bytes[range].prefix { $0 > 0x20 }
    }

    private func holdsTitle(_ range: Range<Int>, besides link: ListingLink) -> Bool {
        links[links.partitioningIndex { $0.node >= range.lowerBound }...].prefix {
            $0.node < range.upperBound
        }
        .prefix(4).contains { !$0.isGeneric && $0.key != link.key }
    }

    /// Headings that do not themselves hold the link, but for dates; the page's own counts as two.
    private func headings(in range: Range<Int>, beside link: ListingLink) -> Int {
        var count = 0
        for index in range {
            guard let level = headingLevels[index] ?? page.document.nodes[index].tag.headingLevel, level != 8
            else {
                continue
            }
            if !(index..<page.document.after(index)).contains(link.node) { count += level == 1 ? 2 : 1 }
            if count > 1 { break }
        }
        return count
    }

    /// Takes what stands beside a bare link or heading: the line around it, or the siblings up to the next item.
    private func widened(_ node: Int) -> ItemFrame {
        let document = page.document
        let tag = document.nodes[node].tag
        let end = document.after(node)
        guard let parent = document.parent(node) else {
            return ItemFrame(range: node..<end, isStructured: false, list: nil)
        }
        if tag == .dt || tag.headingLevel != nil {
            return ItemFrame(
                range: node..<endOfFollowers(of: node, in: parent), isStructured: true,
                list: ItemFrame.List(element: parent, child: tag))
        }
        if Self.rows.contains(tag) {
            return ItemFrame(
                range: node..<end, isStructured: true, list: ItemFrame.List(element: parent, child: tag))
        }
        if Self.blocks.contains(tag) {
            let last = endOfFollowers(of: node, in: parent)
            let range = node..<(takesTurns(end..<last, in: parent) ? last : end)
            return ItemFrame(
                range: range, isStructured: true, list: ItemFrame.List(element: parent, child: tag))
        }
        let line = line(around: node, in: parent)
        return ItemFrame(
            range: line.range, isStructured: line.isWhole, list: ItemFrame.List(element: parent, child: tag))
    }

    /// Whether what follows an element is words without a link, and then comes the next item.
    private func takesTurns(_ followers: Range<Int>, in parent: Int) -> Bool {
        let last = page.document.after(parent)
        return page.regions.textLength(followers) > 0 && all[last] - all[followers.upperBound] > 0
    }

    private func endOfFollowers(of node: Int, in parent: Int) -> Int {
        let document = page.document
        let last = document.after(parent)
        let start = document.after(node)
        var index = start
        for _ in 0..<12 where index < last {
            let end = document.after(index)
            let tag = document.nodes[index].tag
            if titles[end] - titles[index] > 0 || headingLevels[index] != nil || tag == .hr
                || tag.headingLevel != nil || Self.lists.contains(tag)
                || page.regions.textLength(start..<end) > Self.longest
                || (all[end] - all[index] > 0 && isAlike(index, node))
            {
                break
            }
            index = end
        }
        return index
    }

    /// Neighbours in a line that are looked at on either side.
    private static let longestLine = 40

    /// From the line break or block before a node to the one after it, or to the next title; and whether line breaks
    /// divide the element into items.
    private func line(around node: Int, in parent: Int) -> (range: Range<Int>, isWhole: Bool) {
        let document = page.document
        var first = node
        var breaks = 0
        for _ in 0..<Self.longestLine {
            guard let before = sibling(before: first, in: parent) else { break }
            if document.nodes[before].tag == .br { breaks += 1 }
            if !isInLine(before) || titles[document.after(before)] - titles[before] > 0 { break }
            first = before
        }
        var index = document.after(node)
        for _ in 0..<Self.longestLine where index < document.after(parent) {
            if document.nodes[index].tag == .br { breaks += 1 }
            if !isInLine(index) || titles[document.after(index)] - titles[index] > 0 { break }
            index = document.after(index)
        }
        return (first..<max(document.after(node), index), breaks > 0)
    }

    private func sibling(before node: Int, in parent: Int) -> Int? {
        guard node - 1 > parent else { return nil }
        var place = node - 1
        while let above = page.document.parent(place), above != parent { place = above }
        return place
    }

    private func isInLine(_ node: Int) -> Bool {
        let tag = page.document.nodes[node].tag
        return tag == .text || tag == .unknown || PageWords.inline.contains(tag)
    }
}

extension Array {
    /// The first index whose element meets a condition that all after it meet too.
    func partitioningIndex(_ condition: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
