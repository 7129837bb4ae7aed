/// Where, when and how an original was obtained. One line of a custody log.
public struct Custody: Sendable, Hashable, Codable {
    public var source: String
    public var url: String?
    public var finalURL: String?
    public var listing: String?
    public var linkText: String?
    /// Heading of the list that it stood under, and the words beside its link.
    public var section: String?
    public var teaser: String?
    /// The day that the list gives it: EDTF. Not the letter's own date.
    public var listedDate: String?
    /// Other addresses of the same letter, such as the landing page of a PDF.
    public var otherURLs: [String]?
    /// What the source states of it, by the source's own names: `docketId`, `postedDate`.
    public var stated: [String: String]?
    /// ISO 8601, UTC.
    public var collectedAt: String?
    public var status: Int?
    public var etag: String?
    public var lastModified: String?
    public var note: String?

    public init(source: String) { self.source = source }
}

/// The bytes of a letter as they came in.
public struct Original: Sendable, Hashable, Codable {
    /// Fixity: lower-case hexadecimal.
    public var sha256: String
    public var bytes: Int
    public var mediaType: MediaType
    /// Sorted, relative to the corpus.
    public var paths: [String]
    /// Only for a part of a file: its pages there.
    public var pages: [Int]?

    public init(sha256: String, bytes: Int, mediaType: MediaType, paths: [String], pages: [Int]? = nil) {
        self.sha256 = sha256
        self.bytes = bytes
        self.mediaType = mediaType
        self.paths = paths
        self.pages = pages
    }
}

/// Fingerprints of the stages that made a record: version, settings and definitions in one short hash each.
public struct Provenance: Sendable, Hashable, Codable {
    /// `letterbook 0.1.0`.
    public var program: String
    public var extract: String
    public var describe: String
    public var tag: String

    public init(program: String, extract: String, describe: String, tag: String) {
        self.program = program
        self.extract = extract
        self.describe = describe
        self.tag = tag
    }
}

/// A letter's original is gone; the record stays, because citations point to it.
public struct Withdrawal: Sendable, Hashable, Codable {
    /// ISO 8601 day.
    public var since: String
    public var reason: String
    /// Id of the letter that took its place in the corpus: the same path held its bytes from that day on.
    public var replacedBy: String?

    public init(since: String, reason: String, replacedBy: String? = nil) {
        self.since = since
        self.reason = reason
        self.replacedBy = replacedBy
    }
}
