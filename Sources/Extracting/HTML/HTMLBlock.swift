import Correspondence

/// A paragraph, heading, list item or table row of a page, as lines of clean text.
struct HTMLBlock: Sendable {
    /// One line: it ends at `<br>` or with its block.
    struct Line: Sendable {
        var text: String
        var isBold = false
        var isItalic = false
    }

    var lines: [Line] = []
    var kind: TextLine.Block
    /// 1 to 6 for headings.
    var level: Int?
    /// The element that holds the block's text.
    var node: Int
    /// Bytes of its text, white space apart, and how many of these stand in links.
    var size = 0
    var linkSize = 0
    var links = 0
    /// Follows the block before it without a blank line: items of a list, rows of a table.
    var isJoined = false
}
