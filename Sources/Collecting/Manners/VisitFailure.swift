/// A redirect on the way to an answer.
public struct Redirect: Sendable, Hashable, Codable {
    public var status: Int
    /// Where it leads to, as it may be shown.
    public var url: String

    public init(status: Int, url: String) {
        self.status = status
        self.url = url
    }
}

/// Why a visit came to no answer.
enum VisitFailure: Error, Sendable, CustomStringConvertible {
    /// The host's `robots.txt` does not allow it.
    case disallowed(String)
    /// The server says "later", and has said so to every try.
    case later(HTTPResponse)
    case http(HTTPError)
    /// The source's time for this night is over.
    case outOfTime

    var description: String {
        switch self {
        case .disallowed(let url):
            "\(url): its robots.txt does not allow it: ask its owner, or take the address out of the source"
        case .later(let response):
            "\(response.address.shown): status \(response.status) at every try: the next night tries again"
        case .http(let error): error.description
        case .outOfTime: "the source's time for this night is over: the next night goes on"
        }
    }
}
