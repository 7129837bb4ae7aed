/// A line whose letters are set apart, as letterheads like it: "C O U N C I L  O F  L A M P S".
///
/// Its letters stand as far apart as words do elsewhere, so that words are told by the wider of its own gaps.
struct LetterSpacing {
    /// A gap of this many usual ones parts words.
    private static let wordGap: Float = 1.9
    private static let fewestLetters = 6

    let text: String

    /// nil for a line set as usual.
    init?(_ glyphs: ArraySlice<Glyph>) {
        let spaces = glyphs.count { Glyph.isSpace($0.scalar) }
        // Words of two letters on average: no language writes like that.
        guard glyphs.count - spaces >= Self.fewestLetters, spaces * 5 >= (glyphs.count - spaces) * 2 else {
            return nil
        }
        let printed = glyphs.filter { !Glyph.isSpace($0.scalar) }
        guard
            printed.count(where: { $0.scalar.properties.isAlphabetic }) * 2 >= printed.count
        else { return nil }
        let gaps = zip(printed, printed.dropFirst()).map { max(0, $1.left - $0.right) }
        let usual = gaps.sorted()[gaps.count / 2]
        guard usual > 0.03 * (printed[0].bottom - printed[0].top) else { return nil }
        var cleaner = ScalarCleaner()
        cleaner.append(printed[0].scalar)
        for (glyph, gap) in zip(printed.dropFirst(), gaps) {
            if gap > Self.wordGap * usual { cleaner.space() }
            cleaner.append(glyph.scalar)
        }
        text = cleaner.text()
    }
}
