import Scanning

/// What a line looks like: the marks by which letters are laid out.
enum LineClues {
    /// `Dear Dr. Lee:`, `To Whom It May Concern:`, `Gentlemen:`.
    static let salutation = Pattern(
        literal: #"""
            \A\W{0,2}(?:
              Dear\b(?!\s+(?:friends?\s+of\s+mine|to)\b)
              |To\s+Whom\s+(?:It|This)\s+May\s+Concern
              |(?:Ladies\s+and\s+)?Gentlem[ae]n\s*[:,]?\z
              |(?:Dear\s+)?(?:Sirs?|Madam)(?:\s+or\s+(?:Sir|Madam))?\s*[:,]\z
              |To\s+the\s+(?:Honorable\s+)?(?:Court|Commission|Committee|Board|Commissioners?|Council|Secretary|Clerk)
                 [\w\s]{0,40}[:,]\z
            )
            """#, options: [.spaced, .caseInsensitive])

    /// A salutation that a scan has bitten: `1)ear Mr. Lee,`.
    static let damagedSalutation = Pattern(
        literal: #"\A\S{0,4}ear\s+(?:Mr|Ms|Mrs|Dr|Judge|Senator|Chair|Secretary|Director)\b.{0,60}[,:.]\z"#)

    /// A salutation at the end of another line: `Washington, DC 20024 Dear Administrator Lee:`.
    static let runInSalutation = Pattern(literal: #"\S\s+(Dear\s+\p{Lu}[^.!?]{0,80}[:,])\z"#)

    /// How testimony greets a committee: `Chairman Lee, Ranking Member Roe, and Members of the Committee`.
    static let greeting = Pattern(
        literal: #"""
            \A\W{0,2}(?:
              (?i:good\s+(?:morning|afternoon|evening))\b
              |(?:Madam\s+|Mr\.\s*|Ms\.\s*|Mme\.\s*|Senate\s+|House\s+)?(?:Co-?)?(?:Vice\s+)?Chair(?:man|woman|person|men|women|s)?
                 (?:\s+(?:Member\s+)?\p{Lu}[\p{L}’'\-]+){1,4}(?:,\s+(?=(?:and\s+)?(?i:vice|ranking|chair|senate|house|sub|co-|member|repres|senator|distinguished|esteemed|thank|honorable|other|dear))|\s+and\s+(?i:ranking|vice|members|chair))
              |(?:Madam|Mr\.|Ms\.|Mme\.)\s+(?:Co-?)?(?:Vice\s+)?Chair(?:man|woman|person)?\b
              |Thank\s+you,?\s+(?:very\s+much,?\s+)?(?:Madam|Mr\.?|Ms\.?)?\s*Chair
            )
            """#, options: [.spaced])

    /// `Sincerely,`, `Respectfully submitted,`, `Very truly yours,`.
    static let closing = Pattern(
        literal: #"""
            \A\W{0,2}(?:(?:most|very|yours|with|all|my|our)\s+){0,3}
            (?:sincerely|respectfully|cordially|truly|faithfully|(?:(?:best|kind|warm|warmest|kindest)\s+)?regards
              |best\s+wishes|submitted\s+by|gratefully|warmly|appreciatively|fraternally|signed|best
              |in\s+(?:good\s+)?(?:solidarity|health|service|partnership|community|friendship|gratitude))
            (?:\s+(?:yours|submitted|yours\s+truly|and\s+respectfully))*\s*[,.:]?\s*(?:/s/)?\z
            """#, options: [.spaced, .caseInsensitive])

    /// `Sincerely, Ana Lee`: the name on the closing's own line.
    static let runInClosing = Pattern(
        literal:
            #"\A(?:(?:Most|Very|Yours)\s+)?(?:Sincerely|Respectfully|Cordially)(?:\s+(?:yours|submitted))?,\s+(?=\p{Lu})"#
    )

    /// `Thank you for your consideration,`: a closing only where a name follows.
    static let weakClosing = Pattern(
        literal:
            #"\A(?:(?:Many\s+)?Thanks?|Thank\s+you|With\s+(?:appreciation|gratitude|thanks))\b[^.!?]{0,70},\z"#,
        options: [.caseInsensitive])

    static let copied = Pattern(
        literal: #"\A(?:b?cc|c\.c\.|copy|copies|copy\s+to|copies\s+to)\s*(?:[:;/.]+|\z)\s*"#,
        options: [.caseInsensitive])

    static let enclosure = Pattern(
        literal:
            #"\A(?:encl?(?:osures?|s)?\b\.?|attachments?\b|appendix\b|exhibits?\b|footnotes?\b|end\s?notes?\b|references?\b|for\s+(?:more|further)\s+information\b|[-—–_*\s]{3,}\z)"#,
        options: [.caseInsensitive])

    /// A note's beginning: `[1] See …`, `3. Id.`, `iv 42 U.S.C.`, `¹ See`.
    static let note = Pattern(
        literal:
            #"\A(?:\[\^?(?:\d{1,3}|[ivx]{1,6})\]:?|\(\d{1,2}\)|\d{1,3}[.)]?|[ivx]{1,6}|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|[*†‡])\s+\S"#
    )

    /// `Re:`, `Subject:`, `SUBJ:`, and memo and pleading captions.
    static let subject = Pattern(
        literal:
            #"\A\W{0,2}(?:re|subject|subj|reference|regarding|in\s+re(?:ply\s+refer\s+to)?)\s*(?::|\.\s*:|\)|—|–)\s*\)?\s*"#,
        options: [.caseInsensitive])

    /// `RE` or `Re` alone, its matter on the next line or behind a tab.
    static let bareSubject = Pattern(literal: #"\A(?:RE|Re|SUBJECT|Subject)\.?\s{0,1}\z"#)

    /// How a letter was sent: `Via electronic submission`, `By hand`, `[Submitted via www.regulations.gov]`.
    static let submission = Pattern(
        literal: #"""
            \A\W{0,3}(?:
              (?:submitted|sent|delivered|transmitted|filed)\s+(?:electronically|via|by|through|online)\b
              |(?:via|by)\s+(?:(?:the\s+)?e-?mail|electronic|fax|facsimile|(?:u\.?s\.?\s+)?(?:first\s+class\s+)?mail
                 |(?:federal\s+)?e-?rulemaking|hand|courier|overnight|fed-?ex|messenger|certified|regulations|www
                 |internet|web|online|upload|ups\b|cm/?ecf|ecf)
              |electronic(?:ally)?\s+(?:submission|submitted|delivery|filed|filing|via)\b
              |hand\s+deliver
            )
            """#, options: [.spaced, .caseInsensitive])

    static let attention = Pattern(
        literal: #"\A\W{0,2}(?:(?:attention|attn|c/o|care\s+of)\b|℅)\s*[:.]?\s*"#, options: [.caseInsensitive]
    )

    /// A place with its postal code: `Washington, DC 20201`, `Woodlawn, Maryland 21244-1850`.
    static let place = Pattern(
        literal:
            #"(?:\A|[\s,.])(?:[A-Z]{2}|[A-Z]\.\s?[A-Z]\.?|[A-Z][a-z]+)\.?,?\s+\d{5}(?:\s?[-–—]\s?\d{4})?(?=\W|\z)"#
    )

    static let street = Pattern(
        literal: #"""
            (?:\bP\.?\s?O\.?\s+Box\b|\A(?:Mail\s?stop|M/?S|Room|Rm\.?|Suite|Ste\.?|Floor|Box|HFA-|MS)\b
            |\A[#]?\d[\dA-Z\-]*\s+(?:\w|“).*(?:\b(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Way
               |Place|Pl|Plaza|Circle|Square|Sq|Parkway|Pkwy|Highway|Hwy|Pike|Court|Ct|Center|Terrace|Mall|Trail
               |Floor|Room|Suite|Building|Bldg|House|Senate|Cannon|Longworth|Rayburn|Dirksen|Hart|Russell
               |NW|NE|SW|SE|N\.W|N\.E|S\.W|S\.E|Bay|Wing|East|West|North|South)\b)
            |\bOffice\s+(?:Building|Bldg)\b
            |\b(?:(?:House|Senate)\s+Office\s+)?(?:Building|Bldg)\b\.?,?(?:\s+(?:Room|Suite|Rm)\b.*|\s+[A-Z\d\-]+)?\z
            |\A[A-Z]-\s?\d+[A-Z]?,?\s+(?:The|U\.?S\.?)\s+Capitol
            |\A(?:One|Two|Three|Four|Five|\d+(?:st|nd|rd|th))\s+\w+.*\b(?:Circle|Plaza|Place|Square|Street|Avenue|Ave
               |Boulevard|Blvd|Drive|Center|Way|Floor)\b
            |\bRoom\s+[A-Z]?-?\d|,\s+Suite\s+\d|\A\d+(?:st|nd|rd|th)\s+(?:Floor|Street|St|Avenue)|\bCourthouse\z)
            """#, options: [.spaced, .caseInsensitive])

    /// Telephone, fax, mail and web addresses.
    static let contact = Pattern(
        literal: #"""
            (?:\(\d{3}\)\s*\d{3}|\b\d{3}[-.–]\d{3}[-.–]\d{4}|\bwww\.|https?:|\S@\S+\.\w|\b(?:Tel|Fax|Phone|TTY|Voice)\b\s*[:.\d(]|\bPh:|@|\bVoice\z|\bTTY\z|\bFax\z
            |\.(?:gov|org|com|net|edu)\z)
            """#, options: [.spaced, .caseInsensitive])

    /// `TO:`, `FROM:`, `DATE:` in a memo's caption.
    static let memoCaption = Pattern(
        literal: #"\A(?:MEMORANDUM\s+)?(TO|FOR|FROM|DATE|CC|SUBJECT|RE|THROUGH|THRU)\s*:\s*"#,
        options: [.caseInsensitive])

    static let testimonyOf = Pattern(
        literal:
            #"\A(?:written\s*|oral\s+|prepared\s+|public\s+|joint\s+)*(?:testimony|statement|remarks)(?:\s+for\s+the\s+record)?\s*(?:\b(?:of|by|from|submitted\s+by)\b\s*:?|:\s*\z|:)\s*"#,
        options: [.caseInsensitive])

    /// `The Honorable Senator`: the name stands on the next line.
    static let honorificOnly = Pattern(
        literal:
            #"\A(?:The\s+)?Hon(?:orable|\.)(?:\s+(?:Senator|Representative|Congress(?:man|woman)|Governor|Secretary|Delegate|Judge))?\z"#
    )

    static let redacted = Pattern(
        literal:
            #"[\[(]\s*(?:names?|company|addresses?|person|requestor)?\s*(?:and|or|,)?\s*(?:titles?|tiles?|addresses?|names?)?\s*(?:and\s+address(?:es)?\s+)?redacted\s*[\])]"#,
        options: [.caseInsensitive])
}
