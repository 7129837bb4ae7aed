/// One request for one address. Redirects are not followed: each is an answer of its own.
struct HTTPRequest: Sendable, Hashable {
    var address: WebAddress
    /// Beside those that every request has; names in any case.
    var headers: [String: String] = [:]
    var limits = HTTPLimits()
    /// Whether an answer may come compressed; not when the rest of a file is asked for.
    var acceptsCompression = true

    init(_ address: WebAddress) { self.address = address }
}
