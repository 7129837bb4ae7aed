/// Finds many phrases in normalised text at once, as whole words.
///
/// Phrases are normalised like the text, so case, accents, kinds of dash and line breaks between words make
/// no difference. Inflection is the caller's: give each form as a phrase of its own.
public struct PhraseMatcher: Sendable {
    private let automaton: AhoCorasick

    /// A phrase that is empty once normalised never matches.
    public init(_ phrases: [String]) {
        automaton = AhoCorasick(phrases.map { NormalizedText($0).bytes })
    }

    /// Every occurrence, in order of the ends; `pattern` is the phrase's place in the list, ranges are byte
    /// offsets into `text.bytes` (`text.scalars(of:)` leads back to the original).
    public func matches(in text: NormalizedText) -> [AhoCorasick.Match] {
        var found: [AhoCorasick.Match] = []
        automaton.forEachMatch(in: text.bytes) { match in
            if text.isWholeWords(match.range) { found.append(match) }
        }
        return found
    }
}
