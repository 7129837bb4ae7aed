/// What is on a page besides text.
struct PageInk: Sendable, Hashable {
    /// Pages with fewer glyphs are looked at for pictures of text.
    static let fewGlyphs = 250

    /// The share of the page that its largest image covers.
    var imageShare = 0.0
}
