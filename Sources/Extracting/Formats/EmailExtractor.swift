import Correspondence

/// Reads e-mail messages (RFC 5322, MIME): who wrote to whom, when and about what as the first lines, as a
/// printed message has them; then the text. Attached letters are originals of their own.
public struct EmailExtractor: Extractor {
    public init() {}

    public var mediaTypes: [MediaType] { [.email] }

    public func extract(
        _ original: [UInt8], as mediaType: MediaType, settings: ExtractionSettings
    ) throws(ExtractionError) -> ExtractedText {
        var budget = EmailPart.Budget()
        let message = EmailPart(Self.withoutEnvelope(original), budget: &budget)
        let body = try EmailBody(message)
        guard !body.blocks.isEmpty || !body.isEncrypted else { throw .encrypted }
        let composed = HTMLComposer.compose(Self.head(message.header) + body.blocks)
        var document = DocumentMetadata(message.header)
        document.links = body.links.isEmpty ? nil : body.links
        document.attachments = body.attached.isEmpty ? nil : body.attached.map(\.title)
        let isCut = message.header.isCut || budget.isExceeded
        return ExtractedText(
            mediaType: mediaType,
            pages: [Page(number: 1, text: composed.text, source: body.isHTML ? .html : .plain)],
            layouts: [PageLayout(page: 1, lines: composed.lines)],
            document: document,
            language: message.header.raw("content-language")?.split { !$0.isLetter }.first?.lowercased(),
            quality: Self.quality(body),
            findings: (isCut ? [Self.cut] : []) + Self.unread(body.attached, settings))
    }

    /// A mailbox file's first line (`From jane@example.org Mon May …`) is not the message's.
    private static func withoutEnvelope(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        rest = rest.drop { $0 == 0x0A || $0 == 0x0D }
        if rest.starts(with: Array("From ".utf8)) { _ = EmailHeader.line(of: &rest) }
        return rest
    }

    private static func head(_ header: EmailHeader) -> [HTMLBlock] {
        var block = HTMLBlock(kind: .paragraph, level: nil, node: 0)
        for name in ["From", "To", "Cc", "Date", "Subject"] {
            guard let text = header.text(name.lowercased()) else { continue }
            block.lines.append(HTMLBlock.Line(text: "\(name): \(text)"))
        }
        return block.lines.isEmpty ? [] : [block]
    }

    private static func quality(_ body: EmailBody) -> TextQuality {
        guard body.blocks.isEmpty else { return TextQuality(text: .good) }
        let attached = body.attached.first.map { "; see what is attached: \($0.title)" } ?? ""
        return TextQuality(text: .none, reason: "the message has no text of its own" + attached)
    }

    private static var cut: Finding {
        Finding(
            .warning, stage: "extract", code: "message-cut",
            message:
                "The message has more header fields or nested parts than are read; look at the original.")
    }

    private static func unread(_ parts: [EmailPart], _ settings: ExtractionSettings) -> [Finding] {
        let names = parts.enumerated().filter { index, part in
            Attachment(part.file, number: index + 1, settings: settings) == nil
        }.map(\.element.title)
        guard !names.isEmpty else { return [] }
        let list = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " …" : "")
        return [
            Finding(
                .note, stage: "extract", code: "attachments-unread",
                message: "Attached and not read: \(list). Put letters among them into Corpus as files.")
        ]
    }
}

extension EmailExtractor {
    public func visitAttachedFiles(
        in original: [UInt8], settings: ExtractionSettings, _ visit: (AttachedFile) -> Void
    ) throws(ExtractionError) {
        var budget = EmailPart.Budget()
        let message = EmailPart(Self.withoutEnvelope(original), budget: &budget)
        for part in try EmailBody(message).attached.prefix(settings.maximumAttachments) { visit(part.file) }
    }
}

extension EmailPart {
    fileprivate var file: AttachedFile {
        AttachedFile(name: title, bytes: content, mediaType: type == "message/rfc822" ? .email : nil)
    }
}
