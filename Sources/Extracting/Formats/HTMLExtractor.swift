import Correspondence
import Markup

/// Reads web pages: the main text, what stands in the page's header and footer, and what its head says.
public struct HTMLExtractor: Extractor {
    public init() {}

    public var mediaTypes: [MediaType] { [.html, .xhtml] }

    public func extract(
        _ original: [UInt8], as mediaType: MediaType, settings: ExtractionSettings
    ) throws(ExtractionError) -> ExtractedText {
        let decoded = decode(original, declared: settings.declaredEncoding, isMarkup: true)
        let document = try parsed(HTMLRepair.repaired(decoded.utf8))
        let page = HTMLPage(document)
        var metadata = HTMLMetadata(page)
        var main = HTMLMainText.find(in: page, data: metadata.data)
        let composed = HTMLComposer.compose(main.blocks)
        main.blocks = []
        metadata.read(text: composed.text)
        metadata.read(linksIn: main.roots, of: main.page)
        let margin = HTMLMargin.read(page, around: main.roots)
        return ExtractedText(
            mediaType: mediaType,
            pages: [Page(number: 1, text: composed.text, margin: margin?.text, source: .html)],
            layouts: [PageLayout(page: 1, lines: composed.lines, marginLines: margin?.lines ?? [])],
            document: metadata.document,
            language: metadata.language,
            quality: TextQuality(
                text: composed.text.isEmpty ? .none : .good,
                reason: composed.text.isEmpty ? "the page has no text" : nil))
    }

    private func parsed(_ utf8: [UInt8]) throws(ExtractionError) -> HTMLDocument {
        do {
            return try HTMLDocument(parsing: utf8)
        } catch {
            switch error {
            case .outOfMemory: throw .limit("memory")
            case .tooLong: throw .limit("2 GB of markup")
            }
        }
    }
}
