import Correspondence
import Scanning

/// Ways in which a writer asks. Written over a sentence on one line.
struct AskClue: Sendable {
    var name: String
    var pattern: Pattern
    /// Nil where the verb that the pattern caught decides.
    var direction: Ask.Direction?
    var confidence: Evidence.Confidence

    /// In order: the first that stands in a sentence decides.
    static let all = [wish, writer, purpose, passive, hope, statedRequest, recommendation, need, duty]

    /// `we urge`, `NCD strongly recommends`, `I am requesting`: who writes, then a verb in the present.
    private static let writer = AskClue(
        name: "ask.writer",
        pattern: Pattern(
            literal: #"""
                (?:\b(?:we|I|we\h\w+|our\h(?:\w+\h){0,2}(?:members|organizations?|association|coalition))\b|\x01)
                (?:\h\([^)]{1,60}\))?,?
                (?:\h(?:strongly|respectfully|also|therefore|thus|fully|again|further|hereby|continue\hto|continues\hto
                    |specifically|particularly|wholeheartedly|urgently|formally|would|do|must|accordingly|and|\w+ly
                    |am|are|is|remain|remains)){0,4}
                \h(?<verb>urg(?:es?|ing)|recommend(?:s|ing)?|request(?:s|ing)?|ask(?:s|ing)?|encourag(?:es?|ing)
                    |call(?:s|ing)?\h(?:up)?on|implor(?:es?|ing)|advis(?:es?|ing)|suggest(?:s|ing)?|propos(?:es?|ing)
                    |support(?:s|ing)?|oppos(?:es?|ing)|endors(?:es?|ing)|object(?:s|ing)?\hto)\b
                """#, options: [.spaced, .caseInsensitive]),
        direction: nil, confidence: .high)

    /// `I write … to urge`, `in order to express our support`.
    private static let purpose = AskClue(
        name: "ask.purpose",
        pattern: Pattern(
            literal: #"""
                \b(?:write|writes|writing|letter|submit|submitting)\b[^.?!]{0,400}?\bto\h(?:\w+ly\h|again\h){0,2}
                (?:(?:express|voice|register|convey)\h(?:\w+\h){0,3}?)?
                (?<verb>urge|recommend|request|ask|encourage|call\h(?:up)?on|support|oppose|endorse|commend
                    |applaud|opposition|propose)\b
                """#, options: [.spaced, .caseInsensitive]),
        direction: nil, confidence: .high)

    /// `would like to meet`, `would appreciate a meeting`.
    private static let wish = AskClue(
        name: "ask.meeting",
        pattern: Pattern(
            literal: #"""
                (?:\b(?:we|I)\b|\x01)[^.?!]{0,80}?\b(?:(?:would|we’d|’d|'d)\h(?:also\h)?(?:like|appreciate|welcome)
                    |helpful\hfor\hus)\b[^.?!]{0,60}?\b(?<object>(?:a\h(?:\w+\h)?)?(?:meet|meeting|discuss|follow\hup))\b
                |\b(?:we|I)(?:’d|'d)\hlike\hto\h(?<wished>meet|discuss)\b
                """#, options: [.spaced, .caseInsensitive]),
        direction: .request, confidence: .medium)

    /// `the Legislature is urged to`.
    private static let passive = AskClue(
        name: "ask.passive",
        pattern: Pattern(
            literal: #"\b(?:is|are)\h(?:\w+ly\h)?(?<verb>urged|asked|requested|encouraged|advised)\hto\b"#,
            options: .caseInsensitive),
        direction: nil, confidence: .medium)

    /// `we hope that you will`, `the one we hope the court will adopt`.
    private static let hope = AskClue(
        name: "ask.hope",
        pattern: Pattern(
            literal:
                #"\b(?:we|I)\hhope\h(?:that\h)?(?:as\h[^.?!,]{3,40}?\h)?(?:you|(?:the\h\w+|\x02)|your\h\w+)\h(?:\w+\h){0,8}?(?:will|can|would|consider)\b"#,
            options: .caseInsensitive),
        direction: .request, confidence: .medium)

    /// `This is a request for`, `Please process this request`; not how to reach somebody.
    private static let statedRequest = AskClue(
        name: "ask.request",
        pattern: Pattern(
            literal: #"""
                \bthis\h(?:letter\h)?is\ha(?:n\hinvitation|\hrequest)\b
                |^please\h(?!(?:do\h)?(?:don’t|don't|not)\b|contact|feel|let\hus|let\hme|reach|call|email|see|note
                    |find|accept|direct|keep|have\hyour\hstaff)
                """#, options: [.spaced, .caseInsensitive]),
        direction: .request, confidence: .medium)

    /// `our recommendation that`; not what became of `our recommendations that are implemented`.
    private static let recommendation = AskClue(
        name: "ask.recommendation",
        pattern: Pattern(
            literal: #"""
                \bour\h(?:\w+\h)?recommendations?\h(?:(?:is|are)\b(?!\h(?:\w+ed|being|not|in|on|based|the\hresult)\b)
                    |that\b(?!\h(?:is|are|was|were|ha[sd]|have|will|would|could|can|we|remains?|relates?)\b))
                """#, options: [.spaced, .caseInsensitive]),
        direction: .recommend, confidence: .medium)

    /// `It is critical for USAID to`, `it is vital that`.
    private static let need = AskClue(
        name: "ask.need",
        pattern: Pattern(
            literal: #"""
                \bit\his\h(?:\w+ly\h)?(?:critical|essential|imperative|vital|crucial|necessary)\h
                (?:for\h\x02|that\h\x02|that\h(?:[^.?!]{1,120}?\h)be\h)
                """#, options: [.spaced, .caseInsensitive]),
        direction: .recommend, confidence: .medium)

    /// `the Department should examine`: whoever is addressed, and a duty.
    private static let duty = AskClue(
        name: "ask.duty",
        pattern: Pattern(
            literal: #"\x02(?:,?\h\w+,?){0,3}?,?\h(?:should|must),?\h(?!you|have\hbeen)"#,
            options: .caseInsensitive),
        direction: .recommend, confidence: .medium)

    /// Word stems without which no clue can match.
    static let sign = Pattern(
        literal: #"""
            urg(?:e|ing)|recommend|request|\bask|encourag|\bcall|implor|advis|suggest|propos|support|oppos
            |endors|object|commend|applaud|should|must|meet|discuss|follow|hope|invitation|critical|essential
            |imperative|vital|crucial|necessary|please|believe
            """#, options: [.spaced, .caseInsensitive])

    /// Sentences that ask nothing, whatever verb they hold.
    static let routine = Pattern(
        literal: #"""
            ^(?:what|how|why)\h|\b(?:please\h(?:contact|do\hnot|don’t|don't|feel|let\hus\hknow)|hesitate\hto|if\hyou\hhave\h(?:any\h)?questions
            |should\hyou\h|thank\hyou\hfor|https?://|retrieved|accessed)
            """#, options: [.spaced, .caseInsensitive])

    /// `NCD urges DOT to:` and `we recommended that OVW:`, whose list items are the asks.
    static let lead = Pattern(
        literal: #"""
            (?:\b(?:we|I)\b|\x01|\x02)[^.?!]{0,160}?\b(?<verb>urg(?:es?|ed)|recommend(?:s|ed|ing)?|request(?:s|ed)?|asks?
                |encourages?|calls?\hon|should|must|believes?)\b[^.?!]{0,120}:\h?$
            """#, options: [.spaced, .caseInsensitive])

    /// `take three steps`, `the following changes`: the asks themselves stand in the sentences behind.
    static let count = Pattern(
        literal: #"""
            \b(?:two|three|four|five|six|seven|several|a\hfew|the\hfollowing)\h(?:\w+\h){0,2}
            (?:steps|things|points|actions|measures|changes|recommendations|requests|improvements)\b
            """#, options: [.spaced, .caseInsensitive])

    /// `First, encourage states to …`: an ask in its turn, not an argument (`First, the rule …`).
    static let turn = Pattern(
        literal: #"""
            ^(?:(?:first|second|third|fourth|fifth|sixth|seventh|final|last)(?:ly)?|finally|last\hof\hall),?\h
            (?!(?:the|a|an|this|that|these|those|it|its|in|as|because|our|there|we|I|if|when|while|such|many|some|most
                |they|under|by|for|with|on|at|is|are|was|were)\b)
            (?=[a-z])
            """#, options: [.spaced, .caseInsensitive])

    /// What a verb means.
    static func direction(of verb: String) -> Ask.Direction {
        let verb = verb.lowercased()
        func begins(_ stems: [String]) -> Bool { stems.contains { verb.hasPrefix($0) } }
        if begins(["support", "endors", "commend", "applaud"]) { return .support }
        if begins(["oppos", "object"]) { return .oppose }
        if begins(["recommend", "advis", "suggest", "encourag", "propos", "should", "must", "believe"]) {
            return .recommend
        }
        return .request
    }
}
