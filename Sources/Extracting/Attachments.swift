import Correspondence

/// A file within an original: attached to a message, embedded in a PDF.
public struct AttachedFile: Sendable, Hashable {
    /// As the original calls it; hostile, shown and never opened.
    public var name: String
    /// Empty where they are over the limit or cannot be had.
    public var bytes: [UInt8]
    /// Where the original says it in a way that can be trusted.
    public var mediaType: MediaType?

    public init(name: String, bytes: [UInt8], mediaType: MediaType? = nil) {
        self.name = name
        self.bytes = bytes
        self.mediaType = mediaType
    }
}

/// An attached file that is an original of its own: a letter in a message, a member of a portfolio.
public struct Attachment: Sendable, Hashable {
    /// From 1, in the order of the original, files that are no letters counted too.
    public var number: Int
    /// Without folders and without control characters.
    public var name: String
    public var mediaType: MediaType
    public var bytes: [UInt8]

    /// Nil for a file that is no document: a picture, a calendar entry, what mail programs add by themselves.
    init?(_ file: AttachedFile, number: Int, settings: ExtractionSettings) {
        guard number <= settings.maximumAttachments, !file.bytes.isEmpty,
            file.bytes.count <= settings.attachmentBytes
        else { return nil }
        let name = Self.name(file.name)
        guard !Self.isProgramsOwn(name), let mediaType = file.mediaType ?? Self.mediaType(file.bytes, name)
        else {
            return nil
        }
        self.number = number
        self.name = name
        self.mediaType = mediaType
        self.bytes = file.bytes
    }

    /// Formats in which letters are sent. A text file beside a message is a list or a signature.
    private static func mediaType(_ bytes: [UInt8], _ name: String) -> MediaType? {
        guard case .readable(let mediaType) = recognize(bytes, name: name) else { return nil }
        return switch mediaType {
        case .pdf, .html, .xhtml, .docx, .email: mediaType
        case .plain, .markdown: nil
        }
    }

    private static func name(_ text: String) -> String {
        let last = text.split { $0 == "/" || $0 == "\\" }.last ?? ""
        let shown = last.unicodeScalars.filter { !$0.properties.generalCategory.isHidden }
        let name = String(String.UnicodeScalarView(shown)).prefix(120)
        return name.isEmpty ? "unnamed" : String(name)
    }

    /// `ATT00001.htm`: the piece of a message that a mail server cut off behind an attachment.
    private static func isProgramsOwn(_ name: String) -> Bool {
        let stem = name.prefix { $0 != "." }
        return stem.hasPrefix("ATT") && stem.count > 5 && stem.dropFirst(3).allSatisfy(\.isNumber)
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isHidden: Bool {
        switch self {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            true
        default: false
        }
    }
}

/// The letters among an original's attached files, in its order.
///
/// Pure: the same bytes and settings give the same attachments.
///
/// - Parameter keep: what is kept of each; its bytes are let go of before those of the next are read.
/// - Throws: `ExtractionError` where the original cannot be opened.
public func attachments<Kept>(
    in original: [UInt8], as mediaType: MediaType, settings: ExtractionSettings = ExtractionSettings(),
    keeping keep: (Attachment) -> Kept?
) throws(ExtractionError) -> [Kept] {
    guard let extractor = extractors.first(where: { $0.mediaTypes.contains(mediaType) }) else { return [] }
    var kept: [Kept] = []
    var number = 0
    try extractor.visitAttachedFiles(in: original, settings: settings) { file in
        number += 1
        guard let attachment = Attachment(file, number: number, settings: settings) else { return }
        if let found = keep(attachment) { kept.append(found) }
    }
    return kept
}

/// The letters among an original's attached files, whole.
///
/// - Throws: `ExtractionError` where the original cannot be opened.
public func attachments(
    in original: [UInt8], as mediaType: MediaType, settings: ExtractionSettings = ExtractionSettings()
) throws(ExtractionError) -> [Attachment] {
    try attachments(in: original, as: mediaType, settings: settings) { $0 }
}
