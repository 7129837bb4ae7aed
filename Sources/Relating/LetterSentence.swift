import Correspondence

/// A sentence of a letter, with its place.
struct LetterSentence {
    /// Without line breaks.
    var text: String
    var page: Int
    /// Unicode scalars of the page's text.
    var scalars: Range<Int>
    /// Hashes of its words, in order.
    var words: [UInt64]

    /// One hash for all words: equal for sentences that differ in case, punctuation and layout only.
    var key: UInt64 { WordHash.whole(words) }

    /// Sequences of three words; the whole sentence where it is shorter.
    var sequences: [UInt64] {
        guard words.count > Signature.shingle else { return [key] }
        return (0...(words.count - Signature.shingle)).map { start in
            WordHash.whole(Array(words[start..<start + Signature.shingle]))
        }
    }

    /// The sentences of a letter's pages, in order. A blank line ends a sentence, and so does a stop before a capital.
    static func all(of pages: [Page]) -> [LetterSentence] {
        pages.flatMap { page in
            let scalars = Array(page.text.unicodeScalars)
            return SentenceCutter(scalars: scalars).ranges().compactMap { range in
                sentence(scalars, range, page: page.number)
            }
        }
    }

    private static func sentence(
        _ scalars: [Unicode.Scalar], _ range: Range<Int>, page: Int
    ) -> LetterSentence? {
        var text = String.UnicodeScalarView()
        for scalar in scalars[range] {
            let isSpace = scalar.properties.isWhitespace
            if isSpace, text.last == " " { continue }
            text.append(isSpace ? " " : scalar)
        }
        let words = WordHash.words(of: [String(text)])
        guard !words.isEmpty else { return nil }
        return LetterSentence(text: String(text), page: page, scalars: range, words: words)
    }
}

/// Cuts a page's text into sentences.
private struct SentenceCutter {
    let scalars: [Unicode.Scalar]

    /// Without the white space around them.
    func ranges() -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for place in scalars.indices where ends(at: place) {
            append(start..<place + 1, to: &ranges)
            start = place + 1
        }
        append(start..<scalars.count, to: &ranges)
        return ranges
    }

    private func append(_ range: Range<Int>, to ranges: inout [Range<Int>]) {
        guard let first = range.first(where: { !scalars[$0].properties.isWhitespace }),
            let last = range.last(where: { !scalars[$0].properties.isWhitespace })
        else { return }
        ranges.append(first..<last + 1)
    }

    private func ends(at place: Int) -> Bool {
        let next = place + 1 < scalars.count ? scalars[place + 1] : "\n"
        switch scalars[place] {
        case "\n": return next == "\n"
        case "?", "!": return next.properties.isWhitespace
        case ".": return next.properties.isWhitespace && isWord(before: place) && isCapital(after: place)
        default: return false
        }
    }

    /// "U.S.", "Mr.", "No.": a stop after fewer than three letters or digits ends no sentence.
    private func isWord(before place: Int) -> Bool {
        let before = scalars[max(0, place - 3)..<place]
        return before.count == 3 && !before.contains { $0 == "." || $0.properties.isWhitespace }
    }

    private func isCapital(after place: Int) -> Bool {
        let rest = scalars[(place + 1)...].prefix(20)
        guard let next = rest.first(where: { !$0.properties.isWhitespace }) else { return true }
        return !next.properties.isLowercase
    }
}
