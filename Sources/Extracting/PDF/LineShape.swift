import Correspondence

/// The measures of a line's glyphs: its box, the usual glyph height, the baseline and its direction.
struct LineShape {
    let box: Box
    /// The height of most of the line's glyph boxes, points.
    let height: Float
    /// The lower edge of the glyphs of that height.
    let baseline: Float
    let isTurned: Bool

    init(_ glyphs: ArraySlice<Glyph>) {
        var left = Float.infinity, top = Float.infinity, right = -Float.infinity, bottom = -Float.infinity
        var tallest: Float = 0
        var usual = Majority()
        for glyph in glyphs {
            left = min(left, glyph.left)
            top = min(top, glyph.top)
            right = max(right, glyph.right)
            bottom = max(bottom, glyph.bottom)
            let height = glyph.bottom - glyph.top
            tallest = max(tallest, height)
            usual.vote(height: height, bottom: glyph.bottom)
        }
        box = Box(left: Double(left), top: Double(top), right: Double(right), bottom: Double(bottom))
        height = usual.height
        baseline = usual.bottom
        isTurned = glyphs.count >= 3 && bottom - top > 2.2 * tallest && right - left < 1.5 * (bottom - top)
    }
}

/// The height that most glyphs share, found in one pass (Boyer and Moore's majority vote).
private struct Majority {
    var height: Float = 0
    var bottom: Float = 0
    var votes = 0

    mutating func vote(height new: Float, bottom newBottom: Float) {
        if abs(new - height) < 0.5 {
            votes += 1
        } else if votes == 0 {
            (height, bottom, votes) = (new, newBottom, 1)
        } else {
            votes -= 1
        }
    }
}
