/// What Extracting can be told. Part of its fingerprint.
public struct ExtractionSettings: Sendable, Hashable, Codable {
    /// Which pages of a scan are read by OCR.
    public enum OCR: String, Sendable, Hashable, Codable, CaseIterable {
        /// Pages whose text layer is missing or reads badly.
        case auto
        case never
        /// Every page of a PDF; the better of both texts is kept.
        case always
    }

    /// Pages read of one document; further ones are left out with a finding. Default 5,000: longer than any
    /// rule's comment file, short enough that a bomb of empty pages ends.
    public var maximumPages = 5_000
    /// Bytes (UTF-8) of text that are kept of one document; the rest is left out with a finding. Default 2 MiB: some 800
    /// pages, and half as much again as the longest of 965 letters, papers and rules.
    public var textBytes = 2 << 20
    /// Default auto: OCR costs a thousand times what a text layer does.
    public var ocr = OCR.auto
    /// Dots per inch at which a page is rendered for OCR. Default 300: tesseract is trained for letters of about
    /// 30 pixels, which is 11-point type at 300.
    public var ocrResolution = 300
    /// Pixels of a rendered page at most; larger pages are rendered more coarsely. Default 20 million: a legal
    /// sheet at 300 dots per inch has 11 million, and a poster must not fill the worker's memory.
    public var ocrPixels = 20_000_000
    /// Attached files of one original that are read; further ones are only named. Default 100: a portfolio of a
    /// whole docket's annexes.
    public var maximumAttachments = 100
    /// Bytes of one attached file at most. Default 64 MiB: more than a mail server lets through.
    public var attachmentBytes = 64 << 20

    /// The encoding that a document's server declared: of one document, no part of the fingerprint. Default: none.
    public var declaredEncoding: String?

    public init() {}
}
