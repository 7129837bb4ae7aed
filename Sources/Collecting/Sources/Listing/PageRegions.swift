import Markup

/// Which parts of a page are furniture: menus, head and foot, share links, what is hidden.
///
/// Elements say so by their names and roles; older pages by the words of their classes and ids. Words count only where
/// the element holds less than half of the page's text, because a whole page may be called `with-sidebar`.
struct PageRegions {
    /// Stretches of node indices, in order, none overlapping another.
    let furniture: [Range<Int>]
    /// Bytes of text before each node, without white space.
    private let textBefore: [Int32]

    init(_ document: HTMLDocument) {
        let before = Self.textBefore(document)
        textBefore = before
        var furniture: [Range<Int>] = []
        let total = Int(before.last ?? 0)
        var index = 0
        while index < document.nodes.count {
            let end = document.after(index)
            let held = Int(before[min(end, before.count - 1)] - before[index])
            if Self.isFurniture(index, document, isSmall: held * 2 <= total) {
                furniture.append(index..<end)
                index = max(index + 1, end)
            } else {
                index += 1
            }
        }
        self.furniture = furniture
    }

    func isFurniture(_ node: Int) -> Bool {
        var low = 0
        var high = furniture.count
        while low < high {
            let middle = (low + high) / 2
            if furniture[middle].upperBound <= node { low = middle + 1 } else { high = middle }
        }
        return low < furniture.count && furniture[low].contains(node)
    }

    /// Bytes of text in a stretch of nodes, without white space.
    func textLength(_ range: Range<Int>) -> Int {
        Int(textBefore[min(range.upperBound, textBefore.count - 1)] - textBefore[range.lowerBound])
    }

    private static func textBefore(_ document: HTMLDocument) -> [Int32] {
        var before: [Int32] = [0]
        before.reserveCapacity(document.nodes.count + 1)
        var total: Int32 = 0
        for node in document.nodes {
            if node.tag == .text {
                for byte in document.bytes[document.text(of: node)] where byte > 0x20 { total += 1 }
            }
            before.append(total)
        }
        return before
    }

    private static let always: HTMLTagSet = [
        .nav, .footer, .aside, .script, .style, .noscript, .template, .select, .button, .head, .iframe,
        .dialog,
    ]
    /// Where a list itself may stand, whatever its class is called.
    private static let never: HTMLTagSet = [.html, .body, .main, .article, .table, .tbody, .tr, .td, .form]
    private static let roles: Set<String> = [
        "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alert", "menu",
        "menubar",
    ]

    private static func isFurniture(_ node: Int, _ document: HTMLDocument, isSmall: Bool) -> Bool {
        let tag = document.nodes[node].tag
        if tag == .text { return false }
        if tag == .button { return !isSmall || !isFold(node, document) }
        if always.contains(tag) { return true }
        if let role = document.string(.role, of: node)?.lowercased(), roles.contains(role) { return true }
        if document.value(.hidden, of: node) != nil, !isFoldedPanel(node, document) { return true }
        if tag == .header { return !isInside([.article, .main, .li, .section, .td], node, document) }
        if never.contains(tag) { return tag == .td && isSmall && hasWords(node, document) }
        return isSmall && hasWords(node, document)
    }

    /// A button that opens a panel is the panel's heading.
    private static func isFold(_ node: Int, _ document: HTMLDocument) -> Bool {
        let words = document.string(.class, of: node)?.lowercased() ?? ""
        return words.contains("accordion") || words.contains("collaps") || words.contains("toggle")
            || words.contains("fold")
    }

    /// A panel of an accordion is hidden until somebody opens it, and holds letters all the same.
    private static func isFoldedPanel(_ node: Int, _ document: HTMLDocument) -> Bool {
        isFold(node, document) || document.value(.ariaLabelledBy, of: node) != nil
            || document.string(.hidden, of: node) == "until-found"
    }

    private static func isInside(_ tags: HTMLTagSet, _ node: Int, _ document: HTMLDocument) -> Bool {
        var place = document.parent(node)
        var steps = 0
        while let current = place, steps < 64 {
            if tags.contains(document.nodes[current].tag) { return true }
            place = document.parent(current)
            steps += 1
        }
        return false
    }

    private static func hasWords(_ node: Int, _ document: HTMLDocument) -> Bool {
        for attribute in [HTMLAttribute.class, .id] {
            guard let range = document.value(attribute, of: node), !range.isEmpty, range.count < 500 else {
                continue
            }
            let value = String(decoding: document.bytes[range], as: UTF8.self)
            for name in value.split(whereSeparator: \.isWhitespace) where isFurnitureName(name) {
                return true
            }
        }
        return false
    }

    /// `site-nav`, `mainMenu`, `share-links`; not `no-nav` or `has-sidebar`.
    private static func isFurnitureName(_ name: Substring) -> Bool {
        let parts = PageRegions.parts(of: name)
        if let first = parts.first, ["has", "no", "with", "without", "not"].contains(first) { return false }
        return parts.contains { words.contains($0) }
            || wholes.contains(parts.joined(separator: "-"))
    }

    static func parts(of name: Substring) -> [String] {
        var parts: [String] = []
        var part = ""
        var wasLower = false
        for scalar in name.unicodeScalars {
            let isUpper = ("A"..."Z").contains(scalar)
            if scalar == "-" || scalar == "_" || scalar == ":" || (isUpper && wasLower) {
                if !part.isEmpty { parts.append(part.lowercased()) }
                part = ""
            }
            if scalar != "-", scalar != "_", scalar != ":" { part.unicodeScalars.append(scalar) }
            wasLower = ("a"..."z").contains(scalar)
        }
        if !part.isEmpty { parts.append(part.lowercased()) }
        return parts
    }

    private static let words: Set<String> = [
        "nav", "navbar", "navigation", "navigations", "topnav", "subnav", "sidenav", "leftnav", "menu",
        "menus",
        "submenu", "megamenu", "breadcrumb", "breadcrumbs", "crumbs", "footer", "masthead", "sidebar",
        "share",
        "sharing", "sharethis", "addtoany", "social", "cookie", "cookies", "consent", "login", "toolbar",
        "pager",
        "pagination", "paging", "skip", "modal", "popup", "advert", "advertisement", "newsletter",
        "subscribe",
        "filters", "facets", "tagcloud", "related", "respond", "commentlist", "byline",
    ]
    private static let wholes: Set<String> = [
        "header", "site-header", "global-header", "page-numbers", "search-form", "search-box", "quick-links",
        "ms-nav", "suite-bar", "entry-footer", "post-tags", "tag-links", "cat-links", "left-nav",
    ]
}
