import Scanning

/// Federal courts by their usual codes: `ca11`, `nysd`, `mdd` (courtlistener.com lists them).
enum CourtNames {
    /// The court of appeals or district court that a text names first.
    static func id(in text: String) -> String? {
        let text = IndexedText(text)
        if let match = district.firstMatch(in: text), let state = match[2] {
            let name = text[state].split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
                .lowercased()
            if let code = StateNames.codes[name] {
                let part = match[1].map { text[$0].prefix(1).lowercased() } ?? ""
                return "\(code)\(part)d"
            }
        }
        guard let match = circuit.firstMatch(in: text), let number = match[1] else { return nil }
        return circuits[text[number].lowercased().filter { $0 != "." && $0 != " " }]
    }

    private static let district = Pattern(
        literal: #"""
            \b(?:(Northern|Southern|Eastern|Western|Central|Middle)\s+)?District\s+
            (?:of|Court\s+(?:of|for)(?:\s+the)?(?!\s+(?:Northern|Southern|Eastern|Western|Central|Middle|District)\b))\s+
            ((?:New|North|South|West|Rhode|Puerto)\s+[A-Z][a-z]+|[A-Z][a-z]+)
            """#, options: [.spaced])
    private static let circuit = Pattern(
        literal:
            #"\b(First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|\d{1,2}(?:st|nd|rd|th)|D\.?\s?C\.?|Federal)\s+Circuit\b"#
    )
    private static let circuits = [
        "first": "ca1", "second": "ca2", "third": "ca3", "fourth": "ca4", "fifth": "ca5", "sixth": "ca6",
        "seventh": "ca7", "eighth": "ca8", "ninth": "ca9", "tenth": "ca10", "eleventh": "ca11", "1st": "ca1",
        "2nd": "ca2", "3rd": "ca3", "4th": "ca4", "5th": "ca5", "6th": "ca6", "7th": "ca7", "8th": "ca8",
        "9th": "ca9", "10th": "ca10", "11th": "ca11", "dc": "cadc", "federal": "cafc",
    ]

    /// Whether an address is a court's, though it does not say which: a clerk, a judge, a courthouse.
    static let mark = Pattern(
        literal:
            #"\b(?:Clerk\s+of\s+(?:the\s+)?Court|Courthouse|(?:District|Circuit|Bankruptcy)\s+Court|Courts?\s+of\s+Appeals|Chief\s+Judge|District\s+Judge|Chambers)\b"#
    )

    /// The district whose court sits in a city, where a state has several.
    static func id(sittingIn place: String) -> String? {
        guard let code = StateNames.code(ofPlace: place) else { return nil }
        let city = place.prefix { $0 != "," }.split(separator: " ").joined(separator: " ").lowercased()
        if let part = seats[code]?[city] { return "\(code)\(part)d" }
        return seats[code] == nil ? "\(code)d" : nil
    }

    /// Seats of district courts in the states that have more than one district (28 U.S.C. 81-131).
    private static let seats: [String: [String: String]] = [
        "al": ["birmingham": "n", "huntsville": "n", "montgomery": "m", "mobile": "s"],
        "ar": ["little rock": "e", "jonesboro": "e", "fort smith": "w", "fayetteville": "w"],
        "ca": [
            "san francisco": "n", "oakland": "n", "san jose": "n", "sacramento": "e", "fresno": "e",
            "los angeles": "c", "santa ana": "c", "riverside": "c", "san diego": "s",
        ],
        "fl": [
            "tallahassee": "n", "pensacola": "n", "gainesville": "n", "tampa": "m", "orlando": "m",
            "jacksonville": "m", "fort myers": "m", "miami": "s", "fort lauderdale": "s",
            "west palm beach": "s",
        ],
        "ga": ["atlanta": "n", "rome": "n", "macon": "m", "columbus": "m", "savannah": "s", "augusta": "s"],
        "il": [
            "chicago": "n", "rockford": "n", "springfield": "c", "peoria": "c", "urbana": "c",
            "east st louis": "s", "benton": "s",
        ],
        "in": ["south bend": "n", "fort wayne": "n", "hammond": "n", "indianapolis": "s", "evansville": "s"],
        "ia": ["cedar rapids": "n", "sioux city": "n", "des moines": "s", "davenport": "s"],
        "ky": ["lexington": "e", "covington": "e", "louisville": "w", "bowling green": "w"],
        "la": ["new orleans": "e", "baton rouge": "m", "shreveport": "w", "lafayette": "w"],
        "mi": ["detroit": "e", "flint": "e", "grand rapids": "w", "kalamazoo": "w"],
        "ms": ["oxford": "n", "greenville": "n", "jackson": "s", "gulfport": "s"],
        "mo": ["st louis": "e", "cape girardeau": "e", "kansas city": "w", "springfield": "w"],
        "ny": [
            "syracuse": "n", "albany": "n", "utica": "n", "new york": "s", "white plains": "s",
            "brooklyn": "e", "central islip": "e", "buffalo": "w", "rochester": "w",
        ],
        "nc": ["raleigh": "e", "wilmington": "e", "greensboro": "m", "charlotte": "w", "asheville": "w"],
        "oh": [
            "cleveland": "n", "toledo": "n", "akron": "n", "columbus": "s", "cincinnati": "s", "dayton": "s",
        ],
        "ok": ["tulsa": "n", "muskogee": "e", "oklahoma city": "w"],
        "pa": [
            "philadelphia": "e", "allentown": "e", "harrisburg": "m", "scranton": "m", "pittsburgh": "w",
            "erie": "w",
        ],
        "tn": ["knoxville": "e", "chattanooga": "e", "nashville": "m", "memphis": "w", "jackson": "w"],
        "tx": [
            "dallas": "n", "fort worth": "n", "lubbock": "n", "houston": "s", "corpus christi": "s",
            "brownsville": "s", "san antonio": "w", "austin": "w", "el paso": "w", "tyler": "e",
            "beaumont": "e",
        ],
        "va": ["alexandria": "e", "richmond": "e", "norfolk": "e", "roanoke": "w", "charlottesville": "w"],
        "wa": ["spokane": "e", "yakima": "e", "seattle": "w", "tacoma": "w"],
        "wv": ["clarksburg": "n", "wheeling": "n", "charleston": "s", "huntington": "s"],
        "wi": ["milwaukee": "e", "green bay": "e", "madison": "w"],
    ]
}
