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
        var result = search(page)
        if size(result.blocks) < 250, let scriptless = page.withNoscript() {
            let other = search(scriptless)
            if size(other.blocks) > 2 * size(result.blocks) { result = other }
        }
        guard let stated = data.articleBody, isMuchLonger(stated, than: result) else { return result }
        let blocks = HTMLStatedText.blocks(of: stated)
        return blocks.isEmpty ? result : Result(blocks: blocks, page: result.page, roots: result.roots)
    }

    /// Whether the page shows less than half of the text that its linked data state.
    private static func isMuchLonger(_ stated: String, than result: Result) -> Bool {
        let size = stated.utf8.reduce(0) { $0 + ($1 > 0x20 ? 1 : 0) }
        return size >= 250 && prose(result.blocks) * 2 < size
    }

    private static func search(_ page: HTMLPage) -> Result {
        guard let body = page.document.first(.body) ?? page.document.nodes.indices.first else {
            return Result(blocks: [], page: page, roots: [])
        }
        if let letter = HTMLLetterSigns.find(in: page) { return read(letter, in: page, body: body) }
        let pruned = HTMLPruner.pruned(page, body: body)
        let isLong = page.document.bytes.count > longPage
        let whole = isLong ? nil : read(body, in: pruned)
        let total = whole.map { prose($0.blocks) } ?? pruned.ownText(body)
        for candidate in candidates(in: pruned, body: body) {
            let result = read(candidate.node, in: pruned)
            let size = prose(result.blocks)
            guard result.blocks.count > 1 else { continue }
            if size * 100 >= total * mostOfProse { return result }
            let isLone = candidate.next * 3 < pruned.ownText(candidate.node)
            if isLone, size > loneSize, size * 100 >= total * loneShare { return result }
        }
        if let best = HTMLSecondOpinion.best(in: pruned, body: body) {
            let result = read(best, in: pruned)
            if prose(result.blocks) * 100 >= total * secondShare { return result }
        }
        let rest = whole ?? read(body, in: pruned)
        guard rest.blocks.isEmpty else { return rest }
        return Result(blocks: HTMLBlockReader.blocks(of: body, in: page), page: page, roots: [body])
    }

    /// Bytes of markup from which on a page's prose is judged by its size alone: to set all of it as well as
    /// a candidate takes twice the memory.
    private static let longPage = 10_000_000
    /// Percent of the page's prose that an element named after a text must hold to be the text.
    private static let mostOfProse = 55
    /// The same where no element of its kind comes near it, from so many bytes on.
    private static let loneShare = 35
    private static let loneSize = 600
    /// Percent that the element of the second opinion must hold.
    private static let secondShare = 60

    /// A letter keeps all that stands with its salutation and closing: date and addresses, notes and copies.
    private static func read(
        _ letter: (salutation: Int, closing: Int), in page: HTMLPage, body: Int
    ) -> Result {
        let pruned = HTMLPruner.pruned(page, body: body, isLetter: true)
        let root =
            candidates(in: pruned, body: body).map(\.node)
            .filter { $0 < letter.salutation && letter.closing < page.document.after($0) }
            .max { page.sizes[$0] < page.sizes[$1] } ?? body
        let blocks = HTMLBlockReader.blocks(of: root, in: pruned)
        return Result(blocks: blocks, page: pruned, roots: [root])
    }

    private static func read(_ root: Int, in page: HTMLPage) -> Result {
        let blocks = HTMLBlockFilter.filter(
            HTMLBlockReader.blocks(of: root, in: page), of: root, in: page)
        return Result(blocks: blocks, page: page, roots: [root])
    }

    static func size(_ blocks: [HTMLBlock]) -> Int { blocks.reduce(0) { $0 + $1.size } }

    /// Text that is neither heading nor link.
    static func prose(_ blocks: [HTMLBlock]) -> Int {
        blocks.reduce(0) { $0 + ($1.kind == .heading ? 0 : $1.size - $1.linkSize) }
    }

    /// Elements that look like the body of a text, the most certain first.
    static func candidates(in page: HTMLPage, body: Int) -> [(node: Int, next: Int)] {
        var found: [(node: Int, next: Int)] = []
        let stages: [(Int) -> Bool] = [
            { page.hints[$0].contains(.body1) },
            { page.tag($0) == .article },
            { page.hints[$0].contains(.body3) },
            { page.tag($0) == .main || page.hints[$0].contains(.body4) },
        ]
        for matches in stages {
            var best: Int?
            var next = 0
            page.visible(in: page.document.inside(body)) { node in
                guard containers.contains(page.tag(node)), page.sizes[node] > 0, matches(node) else { return }
                let size = page.ownText(node)
                let most = best.map(page.ownText) ?? 0
                if size > most {
                    if let best, page.document.after(best) <= node { next = max(next, most) }
                    best = node
                } else if let best, page.document.after(best) <= node {
                    next = max(next, size)
                }
            }
            if let best, !found.contains(where: { $0.node == best }) { found.append((best, next)) }
        }
        return found
    }

    static let containers: HTMLTagSet = [.article, .div, .main, .section, .td]
}
