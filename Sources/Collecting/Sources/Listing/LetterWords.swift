import Scanning

/// What the words of links, headings and addresses say about whether letters stand behind them.
enum LetterWords {
    /// What the title of an item says of it.
    enum Sign: Int, Sendable, Comparable {
        /// Something else: a press release, a webinar, a form.
        case against = -2
        case none = 0
        /// What letters do, and other news too: urges, supports, to an agency.
        case weak = 1
        /// A letter, testimony, a comment, a statement.
        case strong = 2

        static func < (a: Sign, b: Sign) -> Bool { a.rawValue < b.rawValue }
    }

    /// What a heading says of what stands below it.
    enum Subject: Sendable { case letters, other, open }

    static func sign(of title: String) -> Sign {
        let text = IndexedText(title)
        if against.isFound(in: text) { return .against }
        if strong.isFound(in: text) { return .strong }
        let signs = [acts, bodies, answers].count { $0.isFound(in: text) }
        return signs >= 2 ? .strong : signs == 1 ? .weak : .none
    }

    static func subject(of heading: String) -> Subject {
        let text = IndexedText(heading)
        if discussion.isFound(in: text) { return .open }
        switch (letterSubjects.isFound(in: text), otherSubjects.isFound(in: text)) {
        case (true, false): return .letters
        case (false, true): return .other
        default: return .open
        }
    }

    /// Whether a path speaks of letters: `/advocacy/comment-letters/`.
    static func isLetterPath(_ path: String) -> Bool {
        paths.isFound(in: IndexedText(path.lowercased()))
    }

    /// Words for a shelf of letters, not for one: `Comment Letters`, `Testimony`, `View all letters`.
    static func isShelf(_ title: String) -> Bool {
        shelves.isFound(in: IndexedText(title))
    }

    /// A short label that says what an item is: `Letter`, `Testimony`; nil where it says neither that nor another kind.
    static func label(_ text: String) -> Sign? {
        guard text.utf8.count <= 40 else { return nil }
        let indexed = IndexedText(text)
        if letterLabels.isFound(in: indexed) { return .strong }
        return otherLabels.isFound(in: indexed) ? .against : nil
    }

    /// Words that say only what to do with a link: `Read more`, `Download (PDF)`, `here`.
    static func isGeneric(_ title: String) -> Bool {
        title.isEmpty || generic.isFound(in: IndexedText(title))
    }

    private static let strong = Pattern(
        literal: #"""
            \b letter \b (?! \s+ (?: of \s+ (?: intent | recommendation | inquiry ) | to \s+ the \s+ editor | grade )\b )
            | \b letters \s+ (?: to | from | on | regarding | re | urging | supporting | opposing | in | about | sent ) \b
            | \b (?: testimon(?: y | ies ) | testif(?: y | ies | ied | ying ) ) \b
            | \b (?: submi(?: ts? | tted | ssion ) | files? | filed | provid(?: es? | ed ) | offer(?: s | ed )? | sends? | sent ) \b
              .{0,80} \b (?: comments? | statement | response | feedback | recommendations | input ) \b
            | \b comments? \b \s+ (?: letter | to | on | for | regarding | re | in \s+ response | responding | submitted | of | about ) \b
            | \b (?: public | formal | joint | written | official | technical ) \s+ comments? \b
            | \b comments? \s* $
            | \b statement \s+ (?: for \s+ the \s+ record | to | on | before | submitted | regarding | in \s+ support | from ) \b
            | \b (?: written | hearing | prepared | joint | oral | floor ) \s+ statement \b
            | \b statement \b .{0,80} \b (?: before | committee | subcommittee | hearing ) \b
            | \b (?: correspondence | memorandum | petition ) \s+ (?: to | with | on | from ) \b
            | \b dear \s+ colleague \b
            """#, options: [.caseInsensitive, .spaced])

    private static let acts = Pattern(
        literal: #"""
            \b (?: urg(?: es? | ing | ed ) | asks? | calls? \s+ (?: on | for ) | writes? | thanks? | applauds? | commends?
            | supports? | supporting | oppos(?: es? | ing | ition ) | requests? (?! \s+ for \b ) | recommend(?: s | ations )? | encourages?
            | endors(?: es? | ement ) | expresses? | concern(?: s | ed )? | objects? | joins? ) \b
            """#, options: [.caseInsensitive, .spaced])

    private static let bodies = Pattern(
        literal: #"""
            \b (?: (?: CMS | HHS | NIH | FDA | CDC | HRSA | AHRQ | NSF | EPA | OMB | OSTP | USDA | DOJ | IRS | VA | DHS | FTC | FCC
            | SEC | GAO | MedPAC | MACPAC | CMMI | ONC | OCR | OIG | USTR | DOL | NLRB | USPTO ) \b
            | Congress(?: ional )? \b | Senate \b | Senators? \b | Representatives? \b | (?-i: House ) \b | Committee \b
            | Secretary \b | Administrator \b | Department \s+ of \b | White \s+ House \b | President \s+ \w+ \b | Governor \b
            | appropriat(?: ors | ions ) \b | H\.? \s? R\.? \s? \d+ | \b S\. \s? \d+ )
            """#, options: [.caseInsensitive, .spaced])

    private static let answers = Pattern(
        literal: #"""
            \b (?: re(?: sponse | sponses | sponds? | sponding | ply | plies ) \s+ (?: to | on ) | RFI | RFC
            | request \s+ for \s+ (?: information | comments? | input ) | proposed | (?: interim \s+ )? final \s+ rule
            | rulemaking | A?NPRM | draft \s+ (?: guidance | framework | report | legislation ) | discussion \s+ draft
            | comment \s+ period | docket | hearing | mark-?up ) \b
            """#, options: [.caseInsensitive, .spaced])

    private static let against = Pattern(
        literal: #"""
            \b (?: press \s+ release | news \s+ release | media \s+ (?: statement | advisory ) | webinars? | podcasts? | video
            | infographic | newsletters? | regist(?: er | ration ) \s+ (?: now | for | today ) | agenda | slides | toolkit
            | fact \s? sheets? | issue \s+ briefs? | templates? | (?: sample | form | model | cover | action ) \s+ letters?
            | (?: annual | survey | research | progress ) \s+ report | white \s+ paper | privacy (?: \s+ (?: statement | policy ) )? | mission \s+ statement | accessibility
            | terms \s+ of \s+ use | copyright | sitemap | site \s+ map | conflict \s+ of \s+ interest | financial \s+ statements?
            | call \s+ for \s+ (?: abstracts | papers | nominations | comments ) | leave \s+ a \s+ comment | \d+ \s+ comments? $
            | no \s+ comments? $ | how \s+ to \s+ (?: write | submit | comment ) | submit \s+ (?: a | your ) \b
            | write \s+ (?: a | your ) \s+ letter | letters? \s+ to \s+ the \s+ editor | job \s+ (?: posting | description )
            | summary \s+ of | (?: one | 1 ) -? \s? pager | survey \s+ results | log \s? in | sign \s+ up | subscribe | donate
            | style \s+ guide | home \s? page | acrobat \s+ reader | (?: back | return ) \s+ to | author \s+ guidelines | curriculum \s+ vitae | meeting \s+ minutes | application \s+ form ) \b
            """#, options: [.caseInsensitive, .spaced])

    /// What readers say below a page: `6 Comments`, `Comments (2)`, `Add a comment`.
    private static let discussion = Pattern(
        literal:
            #"^ \W* (?: \d+ \s+ comments? | comments? (?: \s* \( \d+ \) )? | (?: add | post | leave ) \s .{0,12} comments? ) \W* $"#,
        options: [.caseInsensitive, .spaced])

    private static let letterSubjects = Pattern(
        literal: #"""
            \b (?: letters? | testimon(?: y | ies ) | correspondence | comments? | comment \s+ letters? | statements?
            | sign-? \s? ons? | filings | responses | consultations | regulatory \s+ (?: advocacy | action )
            | amicus ) \b
            """#, options: [.caseInsensitive, .spaced])

    private static let otherSubjects = Pattern(
        literal: #"""
            \b (?: publications? | reports? | news | newsroom | press | blogs? | events? | webinars? | resources? | toolkits?
            | related | staff | contacts? | about | fact \s? sheets? | videos? | podcasts? | careers? | newsletters? | briefs?
            | journals? | professional \s+ development | awards? | follow | media | popular | categories | tags | subscribe
            | forms? | data | membership | conferences? | education | training | jobs? | leadership | share | meetings?
            | annual | guidelines? | articles? | stories | (?: in \s+ this ) \s+ issue | books? | tools? | leave \s+ a | editor | grants? | research \s+ articles | programs? ) \b
            """#, options: [.caseInsensitive, .spaced])

    private static let paths = Pattern(
        literal: #"""
            (?: ^ | [/_.+-] | %20 ) (?: letters? | ltr | testimon(?: y | ies ) | comment-?letters? | comments? | correspondence | statements?
            | sign-?on(?: s | -letters? )? ) (?: $ | [/_.+?-] | %20 | \d )
            """#, options: [.spaced])

    private static let shelves = Pattern(
        literal: #"""
            ^ \W* (?: (?: view | see | browse | read | all | more | our | the | past | previous | older | recent | latest | archived?
            | archives? | by | year | of | and | & | to | on | federal | state | congressional | regulatory | legislative
            | advocacy | policy | public | agency | agencies | congress | senate | house | committee | administration | executive
            | branch | hearing | comment | joint | coalition | sign | group | organization | organizational | letters?
            | sign-?ons? | testimon(?: y | ies ) | comments? | correspondence | statements? | submissions? | responses
            | letters/comments | positions? | documents? | library | index | home | topics? | issues? | search | for | in
            | \d{4} | [-–—/,|»›>.…] ) (?: \s+ | (?= [/,] ) | $ | \W+ $ ) )+ $
            """#, options: [.caseInsensitive, .spaced])

    private static let letterLabels = Pattern(
        literal: #"""
            ^ \W* (?: (?: comment | sign-? \s? on | coalition | joint | group | regulatory | advocacy | congressional | agency
            | federal | policy | formal | public | written | hearing | organization | support | opposition )\s+ ){0,2}
            (?: letters? | comments? | testimon(?: y | ies ) | statements? (?: \s+ for \s+ the \s+ record )?
            | correspondence | rfi \s+ responses? ) \W* $
            """#, options: [.caseInsensitive, .spaced])

    private static let otherLabels = Pattern(
        literal: #"""
            ^ \W* (?: press (?: \s+ releases? )? | stor(?: y | ies ) | news (?: \s+ (?: release | article | item ) )? | blogs? (?: \s+ post )? | articles? | webinars?
            | events? | podcasts? | videos? | fact \s? sheets? | issue \s+ briefs? | briefs? | reports? | toolkits? | infographics?
            | resources? | publications? | action \s+ alerts? | newsletters? | surveys? | guides? | media \s+ statements?
            | presentations? | slides? | minutes | agendas? | op-?eds? | charts? | data | white \s+ papers? | policy \s+ papers? | summary | summaries ) \W* $
            """#, options: [.caseInsensitive, .spaced])

    private static let generic = Pattern(
        literal: #"""
            ^ \W* (?: (?: click | here | read | view | see | download | open | get | access | the | this | a | full | more | now | continue
            | reading | learn | details? | text | version | link | file | document | pdf | docx? | word | html | letters? | comments?
            | testimony | statement | response | as | in | print | printable | attachment | web | copy | of | original | english
            | online | our | complete | entire | signed | final | \(? \d+ (?: [.,] \d+ )? \s? (?: kb | mb | k | m ) \)? )
            (?: \W+ | $ ) )+ $
            """#, options: [.caseInsensitive, .spaced])
}
