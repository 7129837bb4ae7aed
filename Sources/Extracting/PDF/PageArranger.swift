/// Brings a page's pieces into their final order and groups them into blocks.
enum PageArranger {
    static func arranged(_ draft: PageDraft) -> PageDraft {
        var draft = draft
        let rows = ReadingOrder.rows(draft.lines)
        let blocks = BlockFinder(rows).numbered()
        draft.lines = BlockKinds(blocks, pageHeight: draft.height).named(blocks)
        draft.margin = draft.margin.sorted {
            ($0.line.box.top.rounded(), $0.line.box.left) < ($1.line.box.top.rounded(), $1.line.box.left)
        }
        return draft
    }
}
