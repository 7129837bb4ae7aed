import Correspondence
import Scanning

/// Finds the sentences in which a writer says what became of something asked for: thanks for a thing done, regret about
/// a thing refused, an answer that grants or declines. Whose ask it was is found out later, by `askOutcomes`.
///
/// Only what has happened counts: proposals, promises and thanks for the opportunity say nothing of an outcome.
enum OutcomeStatements {
    static func find(in pages: [Page]) -> [TimelineFacts.Outcome] {
        pages.flatMap { page -> [TimelineFacts.Outcome] in
            let text = IndexedText(page.text)
            guard sign.isFound(in: text) else { return [] }
            return SentenceReader.sentences(in: text).compactMap { range in
                guard range.count < longest, sign.isFound(in: text, range: range) else { return nil }
                return outcome(cleanText(text[range]), page: page.number)
            }
        }
    }

    /// In bytes: beyond it a text is no sentence.
    private static let longest = 900

    private static func outcome(_ sentence: String, page: Int) -> TimelineFacts.Outcome? {
        let text = IndexedText(sentence)
        guard !open.isFound(in: text) else { return nil }
        for (kind, patterns) in [(TimelineFacts.Outcome.Kind.refused, refusals), (.granted, grants)] {
            for pattern in patterns {
                guard let object = pattern.firstMatch(in: text)?["object"] else { continue }
                // Thanks for the attention, or for being here.
                guard contentWords(text[object]).count >= 3 else { continue }
                if kind == .granted, negation.isFound(in: text, range: object) { return nil }
                return TimelineFacts.Outcome(
                    kind: kind, text: sentence, object: text[object],
                    says: own.isFound(in: text), page: page)
            }
        }
        return nil
    }

    /// Without one of these words no pattern can match.
    private static let sign = Pattern(
        literal: #"""
            thank|applaud|commend|grateful|pleased|gratified|welcome|appreciat|regret|disappoint|dismay|unfortunately
            |requested|recommend|urged|asked|request\b|declin|den(?:y|ied)|grant
            """#, options: [.spaced, .caseInsensitive])

    /// Nothing has happened yet, or nothing that anybody asked for.
    private static let open = Pattern(
        literal: #"""
            \b(?:propos(?:es?|ing|al)
            |proposed(?!\h(?:rule|rulemaking|notice|regulation)s?\b)
            |(?:for|with)\h(?:\w+ing\h)?(?:its|the|this|your|their|a)\h(?:\w+\h){0,2}proposed
            |consider(?:s|ed|ing)?|opportunity|commit(?:ted|ment)|willing(?:ness)?|intends?|plans?
            |planned|would|could|should|(?-i:may)|might|if|efforts?|look(?:s|ing)?\hforward|urge|hope|please)\b
            """#, options: [.spaced, .caseInsensitive])

    private static let negation = Pattern(
        literal:
            #"\b(?:not|never|fail(?:s|ed|ing|ure)?|without|unfortunately|refus\w+|declin\w+|but|however|only)\b"#,
        options: .caseInsensitive)

    /// The statement itself says that it was asked for.
    private static let own = Pattern(
        literal: #"""
            \b(?:(?:as|that|which)\h(?:we|I|you)\h(?:had\h|have\h)?(?:\w+ly\h)?(?:requested|recommended|urged|asked|suggested)
            |(?:our|your)\h(?:\w+\h){0,2}(?:requests?|recommendations?|letters?|comments?))\b
            """#, options: [.spaced, .caseInsensitive])

    private static let grants = [
        // We thank CMS for extending …; we are pleased that the agency has extended …
        Pattern(
            literal: #"""
                \b(?:thank(?:s|ful)?|applauds?|commends?|grateful|pleased|gratified|welcomes?|appreciates?)\b[^.;]{0,90}?\b
                (?:for\h(?:\w+ly\h)?|(?:decision|action|agreement)\hto\h|that\h[^.;]{3,80}?\b(?:has|have|was|were)\h
                    (?:now\h|since\h|been\h)*|to\hsee\hthat\h|to\hsee\h)
                (?<object>(?:[^.;]|\.(?=\w)){8,})
                """#, options: [.spaced, .caseInsensitive]),
        // As we requested, the agency extended …
        Pattern(
            literal: #"""
                \bas\h(?:we|I|you)\h(?:had\h|have\h)?(?:\w+ly\h)?(?:requested|recommended|urged|asked|suggested)\b[^,;]{0,90},\h
                (?<object>(?:[^.;]|\.(?=\w)){8,})
                """#, options: [.spaced, .caseInsensitive]),
        // The Department extended the comment period as we had requested.
        Pattern(
            literal: #"""
                (?<object>(?:[^.;]|\.(?=\w)){12,}?),?\has\h(?:we|I|you)\h(?:had\h|have\h)?(?:\w+ly\h)?
                (?:requested|recommended|urged|asked|suggested)\b
                """#, options: [.spaced, .caseInsensitive]),
        // Your request to extend … is granted; we grant your request for …
        Pattern(
            literal: #"""
                \b(?:your|our)\h(?:\w+\h){0,2}(?:request|recommendation)\h(?:to|for|that)\h(?<object>(?:[^.;]|\.(?=\w)){8,}?)\h
                (?:is|was|has\hbeen|are|were)\h(?:hereby\h)?(?:granted|accepted|adopted|approved|implemented)\b
                """#, options: [.spaced, .caseInsensitive]),
        Pattern(
            literal: #"""
                \b(?:grant(?:s|ed)?|approv(?:e|es|ed)|adopt(?:s|ed)?|accept(?:s|ed)?|(?:agreed|concurred)\hwith)\h(?:your|our)\h
                (?:\w+\h){0,2}(?:request|recommendation)\h(?:to|for|that)\h(?<object>(?:[^.;]|\.(?=\w)){8,})
                """#, options: [.spaced, .caseInsensitive]),
    ]

    private static let refusals = [
        // We regret that the agency did not extend …
        Pattern(
            literal: #"""
                \b(?:regrets?|disappointed|disappointing|dismayed|unfortunately)\b[^.;]{0,90}?\b(?:did\hnot|has\hnot|have\hnot
                    |declined\hto|refused\hto|chose\hnot\hto|decided\hnot\hto|decision\hnot\hto|failed\hto)\h
                (?<object>(?:[^.;]|\.(?=\w)){8,})
                """#, options: [.spaced, .caseInsensitive]),
        // Your request to … is denied; we deny your request for …
        Pattern(
            literal: #"""
                \b(?:your|our)\h(?:\w+\h){0,2}(?:request|recommendation)\h(?:to|for|that)\h(?<object>(?:[^.;]|\.(?=\w)){8,}?)\h
                (?:is|was|has\hbeen)\h(?:hereby\h)?(?:denied|declined|rejected|refused)\b
                """#, options: [.spaced, .caseInsensitive]),
        Pattern(
            literal: #"""
                \b(?:den(?:y|ies|ied)|declin(?:e|es|ed)|reject(?:s|ed)?|refused?|unable\hto\hgrant|cannot\hgrant)\h
                (?:to\hgrant\h)?(?:your|our)\h(?:\w+\h){0,2}(?:request|recommendation)\h(?:to|for|that)\h
                (?<object>(?:[^.;]|\.(?=\w)){8,})
                """#, options: [.spaced, .caseInsensitive]),
    ]
}
