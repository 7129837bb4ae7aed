import Markup

/// Drops what stands around a page's text: menus, footers, teasers, adverts, farms of links.
///
/// A kind of name or element that would take half of the page's text with it is no sign of furniture on
/// that page (a theme may call every paragraph a widget), and is not used there.
struct HTMLPruner {
    private var page: HTMLPage
    private let body: Int
    /// Elements that look most like the text itself; what holds one of them is no furniture.
    private let shielded: [Int]

    private init(_ page: HTMLPage, body: Int) {
        self.page = page
        self.body = body
        shielded = HTMLMainText.candidates(in: page, body: body).map(\.node)
    }

    /// - Parameter isLetter: drops only what no letter can be part of.
    static func pruned(_ page: HTMLPage, body: Int, isLetter: Bool = false) -> HTMLPage {
        var pruner = HTMLPruner(page, body: body)
        pruner.dropFurniture(isLetter ? Kind.aroundLetters : Kind.all)
        pruner.page.measure()
        guard !isLetter else { return pruner.page }
        pruner.dropLinkFarms()
        pruner.page.measure()
        return pruner.page
    }

    private mutating func dropFurniture(_ kinds: [Kind]) {
        let paragraphs = page.paragraphSizes()
        let hasParagraphs = paragraphs[body] >= 800
        let weight = { (page: HTMLPage, node: Int) in
            hasParagraphs ? Int(paragraphs[node]) : page.ownText(node)
        }
        let total = Double(weight(page, body))
        for kind in kinds {
            let outermost = outermost(kind)
            let held = outermost.reduce(0) { $0 + weight(page, $1) }
            guard Double(held) <= kind.limit * total else { continue }
            for node in outermost { page.dropped[node] = true }
        }
    }

    private func outermost(_ kind: Kind) -> [Int] {
        var found: [Int] = []
        var index = body + 1
        let end = page.document.after(body)
        while index < end {
            if page.dropped[index] {
                index = page.document.after(index)
            } else if kind.matches(index, page), !(kind.spares && holdsShielded(index)) {
                found.append(index)
                index = page.document.after(index)
            } else {
                index += 1
            }
        }
        return found
    }

    private func holdsShielded(_ node: Int) -> Bool {
        shielded.contains { $0 >= node && $0 < page.document.after(node) && page.ownText($0) > 200 }
    }

    /// A kind of furniture, and the share of the page's text that it may hold.
    private struct Kind {
        var hint: HTMLHints = []
        var tags: HTMLTagSet = []
        var limit: Double
        /// Whether it leaves alone what holds the likely text.
        var spares = true

        func matches(_ node: Int, _ page: HTMLPage) -> Bool {
            let tag = page.tag(node)
            if tags.contains(tag) { return tag != .figure || !holdsText(node, page) }
            guard !page.hints[node].isDisjoint(with: hint) else { return false }
            // A lead is often called a teaser; the teaser of another page links to it.
            if hint == .teaser, page.linkSizes[node] == 0 { return false }
            return hint == .hidden ? tag != .text : Kind.named.contains(tag)
        }

        /// A table, quotation or program is set as a figure too.
        private func holdsText(_ figure: Int, _ page: HTMLPage) -> Bool {
            page.document.inside(figure).contains { node in
                Kind.figured.contains(page.tag(node)) && page.sizes[node] > 0
            }
        }

        private static let figured: HTMLTagSet = [.table, .blockquote, .pre]

        static let named: HTMLTagSet = [
            .div, .section, .ul, .ol, .dl, .li, .p, .span, .table, .td, .aside, .article, .blockquote,
            .header, .details,
            .center,
        ]

        static let aroundLetters = [
            Kind(hint: .hidden, limit: 0.7),
            Kind(hint: .comments, limit: 0.9, spares: false),
            Kind(tags: [.nav, .menu], limit: 0.5),
            Kind(hint: .navigation, limit: 0.3),
            Kind(hint: .consent, limit: 0.3),
            Kind(hint: .sharing, limit: 0.2),
            Kind(hint: .related, limit: 0.3),
            Kind(tags: [.aside], limit: 0.3),
            Kind(tags: [.header, .footer], limit: 0.1),
        ]

        static let all = [
            Kind(hint: .hidden, limit: 0.7),
            Kind(hint: .comments, limit: 0.97, spares: false),
            Kind(tags: [.nav, .menu], limit: 0.75),
            Kind(tags: [.footer], limit: 0.7),
            Kind(hint: .navigation, limit: 0.5),
            Kind(hint: .consent, limit: 0.5),
            Kind(hint: .footer, limit: 0.5),
            Kind(hint: .sidebar, limit: 0.7),
            Kind(tags: [.aside], limit: 0.7),
            Kind(hint: .related, limit: 0.5),
            Kind(hint: .advert, limit: 0.4),
            Kind(hint: .sharing, limit: 0.4),
            Kind(hint: .subscription, limit: 0.4),
            Kind(hint: .keywords, limit: 0.3),
            Kind(hint: .byline, limit: 0.3),
            Kind(hint: .teaser, limit: 0.4),
            Kind(hint: .furniture, limit: 0.4),
            Kind(hint: .caption, tags: [.figure, .figcaption], limit: 0.3),
            Kind(tags: [.form, .fieldset, .label], limit: 0.5),
        ]
    }

    private mutating func dropLinkFarms() {
        let titled = HTMLTitledLinks.find(in: page, body: body, bodies: shielded)
        var index = body + 1
        let end = page.document.after(body)
        while index < end {
            let isFarm = HTMLPruner.farmTags.contains(page.tag(index)) && isFarm(index)
            if page.dropped[index] || (isFarm && !holds(titled, index)) {
                page.dropped[index] = true
                index = page.document.after(index)
            } else {
                index += 1
            }
        }
    }

    /// Whether an element is one of these or around one: both in the order of the page.
    private func holds(_ nodes: [Int], _ element: Int) -> Bool {
        nodes.contains { element <= $0 && $0 < page.document.after(element) }
    }

    private static let farmTags: HTMLTagSet = [
        .div, .section, .ul, .ol, .dl, .p, .table, .article, .center,
    ]

    /// Whether nearly all of an element is links: for short ones at once, for long ones if they are many.
    private func isFarm(_ node: Int) -> Bool {
        let size = Int(page.sizes[node])
        let linked = Int(page.linkSizes[node])
        guard linked > 0, linked * 10 > size * 6 else { return false }
        let tag = page.tag(node)
        let parent = page.document.parent(node) ?? 0
        if tag == .p, page.tag(parent) == .li || page.tag(parent) == .td { return false }
        let isLast = page.document.after(node) >= page.document.after(parent) - 1
        let links = shortLinks(node)
        let limit = tag == .p ? (isLast ? 50 : 26) : (isLast ? 260 : 90)
        if links.all == 1 {
            return linked > 90 && linked * 10 > size * 9 || size < limit && linked * 10 > size * 8
        }
        if size < limit {
            return linked * 10 > size * 8 || links.short * 10 > links.all * 8
        }
        return links.all > 4 && linked * 20 > size * 17 && linked < 90 * links.all
    }

    private func shortLinks(_ node: Int) -> (all: Int, short: Int) {
        var all = 0
        var short = 0
        for index in page.document.inside(node) where page.tag(index) == .a && page.sizes[index] > 0 {
            all += 1
            if page.sizes[index] < 9 { short += 1 }
        }
        return (all, short)
    }
}
