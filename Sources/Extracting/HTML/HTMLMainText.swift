import Markup

/// Finds a page's main text among its menus, teasers and notices.
enum HTMLMainText {
    /// The blocks of the main text.
    static func blocks(of page: HTMLPage) -> [HTMLBlock] {
        guard let body = page.document.first(.body) ?? page.document.nodes.indices.first else { return [] }
        for candidate in candidates(in: page, body: body) {
            var pruned = page
            HTMLPruner.prune(&pruned, root: candidate)
            let blocks = HTMLBlockFilter.filter(HTMLBlockReader.blocks(of: candidate, in: pruned))
            if blocks.count > 1, size(blocks) >= 250 { return blocks }
        }
        var pruned = page
        HTMLPruner.prune(&pruned, root: body)
        let blocks = HTMLBlockFilter.filter(HTMLBlockReader.blocks(of: body, in: pruned))
        return blocks.isEmpty ? HTMLBlockReader.blocks(of: body, in: page) : blocks
    }

    static func size(_ blocks: [HTMLBlock]) -> Int { blocks.reduce(0) { $0 + $1.size } }

    /// Elements that look like the body of a text, the most certain first.
    static func candidates(in page: HTMLPage, body: Int) -> [Int] {
        var found: [Int] = []
        let stages: [(Int) -> Bool] = [
            { page.hints[$0].contains(.body1) },
            { page.tag($0) == .article },
            { page.hints[$0].contains(.body3) },
            { page.tag($0) == .main || page.hints[$0].contains(.body4) },
        ]
        for matches in stages {
            let first = page.document.inside(body).first { node in
                HTMLMainText.containers.contains(page.tag(node)) && !page.dropped[node]
                    && page.sizes[node] > 0 && matches(node)
            }
            if let first, !found.contains(first) { found.append(first) }
        }
        return found
    }

    static let containers: Set<HTMLTag> = [.article, .div, .main, .section, .td]
}
