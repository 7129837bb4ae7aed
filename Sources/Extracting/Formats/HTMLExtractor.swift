import Correspondence
import Markup

/// Reads web pages: the main text, what stands in the page's header and footer, and what its head says.
public struct HTMLExtractor: Extractor {
    public init() {}

    public var mediaTypes: [MediaType] { [.html, .xhtml] }

    public func extract(
        _ original: [UInt8], as mediaType: MediaType, settings: ExtractionSettings
    ) throws(ExtractionError) -> ExtractedText {
        let decoded = decode(original, isMarkup: true)
        let document = try parsed(HTMLRepair.repaired(decoded.utf8))
        let page = HTMLPage(document)
        let blocks = HTMLMainText.blocks(of: page)
        let composed = HTMLComposer.compose(blocks)
        return ExtractedText(
            mediaType: mediaType,
            pages: [Page(number: 1, text: composed.text, source: .html)],
            layouts: [PageLayout(page: 1, lines: composed.lines)],
            document: DocumentMetadata(),
            quality: TextQuality(text: composed.text.isEmpty ? .none : .good))
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
