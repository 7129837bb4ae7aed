import Correspondence

/// A character as it is printed. Points; the origin is the page's upper left corner.
struct Glyph: Sendable, Hashable {
    var scalar: Unicode.Scalar
    var left: Float
    var top: Float
    var right: Float
    var bottom: Float
}

/// Characters in one font and size.
struct TypeRun: Sendable, Hashable {
    /// Indices into the page's glyphs.
    var glyphs: Range<Int>
    var font: String
    /// Points.
    var size: Float
}

/// Text that a form field or an annotation puts on the page.
struct PlacedText: Sendable, Hashable {
    var text: String
    var box: Box
}

/// A note fastened to a page.
struct Annotation: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case freeText, stamp, comment
    }

    var kind: Kind
    var note: PlacedText
}
