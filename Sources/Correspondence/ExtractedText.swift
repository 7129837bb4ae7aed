/// What Extracting makes of an original, and all that the later stages know of its content.
public struct ExtractedText: Sendable, Hashable, Codable {
    public var mediaType: MediaType
    public var pages: [Page]
    /// One for each page, in the same order.
    public var layouts: [PageLayout]
    public var document: DocumentMetadata
    /// BCP 47 primary language, where stated or plain to see.
    public var language: String?
    public var quality: TextQuality
    public var findings: [Finding]

    public init(
        mediaType: MediaType, pages: [Page], layouts: [PageLayout], document: DocumentMetadata,
        language: String? = nil, quality: TextQuality, findings: [Finding] = []
    ) {
        self.mediaType = mediaType
        self.pages = pages
        self.layouts = layouts
        self.document = document
        self.language = language
        self.quality = quality
        self.findings = findings
    }
}

/// The formats that Letterbook reads.
public enum MediaType: String, Sendable, Hashable, Codable, CaseIterable {
    case pdf = "application/pdf"
    case html = "text/html"
    case xhtml = "application/xhtml+xml"
    case plain = "text/plain"
    case markdown = "text/markdown"
    case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case email = "message/rfc822"
}

/// What a document says of itself: PDF's Info and XMP, HTML's head, JSON-LD, Dublin Core.
public struct DocumentMetadata: Sendable, Hashable, Codable {
    public var title: String?
    public var author: String?
    public var siteName: String?
    public var canonicalURL: String?
    public var description: String?
    /// ISO 8601 day or month: when the page says it was published, and last modified.
    public var published: String?
    public var modified: String?
    /// PDF's creation date, ISO 8601.
    public var created: String?
    public var producer: String?
    public var creator: String?
    public var keywords: [String]?
    public var pageCount: Int?
    /// http, https and mailto targets of the text's links, in order, each once.
    public var links: [String]?
    /// Names of embedded files.
    public var attachments: [String]?

    public init() {}
}
