import Correspondence

/// A page of a list, a feed or an interface that a source asks for, as opposed to a letter.
struct ListRequest: Sendable, Hashable {
    /// Absolute, `http` or `https`.
    var url: String
    /// Sent beside those that every request has; a key belongs here, never in `url`.
    var headers: [String: String] = [:]
    /// What the source needs to know again when it reads the answer.
    var context: [String: String] = [:]
}

/// The answer to a `ListRequest`.
struct ListAnswer: Sendable {
    var request: ListRequest
    /// After redirects; what addresses in the page are relative to.
    var finalURL: String
    /// Media type without parameters, in lower case, as the server says.
    var contentType: String?
    var body: [UInt8]
}

/// A letter that a list names.
struct ListedItem: Sendable, Hashable {
    /// Absolute.
    var url: String
    /// Other addresses of the same letter, such as the landing page of a PDF: what is fetched is `url`.
    var otherURLs: [String] = []
    /// Sent when it is fetched, beside those that every request has.
    var headers: [String: String] = [:]
    /// Address of the list that names it.
    var listing: String
    /// Words of the link, spaces joined.
    var linkText: String?
    /// Heading that it stands under.
    var section: String?
    /// Words beside the link.
    var teaser: String?
    /// The day that the list gives it: EDTF, `2020-03` where only the month is said.
    var listedDate: String?
    /// `lastmod` of a sitemap, `updated` of a feed: where it stands as at the last visit, it need not be asked for.
    var stamp: String?
    /// The source says that it is withdrawn: nothing is fetched, what was collected gets a note. `url` may be among the
    /// `otherURLs` of what was collected: a comment's record, of which an attachment was kept.
    var isWithdrawn = false
    /// A page that itself links the letter: it is read as a list of its own, and kept where it links none.
    var isLandingPage = false
    /// The letter itself, where the source's own answer holds it: nothing is fetched then.
    var inline: InlineOriginal?
    /// What else the source states of it, such as `docketId`, `postedDate` and `organization`. The source's facts, never
    /// the letter's own.
    var facts: [String: String] = [:]
}

/// A letter that stands in the answer of an interface, such as the text of a comment without an attachment.
struct InlineOriginal: Sendable, Hashable {
    var bytes: [UInt8]
    /// `text/plain` or `text/html`, in UTF-8.
    var contentType: String
}

/// What a list holds.
struct ListReading: Sendable, Hashable {
    var items: [ListedItem] = []
    /// Further lists to read: next pages, archives of years, documents of a docket.
    var next: [ListRequest] = []
    /// Rules and notices, where the source is one of policy events.
    var events: [RecordedEvent] = []
}

/// How one kind of source is read over the network. Pure: requests and answers are values, nothing is fetched here.
///
/// To add a kind: a file `<Kind>Source.swift` beside this one, a saved page of our own making, a golden file, and an
/// entry in `sourceReaders`.
protocol SourceReader: Sendable {
    static var kind: Source.Kind { get }

    /// The first lists to ask for.
    ///
    /// - Parameters:
    ///   - environment: for keys; nothing else is read from it.
    /// - Throws: `SourceError` where the definition lacks something.
    static func start(
        _ source: Source, environment: [String: String]
    ) throws(SourceError) -> [ListRequest]

    /// What an answer holds.
    ///
    /// - Throws: `SourceError.unreadable` where it is not what such a source gives.
    static func read(_ answer: ListAnswer, of source: Source) throws(SourceError) -> ListReading
}

extension SourceReader {
    /// Each of the source's addresses.
    static func start(
        _ source: Source, environment: [String: String]
    ) throws(SourceError) -> [ListRequest] {
        source.urls.map { ListRequest(url: $0) }
    }
}

/// Why a source cannot be read.
enum SourceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The definition lacks something: what, and how to give it.
    case incomplete(String)
    /// The answer is not what such a source gives.
    case unreadable(String)

    var description: String {
        switch self {
        case .incomplete(let what): what
        case .unreadable(let what): "the list cannot be read: \(what)"
        }
    }
}
