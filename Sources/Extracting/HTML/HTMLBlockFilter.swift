import Correspondence
import Markup

/// Leaves out blocks that are not running text: links alone, loose words between the paragraphs, headings
/// of what was left out.
enum HTMLBlockFilter {
    static func filter(_ blocks: [HTMLBlock], in page: HTMLPage) -> [HTMLBlock] {
        let paragraphs = blocks.reduce(0) { $0 + (page.tag($1.node) == .p ? $1.size - $1.linkSize : 0) }
        let isProse = paragraphs >= 600
        let kept = blocks.filter { block in
            if block.kind == .heading { return !(isProse && isCallout(block)) }
            if block.linkSize * 10 >= block.size * 9, block.size < 200, block.kind != .listItem {
                return false
            }
            guard isProse else { return true }
            return !isLoose(block, in: page) && !isCallout(block)
        }
        return withoutEmptySections(kept)
    }

    private static func isCallout(_ block: HTMLBlock) -> Bool {
        guard block.lines.count == 1, let line = block.lines.first else { return false }
        if block.kind == .listItem || block.kind == .tableRow { return false }
        return HTMLCallout.isCallout(line.text, hasLink: block.linkSize > 0)
    }

    /// Short text that stands in no paragraph, on a page that has paragraphs: labels, captions, credits.
    private static func isLoose(_ block: HTMLBlock, in page: HTMLPage) -> Bool {
        guard block.kind == .paragraph, block.lines.count == 1, block.size < 100 else { return false }
        switch page.tag(block.node) {
        case .p, .li, .dd, .dt, .td, .th, .pre, .blockquote, .address: return false
        default: return true
        }
    }

    /// Drops a heading that nothing follows before the next of its rank, and headings at the end.
    private static func withoutEmptySections(_ blocks: [HTMLBlock]) -> [HTMLBlock] {
        var kept: [HTMLBlock] = []
        for block in blocks.reversed() {
            if let level = block.level {
                guard let next = kept.last else { continue }
                if let follower = next.level, follower < level || (follower == level && level > 1) {
                    continue
                }
            }
            kept.append(block)
        }
        return kept.reversed()
    }
}
