import Correspondence
import Scanning

/// The sentence around a date, made ready for the clues: one line, and the date replaced by a sign.
struct EventClause: Sendable {
    /// What stands for the date: a control character, which no text has.
    static let sign: Unicode.Scalar = "\u{1}"
    /// What stands for a term that begins with the letter: `within 60 days`.
    static let termSign: Unicode.Scalar = "\u{2}"

    /// The sentence on one line, as people read it.
    let text: String
    /// Exactly the slice of the page.
    let quote: String
    private let clause: IndexedText

    /// Nil for what is no sentence: too few words, or a reference to literature.
    init?(
        _ scalars: [Unicode.Scalar], sentence: Range<Int>, date: Range<Int>, isTerm: Bool = false
    ) {
        let slice = scalars[sentence]
        quote = String(scalars: slice)
        text = Self.excerpt(scalars, sentence, around: date)
        guard slice.count >= 16 else { return nil }
        let replaced =
            scalars[sentence.lowerBound..<date.lowerBound] + [isTerm ? Self.termSign : Self.sign]
            + scalars[date.upperBound..<sentence.upperBound]
        let line = Self.words(of: replaced)
        clause = IndexedText(line.joined(separator: " "))
        if line.count < 4 { return nil }
    }

    /// On either side of the date so much is kept, in scalars: what people read in a list.
    private static let reach = 120

    /// The words around the date on one line, without the bullet or note number before them; an ellipsis
    /// where the sentence goes on.
    private static func excerpt(
        _ scalars: [Unicode.Scalar], _ sentence: Range<Int>, around date: Range<Int>
    ) -> String {
        var start = max(sentence.lowerBound, date.lowerBound - reach)
        var end = min(sentence.upperBound, date.upperBound + reach)
        let (isCutBefore, isCutAfter) = (start > sentence.lowerBound, end < sentence.upperBound)
        while isCutBefore, start < date.lowerBound, !scalars[start].isWhiteSpace { start += 1 }
        while isCutAfter, end > date.upperBound, !scalars[end - 1].isWhiteSpace { end -= 1 }
        let words = Self.words(of: scalars[start..<end])
        let text = words.drop { !isCutBefore && isMark($0) }.joined(separator: " ")
        let goesOn = isCutBefore || text.first?.isLowercase ?? false
        return (goesOn ? "…" : "") + text + (isCutAfter ? "…" : "")
    }

    /// What white space parts. Characters are only looked for where a scalar may join the one before it.
    private static func words(of scalars: ArraySlice<Unicode.Scalar>) -> [Substring] {
        let text = String(scalars: scalars)
        let isPlain = scalars.allSatisfy { $0.value < 0x300 || (0x2010...0x205F).contains($0.value) }
        guard isPlain else { return text.split(whereSeparator: \.isWhitespace) }
        return text.unicodeScalars.split(whereSeparator: \.isWhiteSpace).map { Substring($0) }
    }

    private static func isMark(_ word: Substring) -> Bool {
        if word.count == 1, word.allSatisfy({ "-•*–‣▪·".contains($0) }) { return true }
        return word.count <= 4 && word.allSatisfy { $0.isNumber || "[].)".contains($0) }
            && word.contains { !$0.isNumber }
    }

    /// What happened on the date, by the clue that stands nearest to it, and whether that lay ahead of the
    /// letter where the clue says so.
    func event() -> (kind: PolicyEvent.Kind, isFuture: Bool?)? {
        guard !EventClues.reference.isFound(in: clause) else { return nil }
        var best: (length: Int, clue: EventClue)?
        for clue in EventClues.all {
            guard let length = clue.patterns.compactMap({ shortest($0) }).min() else { continue }
            if let needed = clue.subject, !needed.isFound(in: clause) { continue }
            // A deadline for comments is the end of their period, however near the word "due" stands.
            let isKnown = best?.clue.kind == .commentCloses && clue.kind == .deadline
            if best.map({ length < $0.length && !isKnown }) ?? true { best = (length, clue) }
        }
        guard let clue = best?.clue else { return nil }
        return (clue.kind, clue.isFuture ?? tense)
    }

    private func shortest(_ pattern: Pattern) -> Int? {
        pattern.matches(in: clause).map(\.range.count).min()
    }

    private var tense: Bool? {
        if EventClues.future.isFound(in: clause) { return true }
        return EventClues.past.isFound(in: clause) ? false : nil
    }
}
