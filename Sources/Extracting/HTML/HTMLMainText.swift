import Markup

/// Finds a page's main text among its menus, teasers and notices.
enum HTMLMainText {
    /// The main text, and where it stands.
    struct Result {
        var blocks: [HTMLBlock]
        /// The page as pruned, and the elements in it whose text this is.
        var page: HTMLPage
        var roots: [Int]
    }

    static func find(in page: HTMLPage, data: HTMLLinkedData) -> Result {
        guard let body = page.document.first(.body) ?? page.document.nodes.indices.first else {
            return Result(blocks: [], page: page, roots: [])
        }
        for candidate in candidates(in: page, body: body) {
            let result = read(candidate, in: page)
            if result.blocks.count > 1, size(result.blocks) >= 250 { return result }
        }
        let result = read(body, in: page)
        guard result.blocks.isEmpty else { return result }
        return Result(blocks: HTMLBlockReader.blocks(of: body, in: page), page: page, roots: [body])
    }

    private static func read(_ root: Int, in page: HTMLPage) -> Result {
        var pruned = page
        HTMLPruner.prune(&pruned, root: root)
        let blocks = HTMLBlockFilter.filter(HTMLBlockReader.blocks(of: root, in: pruned))
        return Result(blocks: blocks, page: pruned, roots: [root])
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
