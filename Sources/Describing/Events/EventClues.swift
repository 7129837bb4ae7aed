import Correspondence
import Scanning

/// A kind of event and the words beside a date that tell of it.
struct EventClue: Sendable {
    let kind: PolicyEvent.Kind
    /// `\x01` is the date, `\x02` a term that begins with the letter.
    let patterns: [Pattern]
    /// What the sentence must also speak of.
    var subject: Pattern?
    /// Whether such an event lies ahead of the letter; nil where the verb must tell.
    var isFuture: Bool?
}

/// The clues, one kind after another; of several in a sentence the nearest to the date counts.
enum EventClues {
    static let all: [EventClue] = [
        EventClue(
            kind: .commentCloses,
            patterns: [
                clue(
                    #"\bcomment(?:s|ing)?\b\S*(?: \S+){0,8}? (?:close[sd]?|closing|end(?:s|ed)?|expire[sd]?|due|deadline)\b\S*(?: \S+){0,8}? \(?\x01"#
                ),
                clue(#"\b(?:deadline|last day)\b\S*(?: \S+){0,6}? comments?\b\S*(?: \S+){0,4}? \x01"#),
                clue(
                    #"\bcomments?\b\S*(?: \S+){0,8}? (?:no later than|on or before|by|before|until|through) (?:[\d:]+ [ap]\.?m\.?,? )?(?:(?:eastern|e[ds]?t|time|midnight|on|close of business|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? ){0,4}\x01"#
                ),
                clue(
                    #"\bextend(?:ed|ing|s)?\b\S*(?: \S+){0,3}? comment period\b\S*(?: \S+){0,6}? (?:to|until|through|by) \x01"#
                ),
            ]),
        EventClue(
            kind: .commentOpens,
            patterns: [
                clue(
                    #"\bcomment period\b\S*(?: \S+){0,4}? (?:open(?:s|ed)?|began|begins?|start(?:s|ed)?)\b\S*(?: \S+){0,3}? \x01"#
                )
            ]),
        EventClue(
            kind: .hearing,
            patterns: [
                clue(#"\b(?:hearing|mark-?up)\b\S*(?: \S+){0,12}? \(?\x01"#),
                clue(#"\x01,?(?: \S+){0,4}? (?:hearing|mark-?up)\b"#),
                clue(#"\b(?:testif(?:y|ied)|testimony)\b\S*(?: \S+){0,10}? on \x01"#),
            ]),
        EventClue(
            kind: .signed,
            patterns: [
                clue(#"\b(?:signed(?: into law)?|enacted|became law)\b\S*(?: \S+){0,8}? \(?\x01"#),
                clue(
                    #"\x01,?(?: \S+){0,8}? (?:signed into law|was enacted|signed (?:the|an|h\.?r|s\.|executive))\b"#
                ),
            ],
            subject: clue(#"\b(?:law|act|bill|order|legislation|h\.? ?r\.?|president|governor|congress)\b"#),
            isFuture: false),
        EventClue(
            kind: .passed,
            patterns: [
                clue(
                    #"\b(?:passed|approved|adopted|reported)\b\S*(?: \S+){0,10}? (?:house|senate|congress|committee|legislature|assembly|unanimously)\b\S*(?: \S+){0,6}? \x01"#
                ),
                clue(
                    #"\b(?:house|senate|congress|committee|legislature|assembly)\b\S*(?: \S+){0,4}? (?:passed|approved|adopted)\b\S*(?: \S+){0,10}? \x01"#
                ),
                clue(
                    #"\x01,?(?: \S+){0,3}? (?:house|senate|congress|committee)\b\S*(?: \S+){0,3}? (?:passed|approved|adopted)\b"#
                ),
            ], isFuture: false),
        EventClue(
            kind: .introduced,
            patterns: [
                clue(#"\b(?:re)?introduced\b\S*(?: \S+){0,8}? \x01"#),
                clue(#"\x01,?(?: \S+){0,10}? (?:re)?introduced\b"#),
            ], subject: clue(#"\b(?:bill|act|legislation|h\.? ?r\.? ?\d|s\. ?\d|resolution)\b"#),
            isFuture: false),
        EventClue(
            kind: .published,
            patterns: [
                clue(
                    #"\b(?:published|issued|released|posted|appeared|announced|proposed|finalized|promulgated)\b\S*(?: \S+){0,10}? \(?\x01"#
                ),
                clue(#"\x01,?(?: \S+){0,12}? (?:published|issued|released|announced|proposed|finalized)\b"#),
                clue(#"\b\d{2,3} (?:fr|fed\.? ?reg\.?) [\d,]+(?:, ?[\d,–-]+)?,? \(?\x01"#),
                clue(#"\bfederal register\b\S*(?: \S+){0,8}? \(?\x01"#),
                clue(
                    #"\b(?:notice|rule|request for information|rfi|memorandum|guidance|bulletin|letter),? (?:of|dated) \x01"#
                ),
            ],
            subject: clue(
                #"\b(?:rules?|rulemaking|notice|regulations?|rfi|request for (?:information|comments?)|guidance|federal register|docket|executive order|bulletin|memorandum|anprm|nprm|funding opportunity|foa|proposal|framework|strategic plan|policy|final|interim|fed\.? reg|\d fr \d)\b"#
            ),
            isFuture: false),
        EventClue(
            kind: .meeting,
            patterns: [
                clue(
                    #"\b(?:meeting|summit|conference|workshop|webinar|symposium|listening session|roundtable|town hall|forum|training|convention)\b\S*(?: \S+){0,8}? \(?\x01"#
                ),
                clue(
                    #"\x01,?(?: \S+){0,3}? (?:meeting|summit|conference|workshop|webinar|symposium|listening session|roundtable|town hall|forum)\b"#
                ),
                clue(#"\b(?:met with|convened?|will convene)\b\S*(?: \S+){0,10}? \x01"#),
            ]),
        EventClue(
            kind: .starts,
            patterns: [
                clue(
                    #"\b(?:effective(?: date)?|takes? effect|took effect|go(?:es)? into effect|went into effect|begin(?:s|ning)?|began|start(?:s|ed|ing)?|launch(?:es|ed)?|go live|goes live)\b\S*(?: \S+){0,5}? \x01"#
                )
            ],
            subject: clue(
                #"\b(?:rules?|program(?:me)?s?|polic(?:y|ies)|requirements?|coverage|initiative|grants?|awards?|models?|fiscal|payments?|act|law|training|flexibilit(?:y|ies)|waivers?|regulations?|provisions?|funding|demonstration|changes?)\b"#
            )),
        EventClue(
            kind: .deadline,
            patterns: [
                clue(#"\b(?:due|deadline|no later than|on or before)\b\S*(?: \S+){0,4}? \x01"#),
                clue(
                    #"\b(?:submit|complete|respond|responses?|appl(?:y|ications?)|implement|comply|finalize|nominations?|expires?|sunsets?)\b\S*(?: \S+){0,6}? (?:by|before|on|through|until) \x01"#
                ),
                clue(
                    #"\b(?:submit|respond|responses?|reply|provide|issue|publish|finalize|implement|answer|brief)\b\S*(?: \S+){0,10}? \x02"#
                ),
            ]),
    ]

    /// References to literature and to web pages: their dates are no policy events.
    static let reference = clue(
        #"\b(?:accessed|retrieved|last (?:visited|updated|accessed|reviewed)|et al|vol\. ?\d|n engl j|jama|lancet|mmwr|available (?:online )?at)\b|https?:|www\.|doi:"#
    )

    static let future = clue(
        #"\b(?:will|upcoming|next|forthcoming|is due|are due|deadline|no later than|must|shall|scheduled|to be held|closes|ends|attend|join us|look(?:ing)? forward)\b"#
    )
    static let past = clue(
        #"\b(?:was|were|had|held|met|testified|closed|ended|expired|began|started|launched|took|went|submitted|thank|attended|convened|recent)\b"#
    )

    private static func clue(_ source: StaticString) -> Pattern {
        Pattern(literal: source, options: .caseInsensitive)
    }
}
