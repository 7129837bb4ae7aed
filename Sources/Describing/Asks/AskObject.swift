import Correspondence
import Scanning

/// Reads what is asked for out of a sentence: what follows the verb, without whom it is asked of and without the
/// clauses that only give a reason.
enum AskObject {
    /// - Parameters:
    ///   - verb: the bytes of the verb that asks, in the marked text.
    ///   - direction: what the verb means.
    /// - Returns: nil where nothing of at least two words follows.
    static func find(in sentence: MarkedSentence, after verb: Range<Int>, _ direction: Ask.Direction)
        -> String?
    {
        let text = sentence.text
        let opening =
            switch direction {
            case .support, .oppose: thing
            case .request, .recommend: action
            }
        // The space behind the verb belongs to what follows it.
        let isSpaced = verb.upperBound > 0 && text.bytes[verb.upperBound - 1] == UInt8(ascii: " ")
        let rest = (verb.upperBound - (isSpaced ? 1 : 0))..<text.bytes.count
        guard let start = opening.firstMatch(in: text, range: rest)?.range.upperBound, start < rest.upperBound
        else { return nil }
        let end =
            reason.firstMatch(in: text, range: start..<rest.upperBound)?.range.lowerBound ?? rest.upperBound
        return cleaned(sentence.printed(start..<end))
    }

    /// The whole of a list's item.
    static func ofItem(_ text: String) -> String? { cleaned(text) }

    private static func cleaned(_ text: String) -> String? {
        var scalars = text.unicodeScalars[...]
        // The note's number behind the full stop goes with the stop.
        if let note = note.firstMatch(in: IndexedText(text)) {
            scalars = text.unicodeScalars.prefix(
                IndexedText(text).scalarOffset(ofByte: note.range.lowerBound))
        }
        while let last = scalars.last, " ,;:.!?".unicodeScalars.contains(last) { scalars.removeLast() }
        while let first = scalars.first, " ,;:".unicodeScalars.contains(first) { scalars.removeFirst() }
        let object = String(scalars)
        return object.contains(" ") ? object : nil
    }

    private static let note = Pattern(
        literal: #"(?<=[\p{L}”’")\]])[.;!?]["”’)\]]{0,2}(?:\[?\^?\d{1,3}\]?|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)\z"#)

    /// `urges CMS to`, `recommends that`, `ask you to`, `to the Department`: up to what is asked.
    private static let action = Pattern(
        literal: #"""
            \G(?:
              ,?\h?(?:(?:that|for|upon|on|of|in\hthe\hstrongest\hterms|strongly|again|also|respectfully)\h)*
              (?:(?:the|your|all|both|each|our)\h)?(?:(?!to\h|and\h)[\w’'-]+\h){0,3}?
              (?:\x02|you|[A-Z][\w.&’'-]*(?:\h(?:of|for|and|the|&|on|[A-Z][\w.&’'-]*))*|agenc(?:y|ies)|departments?
                |(?:sub)?committees?|members|administration|congress|states|council|court|commission|leaders
                |policymakers|legislature|leadership|colleagues|staff)
              (?:\h\([^)]{1,40}\))?,?\h(?:(?:again|also|promptly|immediately|quickly|strongly)\h)?
              (?:to|should|must)\h(?:also\h)?
              |,?\h(?:(?:that|for)\h)?(?:\x02|you)\h(?:should|must)\h
              |,?\h(?:\w+ly\h)?(?:that|for|upon|on|to)\h(?!the\h(?:contrary|extent))
              |,?\h
            )
            """#, options: .spaced)

    /// `support for`, `opposition to`, `applaud CMS for`.
    private static let thing = Pattern(
        literal: #"\G\h(?:strongly\h)?(?:(?:\x02|you|your\h\w+)\h(?:for|on)\h|(?:for|to|of|that)\h)?"#)

    /// Where the reason for an ask begins.
    private static let reason = Pattern(
        literal: #"""
            ,\h(?:which|because|since|so\hthat|as\h(?:it|they|this|we|well\has\hto\hsay)|while|although|given|thereby
                |whereby|and\h(?:we|I|\x01)\b|but\b|in\horder\hto|who\b)
            |\h(?:because|so\hthat|and\h(?:we|I|\x01))\h
            """#, options: .spaced)
}
