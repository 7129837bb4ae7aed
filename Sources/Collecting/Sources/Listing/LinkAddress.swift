/// The address that a link leads to, in the one form in which lists of a source are compared: absolute, without fragment,
/// without what mailings and social networks append to count clicks.
enum LinkAddress {
    /// Longest address that is taken, in bytes: servers take about 8,000 (RFC 9110, 4.1).
    static let longest = 8_000

    /// - Parameter reference: an `href` as the page writes it, or an address in a feed.
    /// - Returns: nil for what leads to no page: `javascript:`, `data:`, `mailto:`, `tel:`, a fragment alone, nonsense.
    static func resolve(_ reference: String, on base: WebAddress) -> String? {
        let cleaned = clean(reference)
        guard !cleaned.isEmpty, !cleaned.hasPrefix("#"), cleaned.utf8.count <= longest else { return nil }
        if let scheme = scheme(of: cleaned), scheme != "http", scheme != "https" { return nil }
        do {
            return plain(try base.resolving(cleaned))
        } catch {
            // A link that cannot be read is no link: pages are full of them.
            return nil
        }
    }

    /// What two addresses share that lead to the same thing: `http` and `https`, `www.` and a final `/` make no
    /// difference.
    static func key(_ address: String) -> String {
        var rest = address[...]
        if let colon = rest.range(of: "://") { rest = rest[colon.upperBound...] }
        if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        return String(rest)
    }

    /// As browsers do: white space around it and line breaks in it are dropped. An ampersand that was escaped twice is
    /// one ampersand.
    private static func clean(_ reference: String) -> String {
        var text = String(
            String.UnicodeScalarView(reference.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
        )
        while text.hasPrefix(" ") { text.removeFirst() }
        while text.hasSuffix(" ") { text.removeLast() }
        guard text.contains("&") else { return text }
        for damage in ["&amp;", "&#38;", "&#038;", "&#x26;"] {
            text = text.replacing(damage, with: "&")
        }
        return text
    }

    /// `mailto` of `mailto:x`; nil where no scheme stands.
    private static func scheme(of text: String) -> String? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = text[..<colon]
        guard let first = name.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic else {
            return nil
        }
        let isScheme = name.unicodeScalars.allSatisfy {
            $0.isASCII
                && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "+" || $0 == "-"
                    || $0 == ".")
        }
        return isScheme ? name.lowercased() : nil
    }

    private static func plain(_ address: WebAddress) -> String {
        let text = withCapitalEscapes(address.text)
        guard let query = address.query, let mark = text.firstIndex(of: "?") else {
            return text.hasSuffix("?") ? String(text.dropLast()) : text
        }
        let kept = withCapitalEscapes(query).split(separator: "&").filter { item in
            !isTracking(item.prefix { $0 != "=" }.lowercased())
        }
        let rest = kept.joined(separator: "&")
        return text[..<mark] + (rest.isEmpty ? "" : "?" + rest)
    }

    /// `%c3` is `%C3` (RFC 3986, 6.2.2.1).
    private static func withCapitalEscapes(_ text: String) -> String {
        guard text.contains("%") else { return text }
        var bytes = Array(text.utf8)
        for index in bytes.indices where index >= 2 {
            if bytes[index - 2] == 0x25 || (bytes[index - 1] == 0x25 && index >= 1) {
                if (0x61...0x66).contains(bytes[index]) { bytes[index] -= 0x20 }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isTracking(_ name: String) -> Bool {
        name.hasPrefix("utm_") || tracking.contains(name)
    }

    private static let tracking: Set<String> = [
        "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi",
        "hsctatracking",
        "mkt_tok", "igshid", "trk", "ref_src",
    ]
}
