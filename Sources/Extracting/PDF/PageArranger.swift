/// Brings a page's pieces into their final order and groups them into blocks.
enum PageArranger {
    static func arranged(_ draft: PageDraft) -> PageDraft {
        var draft = draft
        let rows = ReadingOrder.rows(draft.lines)
        let blocks = BlockFinder(rows).numbered()
        draft.lines = BlockKinds(blocks, pageHeight: draft.height).named(blocks)
        draft.margin = joined(draft.margin)
        return draft
    }

    /// The margin's lines from top to bottom; pieces of one row and role together.
    private static func joined(_ margin: [MarginDraft]) -> [MarginDraft] {
        var joined: [MarginDraft] = []
        for entry in inRows(margin) {
            if let last = joined.last, last.role == entry.role,
                RowJoiner.belongs(entry.line, after: last.line)
            {
                joined[joined.count - 1].line = RowJoiner.joined(last.line, entry.line)
            } else {
                joined.append(entry)
            }
        }
        return joined
    }

    private static func inRows(_ margin: [MarginDraft]) -> [MarginDraft] {
        var rows: [[MarginDraft]] = []
        for entry in margin.sorted(by: { $0.line.middle < $1.line.middle }) {
            if let last = rows.last?.last?.line,
                entry.line.middle - last.middle < 0.4 * min(entry.line.box.height, last.box.height)
            {
                rows[rows.count - 1].append(entry)
            } else {
                rows.append([entry])
            }
        }
        return rows.flatMap { row in row.sorted { $0.line.box.left < $1.line.box.left } }
    }
}
