import Scanning

/// The states, by name and postal code, as far as addresses and state bodies need them.
enum StateNames {
    /// Codes in small letters by names in small letters.
    static let codes: [String: String] = [
        "alabama": "al", "alaska": "ak", "arizona": "az", "arkansas": "ar", "california": "ca",
        "colorado": "co",
        "connecticut": "ct", "delaware": "de", "florida": "fl", "georgia": "ga", "hawaii": "hi",
        "idaho": "id",
        "illinois": "il", "indiana": "in", "iowa": "ia", "kansas": "ks", "kentucky": "ky", "louisiana": "la",
        "maine": "me", "maryland": "md", "massachusetts": "ma", "michigan": "mi", "minnesota": "mn",
        "mississippi": "ms", "missouri": "mo", "montana": "mt", "nebraska": "ne", "nevada": "nv",
        "new hampshire": "nh", "new jersey": "nj", "new mexico": "nm", "new york": "ny",
        "north carolina": "nc",
        "north dakota": "nd", "ohio": "oh", "oklahoma": "ok", "oregon": "or", "pennsylvania": "pa",
        "rhode island": "ri", "south carolina": "sc", "south dakota": "sd", "tennessee": "tn", "texas": "tx",
        "utah": "ut", "vermont": "vt", "virginia": "va", "washington": "wa", "west virginia": "wv",
        "wisconsin": "wi", "wyoming": "wy", "columbia": "dc", "puerto rico": "pr", "guam": "gu",
    ]

    /// The state of an address's last line: `Boston, MA 02133`, `Albany, New York 12207`.
    static func code(ofPlace line: String) -> String? {
        let text = IndexedText(line)
        guard let match = place.firstMatch(in: text), let range = match[1] else { return nil }
        let name = text[range].lowercased().filter { $0 != "." && $0 != "," }
        if name.count == 2, codes.values.contains(name) { return name }
        return codes[name]
    }

    private static let place = Pattern(
        literal:
            #"(?:\A|[\s,.])([A-Z]{2}|[A-Z]\.\s?[A-Z]\.|(?:New|North|South|West|Rhode)\s+[A-Z][a-z]+|[A-Z][a-z]+),?\s+\d{5}"#
    )

    /// The state whose legislature a text names: `Maryland State Legislature`, `Ohio Senate`.
    static func legislature(in text: String) -> (code: String, range: Range<Int>)? {
        let text = IndexedText(text)
        guard let match = body.firstMatch(in: text), let range = match[1],
            let code = codes[text[range].lowercased()]
        else { return nil }
        return (code, range)
    }

    private static let body = Pattern(
        literal:
            #"\b((?:New|North|South|West|Rhode)\s+[A-Z][a-z]+|[A-Z][a-z]+)\s+(?:State\s+)?(?:Senate|House\s+of|Legislature|General\s+(?:Assembly|Court)|Assembly)\b"#
    )
}
