/// Brings a page's lines into their final order and groups them into blocks.
enum PageArranger {
    static func arranged(_ draft: PageDraft) -> PageDraft {
        var draft = draft
        draft.lines = BlockFinder(draft.lines).numbered()
        return draft
    }
}
