import Markup

/// Finds the element around most of a page's prose, whatever it is named: paragraphs vote for the elements
/// around them (the method of Arc90's Readability).
enum HTMLSecondOpinion {
    static func best(in page: HTMLPage, body: Int) -> Int? {
        var scores: [Int: Double] = [:]
        page.visible(in: page.document.inside(body)) { node in
            guard isParagraph(node, page) else { return }
            let own = page.ownText(node)
            guard own >= 25 else { return }
            let score = 1 + Double(commas(node, page)) + min(Double(own) / 85, 3)
            var next = page.document.parent(node)
            for share in [1.0, 0.5, 0.2] {
                guard let around = next else { break }
                scores[around, default: 0] += score * share
                next = page.document.parent(around)
            }
        }
        var best: Int?
        var most = 0.0
        for (node, votes) in scores.sorted(by: { $0.key < $1.key }) where node >= body {
            let score = votes * (1 - page.linkDensity(node))
            if score > most { (best, most) = (node, score) }
        }
        return best
    }

    private static func isParagraph(_ node: Int, _ page: HTMLPage) -> Bool {
        switch page.tag(node) {
        case .p, .pre, .blockquote: return true
        case .td, .div, .li, .section: break
        default: return false
        }
        var child = node + 1
        while child < page.document.after(node) {
            if HTMLBlockReader.blockTags.contains(page.tag(child)) { return false }
            child = page.document.after(child)
        }
        return true
    }

    private static func commas(_ node: Int, _ page: HTMLPage) -> Int {
        var count = 0
        page.visible(in: page.document.inside(node)) { index in
            for byte in page.document.text(index) where page.document.bytes[byte] == 0x2C { count += 1 }
        }
        return count
    }
}
