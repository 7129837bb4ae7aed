import Correspondence
import Markup

/// Leaves out blocks that are not running text: links alone, loose words between the paragraphs, headings
/// of what was left out.
enum HTMLBlockFilter {
    /// - Parameter root: the element whose blocks these are.
    static func filter(_ blocks: consuming [HTMLBlock], of root: Int, in page: HTMLPage) -> [HTMLBlock] {
        let paragraphs = blocks.reduce(0) { $0 + (page.tag($1.node) == .p ? $1.size - $1.linkSize : 0) }
        let isProse = paragraphs >= 600
        var keeps = blocks.indices.map { index in
            let block = blocks[index]
            if block.kind == .heading { return !(isProse && isCallout(block)) }
            if isLink(block) { return isTitle(block, below: index > 0 ? blocks[index - 1] : nil, in: page) }
            guard isProse else { return true }
            return !isLoose(block, in: page) && !isCallout(block)
        }
        dropEmptySections(of: blocks, from: &keeps, root: root, in: page)
        // In place: a page may have a million blocks.
        var index = -1
        blocks.removeAll { _ in
            index += 1
            return !keeps[index]
        }
        return blocks
    }

    private static func isLink(_ block: HTMLBlock) -> Bool {
        block.linkSize * 10 >= block.size * 9 && block.size < 200 && block.kind != .listItem
            && block.kind != .heading
    }

    /// The one link below a heading is what the heading tells of.
    private static func isTitle(_ block: HTMLBlock, below previous: HTMLBlock?, in page: HTMLPage) -> Bool {
        guard let previous, let level = previous.level, level > 1, page.tag(block.node) == .p else {
            return false
        }
        let isOne = block.links == 1 && block.size >= HTMLTitledLinks.titleSize
        return isOne && !isCallout(previous) && !isCallout(block)
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

    /// Drops a heading whose text was left out: nothing of it stands before the next heading of its rank,
    /// or before the end, though the page has something there. Authors do set one heading below another.
    private static func dropEmptySections(
        of blocks: [HTMLBlock], from keeps: inout [Bool], root: Int, in page: HTMLPage
    ) {
        var next: Int?
        for index in blocks.indices.reversed() where keeps[index] {
            if let level = blocks[index].level, ends(level, before: next.map { blocks[$0] }) {
                let start = page.document.after(blocks[index].node)
                let end = next.map { blocks[$0].node } ?? page.document.after(root)
                if start < end, page.hasContent(in: start..<end) { keeps[index] = false }
            }
            if keeps[index] { next = index }
        }
    }

    /// Whether a section of this rank has no text before the block that follows its heading.
    private static func ends(_ level: Int, before next: HTMLBlock?) -> Bool {
        guard let next else { return true }
        return next.level.map { $0 < level || ($0 == level && level > 1) } ?? false
    }
}
