/// A server's answer, whatever its status.
struct HTTPResponse: Sendable, Hashable {
    struct Header: Sendable, Hashable {
        /// In lower case.
        var name: String
        var value: String
    }

    var address: WebAddress
    var status: Int
    /// In the order they came.
    var headers: [Header] = []
    /// After decompression.
    var body: [UInt8] = []

    /// The value of a header; of several equal ones the last.
    ///
    /// - Parameter name: in lower case.
    subscript(name: String) -> String? { headers.last { $0.name == name }?.value }

    /// Media type without parameters, in lower case.
    var mediaType: String? { ContentType(self["content-type"])?.mediaType }

    /// The encoding that the server declares, in lower case.
    var charset: String? { ContentType(self["content-type"])?.charset }

    /// What tells this version of a file from others when the rest is asked for: a strong ETag, else the date (RFC 9110,
    /// section 13.1.5). Nil where the body came compressed, for then its bytes are not the file's.
    var validator: String? {
        guard self["content-encoding"] == nil else { return nil }
        if let etag = self["etag"], etag.hasPrefix("\"") { return etag }
        return self["last-modified"]
    }

    var isRedirect: Bool { [301, 302, 303, 307, 308].contains(status) && self["location"] != nil }
}

/// `text/html; charset="utf-8"`.
struct ContentType: Sendable, Hashable {
    var mediaType: String
    var charset: String?

    /// Nil where there is none, or nothing that reads like one.
    init?(_ value: String?) {
        guard let value else { return nil }
        let parts = value.split(separator: ";").map { $0.trimmed }
        guard let first = parts.first, first.contains("/") else { return nil }
        mediaType = first.lowercased()
        for part in parts.dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1).map(\.trimmed)
            guard sides.count == 2, sides[0].lowercased() == "charset" else { continue }
            let label = sides[1].filter { $0 != "\"" && $0 != "'" }.lowercased()
            charset = label.isEmpty || label.count > 40 ? nil : label
        }
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    var trimmed: String {
        let tail = drop { $0.isWhitespace }
        return String(tail.reversed().drop { $0.isWhitespace }.reversed())
    }
}
