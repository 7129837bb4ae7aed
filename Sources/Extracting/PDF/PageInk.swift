/// What is on a page besides text.
struct PageInk: Sendable, Hashable {
    /// Pages with fewer glyphs are looked at for pictures of text.
    static let fewGlyphs = 250
    /// Pages with as few glyphs are looked at for outlined letters; more would darken the page themselves.
    static let pageNumber = 4
    /// Pages with as much ink are drawn on: a line of type blackens about a thousandth of a sheet.
    static let leastDrawn = 0.000_5

    /// The share of the page that its images cover.
    var imageShare = 0.0
    /// The share of the page that is dark; looked at only where there is neither text nor image.
    var darkShare = 0.0

    /// Letters may have been turned into outlines, as printers like it.
    var isDrawn: Bool { darkShare >= Self.leastDrawn }
}
