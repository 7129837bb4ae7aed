import Correspondence
import Scanning

/// The sentence around a date, made ready for the clues: one line, and the date replaced by a sign.
struct EventClause: Sendable {
    /// What stands for the date: a control character, which no text has.
    static let sign: Unicode.Scalar = "\u{1}"

    /// The sentence on one line, as people read it.
    let text: String
    /// Exactly the slice of the page.
    let quote: String
    private let clause: IndexedText

    /// Nil for what is no sentence: too few words, or a reference to literature.
    init?(_ scalars: [Unicode.Scalar], sentence: Range<Int>, date: Range<Int>) {
        let slice = scalars[sentence]
        quote = String(String.UnicodeScalarView(slice))
        text = Self.withoutMark(quote.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        guard slice.count >= 16 else { return nil }
        let replaced =
            scalars[sentence.lowerBound..<date.lowerBound] + [Self.sign]
            + scalars[date.upperBound..<sentence.upperBound]
        let line = String(String.UnicodeScalarView(replaced)).split(whereSeparator: \.isWhitespace)
        clause = IndexedText(line.joined(separator: " "))
        if line.count < 4 { return nil }
    }

    /// Without the bullet or the note's number that it begins with; an ellipsis where it begins amid a
    /// sentence.
    private static func withoutMark(_ text: String) -> String {
        if text.first?.isLowercase ?? false { return "…" + text }
        guard let space = text.firstIndex(of: " ") else { return text }
        let mark = text[..<space]
        let isNumber = mark.count <= 4 && mark.allSatisfy { $0.isNumber || "[].)".contains($0) }
        let isBullet = mark.count == 1 && "-•*–‣▪·".contains(mark)
        return isNumber || isBullet ? String(text[text.index(after: space)...]) : text
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
