import Markup

/// Drops what stands inside a candidate but is not its text.
enum HTMLPruner {
    static func prune(_ page: inout HTMLPage, root: Int) {
        let total = max(1, page.sizes[root])
        var index = root + 1
        while index < page.document.after(root) {
            if page.dropped[index] || (isFurniture(index, in: page) && page.sizes[index] * 2 < total) {
                page.dropped[index] = true
                index = page.document.after(index)
            } else {
                index += 1
            }
        }
        page.measure()
    }

    private static func isFurniture(_ node: Int, in page: HTMLPage) -> Bool {
        switch page.tag(node) {
        case .nav, .footer, .aside, .menu, .form, .fieldset, .label: return true
        case .div, .section, .ul, .ol, .dl, .li, .p, .span, .table, .td:
            return !page.hints[node].isDisjoint(with: .discarded)
        default: return page.hints[node].contains(.hidden)
        }
    }
}

/// Leaves out blocks that are links and nothing else.
enum HTMLBlockFilter {
    static func filter(_ blocks: [HTMLBlock]) -> [HTMLBlock] {
        blocks.filter { $0.linkSize * 10 < $0.size * 9 || ($0.kind == .heading) || $0.size > 200 }
    }
}
