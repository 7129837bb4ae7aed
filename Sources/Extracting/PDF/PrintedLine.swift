import Correspondence

/// A line as it is printed: its clean text, where it stands and in what type.
struct PrintedLine: Sendable, Hashable {
    /// Clean text without a line break: spaces repaired, ligatures spelt out, no control characters.
    var text: String
    var box: Box
    /// Type size in points; the height of the glyph boxes where the font was not asked for.
    var size: Double
    /// The height of most of its glyph boxes, points.
    var glyphHeight = 0.0
    /// Whether size and weight come from the font itself.
    var knowsType = false
    var isBold = false
    var isItalic = false
    /// Printed along the page's edge, not across it.
    var isTurned = false
    /// Set by the stages that follow reading.
    var kind = TextLine.Block.paragraph
    var level: Int?
    var block = 0
    /// Printed above the first letter of a note: the line begins with a raised number or sign.
    var beginsRaised = false
    /// Nothing but a raised note mark, torn from its word.
    var isNoteMark = false
    /// Came from a form field or an annotation.
    var isFilledIn = false

    /// The middle of the line's height.
    var middle: Double { (box.top + box.bottom) / 2 }
}

extension Box {
    /// The smallest box around both.
    func union(_ other: Box) -> Box {
        Box(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }
}
