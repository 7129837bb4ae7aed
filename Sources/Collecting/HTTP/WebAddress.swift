import CCurl

/// An address that can be asked: absolute, `http` or `https`, as libcurl itself reads it, so that what was checked is
/// what is asked.
///
/// The fragment is left out, and so are a user's name and password: they go nowhere, neither to the server nor into
/// custody.
struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    /// The whole address, normalised.
    let text: String
    /// `http` or `https`.
    let scheme: String
    /// In lower case; IPv6 in brackets.
    let host: String
    /// As written, or the scheme's own.
    let port: Int
    /// Begins with `/`.
    let path: String
    /// Without `?`; nil where there is none.
    let query: String?

    var description: String { text }

    /// - Throws: `HTTPError.Reason.malformedAddress` or `.otherScheme`.
    init(_ text: String) throws(HTTPError) {
        try self.init(text, on: nil)
    }

    /// An address as a page or a redirect writes it, relative to this one.
    func resolving(_ reference: String) throws(HTTPError) -> WebAddress {
        try WebAddress(reference, on: self)
    }

    private init(_ text: String, on base: WebAddress?) throws(HTTPError) {
        let parser = AddressParser()
        if let base { parser.set(CURLUPART_URL, base.text) }
        guard !text.utf8.contains(0), parser.set(CURLUPART_URL, text) else {
            throw HTTPError(.malformedAddress, at: text)
        }
        parser.remove([CURLUPART_FRAGMENT, CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS])
        let scheme = parser.get(CURLUPART_SCHEME)?.lowercased() ?? ""
        guard scheme == "http" || scheme == "https" else { throw HTTPError(.otherScheme(scheme), at: text) }
        let host = parser.get(CURLUPART_HOST)?.lowercased() ?? ""
        guard !host.isEmpty, parser.set(CURLUPART_HOST, host), let whole = parser.get(CURLUPART_URL) else {
            throw HTTPError(.malformedAddress, at: text)
        }
        self.text = whole
        self.scheme = scheme
        self.host = host
        port = parser.get(CURLUPART_PORT).flatMap(Int.init) ?? (scheme == "https" ? 443 : 80)
        path = parser.get(CURLUPART_PATH) ?? "/"
        query = parser.get(CURLUPART_QUERY)
    }

    /// Scheme, host and port: what shares a `robots.txt`, and beyond which no secret goes.
    var origin: String { "\(scheme)://\(host):\(port)" }

    /// Path and query, as `robots.txt` is matched against.
    var pathAndQuery: String { path + (query.map { "?" + $0 } ?? "") }

    /// Whether the host may be one of the internet, as far as its name tells: neither a private address nor a name that
    /// only a network of one's own knows.
    var isPublicByName: Bool {
        if let address = PeerAddress(host) { return address.isPublic }
        let name = host.hasSuffix(".") ? String(host.dropLast()) : host
        let ours = [
            ".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa", ".test", ".invalid",
        ]
        return name.contains(".") && !ours.contains(where: name.hasSuffix)
    }

    /// The address for custody, logs and messages: what carries a secret is left out of the query. Signatures of one
    /// hour go too, so that the same file keeps the same address.
    var shown: String {
        guard let query, let mark = text.firstIndex(of: "?") else { return text }
        let kept = query.split(separator: "&", omittingEmptySubsequences: false).filter {
            !Self.isSecret(String($0.prefix { $0 != "=" }))
        }
        let rest = kept.joined(separator: "&")
        return text[..<mark] + (rest.isEmpty ? "" : "?" + rest)
    }

    private static func isSecret(_ name: String) -> Bool {
        let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
        return secrets.contains(plain) || plain.hasPrefix("xamz") || plain.hasPrefix("xgoog")
    }

    private static let secrets: Set<String> = [
        "apikey", "xapikey", "accesstoken", "accesskey", "authtoken", "token", "key", "password", "passwd",
        "pwd",
        "secret", "clientsecret", "sessionid", "phpsessid", "jsessionid", "jwt", "subscriptionkey",
        "signature",
        "sig", "awsaccesskeyid", "expires", "keypairid", "policy", "auth",
    ]
}

/// libcurl's parser of addresses; the pointer never leaves this file.
private final class AddressParser {
    private let parser: OpaquePointer?

    init() { parser = curl_url() }

    deinit { curl_url_cleanup(parser) }

    @discardableResult
    func set(_ part: CURLUPart, _ text: String) -> Bool {
        curl_url_set(parser, part, text, UInt32(CURLU_URLENCODE)) == CURLUE_OK
    }

    func remove(_ parts: [CURLUPart]) {
        for part in parts { curl_url_set(parser, part, nil, 0) }
    }

    func get(_ part: CURLUPart) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        let flags = UInt32(CURLU_NO_DEFAULT_PORT)
        guard curl_url_get(parser, part, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
