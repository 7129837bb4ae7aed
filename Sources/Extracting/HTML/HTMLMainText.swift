import Correspondence
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
        let pruned = HTMLPruner.pruned(page, body: body)
        let whole = read(body, in: pruned)
        let total = prose(whole.blocks)
        for (stage, candidate) in candidates(in: pruned, body: body) {
            guard pruned.ownText(candidate) * 3 >= total else { continue }
            let result = read(candidate, in: pruned)
            if prose(result.blocks) * 100 >= total * coverage[stage], result.blocks.count > 1 {
                return result
            }
        }
        if let best = HTMLSecondOpinion.best(in: pruned, body: body) {
            let result = read(best, in: pruned)
            if prose(result.blocks) * 100 >= total * 60 { return result }
        }
        guard whole.blocks.isEmpty else { return whole }
        return Result(blocks: HTMLBlockReader.blocks(of: body, in: page), page: page, roots: [body])
    }

    /// Percent of the page's prose that a candidate of each stage must hold.
    private static let coverage = [35, 35, 35, 35]

    private static func read(_ root: Int, in page: HTMLPage) -> Result {
        let blocks = HTMLBlockFilter.filter(HTMLBlockReader.blocks(of: root, in: page), in: page)
        return Result(blocks: blocks, page: page, roots: [root])
    }

    static func size(_ blocks: [HTMLBlock]) -> Int { blocks.reduce(0) { $0 + $1.size } }

    /// Text that is neither heading nor link.
    static func prose(_ blocks: [HTMLBlock]) -> Int {
        blocks.reduce(0) { $0 + ($1.kind == .heading ? 0 : $1.size - $1.linkSize) }
    }

    /// Elements that look like the body of a text, the most certain first.
    static func candidates(in page: HTMLPage, body: Int) -> [(stage: Int, node: Int)] {
        var found: [(stage: Int, node: Int)] = []
        let stages: [(Int) -> Bool] = [
            { page.hints[$0].contains(.body1) },
            { page.tag($0) == .article },
            { page.hints[$0].contains(.body3) },
            { page.tag($0) == .main || page.hints[$0].contains(.body4) },
        ]
        for (stage, matches) in stages.enumerated() {
            var best: Int?
            page.visible(in: page.document.inside(body)) { node in
                guard containers.contains(page.tag(node)), page.sizes[node] > 0, matches(node) else { return }
                if page.ownText(node) > best.map(page.ownText) ?? 0 { best = node }
            }
            if let best, !found.contains(where: { $0.node == best }) { found.append((stage, best)) }
        }
        return found
    }

    static let containers: Set<HTMLTag> = [.article, .div, .main, .section, .td]
}
