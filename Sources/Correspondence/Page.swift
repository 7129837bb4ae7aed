/// One page of a letter as it can be read. HTML and plain text have one page.
public struct Page: Sendable, Hashable, Codable {
    /// Where a page's text came from.
    public enum Source: String, Sendable, Hashable, Codable {
        case textLayer, ocr, html, plain
    }

    /// From 1, in the original.
    public var number: Int
    /// Running text: NFC, no control characters but `\n`; a blank line between blocks.
    public var text: String
    /// Running heads, page numbers, line numbers and stamps: kept, but out of the running text.
    public var margin: String?
    public var source: Source
    /// How well the text reads, 0 to 1.
    public var quality: Double?

    public init(
        number: Int, text: String, margin: String? = nil, source: Source, quality: Double? = nil
    ) {
        self.number = number
        self.text = text
        self.margin = margin
        self.source = source
        self.quality = quality
    }
}

/// The verdict on a whole letter's text.
public struct TextQuality: Sendable, Hashable, Codable {
    public enum Verdict: String, Sendable, Hashable, Codable {
        case good, poor, none
    }

    public var text: Verdict
    public var reason: String?

    public init(text: Verdict, reason: String? = nil) {
        self.text = text
        self.reason = reason
    }
}
