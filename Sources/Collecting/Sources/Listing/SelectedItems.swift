import Correspondence
import Markup
import Scanning

/// Reads a list by the XPath of a source, where structure and words do not tell.
///
/// `item` finds the rows; the others are relative to a row, `next` to the page. What is not given is found as on any page:
/// the row's first link, its words, the date beside it, the heading above.
struct SelectedItems {
    private let page: ListingPage
    private let selectors: Source.Selectors
    private let selection: HTMLSelection
    /// The document's node of each element that XPath numbers.
    private let nodes: [Int]

    init(_ page: ListingPage, body: [UInt8], selectors: Source.Selectors) throws(SourceError) {
        self.page = page
        self.selectors = selectors
        do {
            selection = try HTMLSelection(parsing: decodedPage(body))
        } catch {
            throw .unreadable("the page cannot be parsed for XPath")
        }
        nodes = page.document.nodes.indices.filter { page.document.nodes[$0].tag != .text }
        guard nodes.count == selection.count else {
            throw .unreadable("the page nests too deep for XPath; take the selectors out of the definition")
        }
    }

    /// Refuses what is no XPath before anything is asked for.
    static func check(_ selectors: Source.Selectors) throws(SourceError) {
        let all = [
            ("item", selectors.item), ("link", selectors.link), ("title", selectors.title),
            ("date", selectors.date),
            ("section", selectors.section), ("next", selectors.next),
        ]
        for (name, expression) in all {
            guard let expression else { continue }
            do {
                try HTMLSelection.check(expression)
            } catch {
                throw .incomplete("the selector \(name) is no XPath 1.0: \(expression)")
            }
        }
        if selectors.item == nil, selectors.link != nil || selectors.title != nil || selectors.date != nil {
            throw .incomplete("the selectors lack item, the XPath of one row; the others are relative to it")
        }
    }

    /// Nil where the source leaves items to structure and words.
    func items(listing: String) throws(SourceError) -> [ListedItem]? {
        guard let expression = selectors.item else { return nil }
        var items: [ListedItem] = []
        var seen: Set<String> = []
        for row in try matches(expression, from: nil).compactMap(\.element).prefix(ListingItems.most) {
            guard let item = try item(row, listing: listing), seen.insert(LinkAddress.key(item.url)).inserted
            else {
                continue
            }
            items.append(item)
        }
        return items
    }

    /// Nil where the source leaves paging to structure and words.
    func next() throws(SourceError) -> [String]? {
        guard let expression = selectors.next else { return nil }
        let own = LinkAddress.key(page.address.text)
        return try matches(expression, from: nil).compactMap(address).filter { LinkAddress.key($0) != own }
    }

    private func matches(
        _ expression: String, from element: Int?
    ) throws(SourceError) -> [HTMLSelection.Match] {
        do {
            return try selection.matches(expression, from: element)
        } catch {
            throw .unreadable("the XPath \(expression) cannot be asked of the page: \(error)")
        }
    }

    private func item(_ row: Int, listing: String) throws(SourceError) -> ListedItem? {
        let range = nodes[row]..<page.document.after(nodes[row])
        guard let (url, link) = try link(row, range) else { return nil }
        let words = link.map { page.text.words($0..<page.document.after($0)) } ?? ""
        let (text, isMarked) = LinkMarks.taken(from: try first(selectors.title, row) ?? words)
        let chain = page.headings.chain(range.lowerBound, outside: range)
        let segments = page.text.segments(range, omitting: { $0 == link }, limit: 2_000)
        let found = ListedDate(page: page).find(
            title: text, segments: segments,
            frame: ItemFrame(range: range, isStructured: true, list: nil), chain: chain)
        var item = ListedItem(url: url, listing: listing)
        item.linkText = selectors.title == nil ? found.title : text
        item.listedDate = try date(row) ?? found.date
        item.section =
            try first(selectors.section, row)
            ?? (chain.first { ListPeriod(alone: $0.text) == nil } ?? chain.first)?.text
        item.isLandingPage = !isMarked && !ListingLinks.leadsToFile(url)
        return item
    }

    /// The address of a row, and the `a` that holds it where one does.
    private func link(_ row: Int, _ range: Range<Int>) throws(SourceError) -> (url: String, node: Int?)? {
        guard let expression = selectors.link else {
            let node = range.first {
                page.document.nodes[$0].tag == .a && page.document.value(.href, of: $0) != nil
            }
            guard let node, let url = page.document.string(.href, of: node).flatMap(resolve) else {
                return nil
            }
            return (url, node)
        }
        for match in try matches(expression, from: row) {
            if let url = address(match) { return (url, match.element.map { nodes[$0] }) }
        }
        return nil
    }

    /// The `href` of an element; for an attribute or a string, what it says.
    private func address(_ match: HTMLSelection.Match) -> String? {
        if let element = match.element, let reference = page.document.string(.href, of: nodes[element]) {
            return resolve(reference)
        }
        return resolve(match.text)
    }

    private func resolve(_ reference: String) -> String? { LinkAddress.resolve(reference, on: page.base) }

    private func first(_ expression: String?, _ row: Int) throws(SourceError) -> String? {
        guard let expression else { return nil }
        return try matches(expression, from: row).first { !$0.text.isEmpty }?.text.shortened(to: 500)
    }

    private func date(_ row: Int) throws(SourceError) -> String? {
        guard let text = try first(selectors.date, row) else { return nil }
        if let date = EDTFDate(String(text.prefix { $0 != "T" })), date.earliestDay != nil {
            return date.description
        }
        return DateReader().dates(in: text).first?.value.description
    }
}
