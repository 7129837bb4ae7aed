import Markup

/// Finds the links that are content: lists of titled documents in a section of the text, such as letters
/// under "Testimony", and the one link below a heading. Menus and teasers stand in no section of the text.
struct HTMLTitledLinks {
    private let page: HTMLPage
    /// Elements that look most like the text.
    private let bodies: [Int]
    private var found: [Int] = []
    /// The blocks that hold the last texts, the latest first.
    private var last: Int?
    private var beforeLast: Int?

    /// Lists and paragraphs that are links and belong to the text, in order.
    static func find(in page: HTMLPage, body: Int, bodies: [Int]) -> [Int] {
        var finder = HTMLTitledLinks(page, body: body, bodies: bodies)
        page.visible(in: page.document.inside(body)) { finder.visit($0) }
        return finder.found
    }

    private init(_ page: HTMLPage, body: Int, bodies: [Int]) {
        self.page = page
        let large =
            (bodies.isEmpty ? [HTMLSecondOpinion.best(in: page, body: body)].compactMap(\.self) : bodies)
        self.bodies = large.filter { page.ownText($0) > 400 }
    }

    private mutating func visit(_ node: Int) {
        switch page.tag(node) {
        case .text:
            guard page.sizes[node] > 0 else { return }
            let block = holder(of: node)
            if block != last { (last, beforeLast) = (block, last) }
        case .ul, .ol:
            if isTitledList(node), isInSection(node) { found.append(node) }
        case .p:
            if let last, isHeading(last), isTitle(node), isInBody(node), !isCallout(last) {
                found.append(node)
            }
        default: break
        }
    }

    /// Below the paragraph with which a section of the text begins, or right below its heading where the text
    /// goes on after it: at the text's end such a list is more often of other pages.
    private func isInSection(_ list: Int) -> Bool {
        guard let last, let beforeLast, isInBody(list) else { return false }
        if isHeading(last) { return isInBody(last) && !isCallout(last) && goesOn(after: list) }
        guard isHeading(beforeLast), isInBody(beforeLast) else { return false }
        return page.ownText(last) >= 40 && page.linkDensity(last) < 0.5 && !isCallout(beforeLast)
    }

    /// Whether paragraphs of the text follow a list.
    private func goesOn(after list: Int) -> Bool {
        let ends = bodies.filter { $0 < list && list < page.document.after($0) }.map(page.document.after)
        guard let end = ends.min(), page.document.after(list) < end else { return false }
        var left = 400
        page.visible(in: page.document.after(list)..<end) { node in
            if page.tag(node) == .p { left -= page.ownText(node) }
        }
        return left <= 0
    }

    private func isInBody(_ node: Int) -> Bool {
        bodies.contains { $0 < node && node < page.document.after($0) }
    }

    private func isHeading(_ node: Int) -> Bool { (page.tag(node).headingLevel ?? 1) > 1 }

    private func isCallout(_ heading: Int) -> Bool {
        HTMLCallout.isCallout(page.spacedText(heading), hasLink: true)
    }

    /// Whether every item is one link with a title as its text.
    private func isTitledList(_ list: Int) -> Bool {
        guard Int(page.linkSizes[list]) >= 2 * HTMLTitledLinks.titleSize else { return false }
        var items = 0
        var child = list + 1
        while child < page.document.after(list) {
            if page.tag(child) == .li, page.sizes[child] > 0 {
                guard links(in: child) == 1 else { return false }
                items += 1
            }
            child = page.document.after(child)
        }
        return items > 1 && Int(page.linkSizes[list]) >= HTMLTitledLinks.titleSize * items
    }

    private func isTitle(_ paragraph: Int) -> Bool {
        page.linkDensity(paragraph) > 0.9 && links(in: paragraph) == 1
            && page.sizes[paragraph] >= HTMLTitledLinks.titleSize
    }

    /// Bytes of a title at least, white space apart; menus have shorter names.
    static let titleSize = 20

    private func links(in node: Int) -> Int {
        page.document.inside(node).reduce(0) { $0 + (page.tag($1) == .a && page.sizes[$1] > 0 ? 1 : 0) }
    }

    private func holder(of text: Int) -> Int {
        var node = text
        while let parent = page.document.parent(node) {
            node = parent
            if HTMLBlockReader.blockTags.contains(page.tag(node)) { break }
        }
        return node
    }
}
