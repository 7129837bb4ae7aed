import Correspondence

/// Reads plain text and Markdown.
public struct PlainTextExtractor: Extractor {
    public init() {}

    public var mediaTypes: [MediaType] { [.plain, .markdown] }

    public func extract(
        _ original: [UInt8], as mediaType: MediaType, settings: ExtractionSettings
    ) throws(ExtractionError) -> ExtractedText {
        let decoded = decode(original, declared: settings.declaredEncoding)
        let text = String(decoding: decoded.utf8, as: UTF8.self)
        var document = DocumentMetadata()
        let parts = mediaType == .markdown ? MarkdownFrontMatter.split(text) : (fields: [:], body: text[...])
        MarkdownFrontMatter.apply(parts.fields, to: &document)
        let blocks = PlainTextBlocks.read(parts.body, isMarkdown: mediaType == .markdown)
        let composed = HTMLComposer.compose(blocks)
        return ExtractedText(
            mediaType: mediaType,
            pages: [Page(number: 1, text: composed.text, source: .plain)],
            layouts: [PageLayout(page: 1, lines: composed.lines)],
            document: document,
            language: parts.fields["lang"] ?? parts.fields["language"],
            quality: TextQuality(
                text: composed.text.isEmpty ? .none : .good,
                reason: composed.text.isEmpty ? "the file has no text" : nil))
    }
}
