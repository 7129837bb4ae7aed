/// Words by which names of people, titles and bodies are told apart. All in lower case.
enum NameWords {
    /// Before a name; kept apart from it.
    static let honorifics: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "drs", "prof", "professor", "hon", "honorable", "rev",
        "reverend", "sir",
        "madam", "gen", "general", "col", "colonel", "capt", "captain", "maj", "major", "lt", "adm",
        "admiral",
        "radm", "vadm", "sgt", "messrs", "mme", "amb", "ambassador", "rabbi", "fr", "father", "sister",
        "brother",
        "attorney",
    ]

    /// Offices that stand before a name: `Senator Lee`, `Acting Secretary Roe`.
    static let offices: Set<String> = [
        "senator", "sen", "senators", "representative", "representatives", "rep", "reps", "congressman",
        "congresswoman", "congressmen", "congresswomen", "congressmember", "governor", "governors", "gov",
        "judge",
        "judges", "justice", "chairman", "chairwoman", "chairperson", "chair", "chairs", "chairmen",
        "secretary", "secretaries",
        "administrator", "administrators", "director", "directors", "commissioner", "commissioners",
        "president", "ambassador", "mayor",
        "speaker", "leader", "delegate", "assemblymember", "assemblyman", "assemblywoman", "councilmember",
        "clerk",
        "superintendent", "chancellor", "dean", "surgeon", "general", "ombudsman", "archivist", "librarian",
        "chief",
        "member", "members", "counsel", "comptroller", "treasurer", "marshal", "sheriff", "supervisor",
        "premier",
        "minister", "councilor", "inspector", "registrar",
    ]

    /// Words that qualify such an office.
    static let qualifiers: Set<String> = [
        "acting", "deputy", "assistant", "associate", "under", "vice", "ranking", "interim", "principal",
        "executive", "majority", "minority", "co", "chief", "senior", "attorney", "special", "regional",
        "designate",
        "former", "subcommittee", "committee", "lead", "national", "first", "the", "co-chair", "co-chairs",
        "lieutenant",
        "lt", "us", "united", "states", "u.s.", "state", "full", "district", "circuit", "magistrate",
        "bankruptcy", "health", "surgeon", "senate", "house",
    ]

    /// Words of a title, not of a name.
    static let titles: Set<String> = [
        "director", "president", "chairman", "chairwoman", "chairperson", "chair", "secretary",
        "administrator",
        "commissioner", "officer", "counsel", "attorney", "manager", "executive", "ceo", "coo", "cfo", "cmo",
        "vice", "deputy", "assistant", "associate", "acting", "interim", "chief", "head", "leader", "speaker",
        "professor", "fellow", "analyst", "advisor", "adviser", "specialist", "coordinator", "inspector",
        "general",
        "clerk", "judge", "justice", "member", "ranking", "representative", "senator", "governor", "whip",
        "treasurer", "founder", "co-founder", "partner", "economist", "scientist", "lead", "liaison", "dean",
        "editor", "researcher", "nominee", "agent", "advocate", "staff", "majority", "minority", "minister",
        "superintendent", "ambassador", "delegate", "nurse", "physician", "consultant", "engineer",
        "principal",
        "emeritus", "lecturer", "supervisor", "senior", "regional", "special", "co-chair", "designee",
        "trustee",
        "archivist", "librarian", "registrar", "provost", "chancellor", "mayor", "ombudsman", "comptroller",
        "actuary", "pharmacist", "strategist", "executives", "physician-in-chief", "cio", "cto", "evp", "svp",
        "vp", "spokesperson", "secretary-general", "secretary-treasurer", "director-general", "vice-chair",
        "vice-president", "president-elect", "co-director", "co-president", "planner", "organizer",
        "epidemiologist", "statistician", "biostatistician", "investigator", "psychologist", "official",
        "officials", "chairs", "co-chairs", "co-founders", "officers",
    ]

    /// Words of a body.
    static let bodies: Set<String> = [
        "council", "association", "associations", "associates", "project", "federation", "institute",
        "institutes",
        "department", "office", "committee", "subcommittee", "commission", "agency", "administration",
        "center",
        "centers", "centre", "services", "service", "university", "college", "school", "society",
        "foundation", "alliance",
        "coalition", "academy", "academies", "clinic", "chamber", "board", "bureau", "corporation", "corp",
        "inc", "llc", "llp",
        "company", "network", "union", "conference", "congress", "league", "group", "partners", "court",
        "courts",
        "ministry", "authority", "consortium", "trust", "fund", "senate", "house", "hospital", "hospitals",
        "system",
        "systems", "initiative", "caucus", "partnership", "collaborative", "organization", "organizations",
        "division", "branch", "legislature", "assembly", "parliament", "embassy", "exchange", "guild", "club",
        "laboratory", "laboratories", "press", "library", "museum", "archives", "forum", "campaign",
        "law", "health", "policy", "knowledge", "states", "america", "american", "national", "international",
        "federal", "bank", "industries", "medicine", "medicaid", "medicare", "treasury", "house", "program",
        "programs", "unit", "section", "region",
        "government", "city", "county", "state", "district", "territory", "tribe", "nation", "command",
        "force", "corps",
        "registry", "panel", "secretariat", "delegation", "mission", "roundtable", "taskforce", "team",
        "staff",
        "church", "ministries", "ymca", "ywca", "circuit", "courthouse", "directorate", "rights", "research",
        "education", "labor", "justice",
        "defense", "energy",
        "commerce", "transportation", "agriculture", "interior", "security", "affairs", "trade", "technology",
        "society", "software",
    ]

    /// Words that no name of a person has.
    static let others: Set<String> = [
        "re", "dear", "subject", "attention", "attn", "via", "by", "docket", "comments", "comment",
        "statement",
        "testimony", "washington", "street", "avenue", "suite", "room", "floor", "building", "box", "page",
        "draft", "enclosure", "enclosures", "attachment", "attachments", "introduction", "conclusion",
        "summary",
        "background", "sincerely", "respectfully", "thank", "thanks", "the", "for", "and", "to", "in", "on",
        "at",
        "with", "from", "before", "request", "information", "rule", "proposed", "notice", "submitted",
        "january",
        "february", "march", "july", "september", "october", "november",
        "december",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "act", "section",
        "title", "plaza", "circle", "courthouse",
        "part", "table", "figure", "appendix", "hearing", "hearings", "memorandum", "report", "letter",
        "update", "tel", "fax",
        "phone", "email", "web", "voice", "tty", "page", "am", "pm", "north", "south", "east", "west",
        "northwest",
        "whom", "concern", "recommendations", "recommendation", "overview", "about", "contents", "question",
        "questions", "answer",
        "copy", "confidential", "privileged", "redacted", "inflation", "not", "all", "our", "your", "we", "i",
        "it", "is", "are", "providing",
        "free", "access", "legal", "materials", "open", "good", "morning", "afternoon", "evening", "yours",
        "id", "ibid", "see", "supra", "note", "notes", "sealed", "order", "cc", "signed", "electronically",
        "signature", "joint", "submission", "response", "designated", "institutional",
    ]

    /// Between the parts of a name.
    static let particles: Set<String> = [
        "de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "bin", "bint",
        "al",
        "el", "ibn", "y", "e", "ter", "ten", "st", "san", "santa", "zu",
    ]

    static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv", "v"]

    /// Degrees and memberships whose letters alone could be a name or an initial.
    static let degrees: Set<String> = [
        "md", "phd", "jd", "drph", "mph", "rn", "esq", "esquire", "mba", "dds", "dmd", "do", "msw", "lcsw",
        "llm", "llb", "dnp",
        "msn", "ms", "ma", "ba", "bs", "bsn", "mpp", "mpa", "mhs", "mha", "mhsa", "pharmd", "edd", "scd",
        "dsc", "psyd", "dvm",
        "cpa", "cfa", "cae", "faan", "facog", "faap", "facp", "macp", "facs", "fache", "fnp", "np", "cnm",
        "pa", "pe",
        "aprn", "rph", "mbbs", "frcp", "msc", "mphil", "dphil", "med", "mdiv", "otr", "pt", "dpt", "aud",
        "ret",
    ]
}
