import Correspondence

/// One line of a custody log, `Corpus/collected/<source>/custody.jsonl`: something that was learnt about an original.
/// Lines are only ever added.
public struct CustodyLine: Sendable, Hashable, Codable {
    public enum Event: String, Sendable, Hashable, Codable {
        /// New bytes were kept: a letter, or a new version of one.
        case collected
        /// Bytes that are kept already came from another address, or by another way.
        case found
        /// Other bytes came that say the same: they are not kept. Said once for an address until its text changes.
        case sameText
        /// The address answers that it is gone (404, 410). The original stays.
        case gone
        /// An address that was gone gives the same bytes again.
        case back
        /// The source says that the letter is withdrawn. The original stays.
        case withdrawn
        /// The source lists a withdrawn letter as before.
        case reinstated
        /// A person brought it.
        case received
    }

    public var event: Event
    public var source: String
    /// The address that was asked, without secrets; nil for what has none.
    public var url: String?
    /// Where it lay on this machine, for what another program or a person brought.
    public var place: String?
    /// Where the redirects led to.
    public var finalURL: String?
    public var redirects: [Redirect]?
    /// When it was asked: ISO 8601, UTC.
    public var collectedAt: String
    public var status: Int?
    public var etag: String?
    public var lastModified: String?
    /// As the server calls it.
    public var contentType: String?
    /// The encoding that the server declares.
    public var charset: String?
    /// Of the original that the line is about.
    public var sha256: String?
    /// Of bytes that say the same as the original and are not kept.
    public var variant: String?
    public var bytes: Int?
    /// The original's name in the log's own folder.
    public var file: String?
    /// SHA-256 of the version before, at the same address.
    public var supersedes: String?
    /// What the text says, whatever its markup: see `textPrint`.
    public var text: String?
    public var facts: ItemFacts?
    public var note: String?

    public init(_ event: Event, source: String, at time: String) {
        self.event = event
        self.source = source
        self.collectedAt = time
    }
}

/// What a list says of an item.
public struct ItemFacts: Sendable, Hashable, Codable {
    public var listing: String?
    public var linkText: String?
    public var section: String?
    public var teaser: String?
    public var listedDate: String?
    /// Such as the landing page of a PDF.
    public var otherURLs: [String]?
    /// What the source states of it, by the source's own names.
    public var stated: [String: String]?

    public init() {}
}

extension ItemFacts {
    init(_ item: ListedItem) {
        listing = item.listing.isEmpty ? nil : shownAddress(item.listing)
        linkText = item.linkText
        section = item.section
        teaser = item.teaser
        listedDate = item.listedDate
        otherURLs = item.otherURLs.isEmpty ? nil : item.otherURLs.map(shownAddress)
        stated = item.facts.isEmpty ? nil : item.facts
    }
}

/// An address as custody may have it; what is no web address stays as it is.
func shownAddress(_ text: String) -> String {
    do { return try WebAddress(text).shown } catch { return text }
}

extension Custody {
    /// A line as a letter's record carries it.
    public init(_ line: CustodyLine) {
        self.init(source: line.source)
        url = line.url
        finalURL = line.finalURL == line.url ? nil : line.finalURL
        collectedAt = line.collectedAt
        status = line.status
        etag = line.etag
        lastModified = line.lastModified
        listing = line.facts?.listing
        linkText = line.facts?.linkText
        section = line.facts?.section
        teaser = line.facts?.teaser
        listedDate = line.facts?.listedDate
        otherURLs = line.facts?.otherURLs
        stated = line.facts?.stated
        let notes = [line.note, line.place.map { "lay at \($0)" }, line.said].compactMap { $0 }
        note = notes.isEmpty ? nil : notes.joined(separator: "; ")
    }
}

extension CustodyLine {
    /// What its event means, for a record; nil for the ordinary ones.
    fileprivate var said: String? {
        switch event {
        case .collected: supersedes.map { "a new version; takes the place of \($0.prefix(16))" }
        case .found, .received: nil
        case .sameText: "other bytes with the same text came from here; they are not kept"
        case .gone: "the address says that it is gone"
        case .back: "the address gives it again"
        case .withdrawn: "the source says that it is withdrawn"
        case .reinstated: "the source lists it again"
        }
    }
}
