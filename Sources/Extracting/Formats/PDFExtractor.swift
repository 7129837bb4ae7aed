import Correspondence

/// Reads PDF through poppler: the text layer with its layout, fields, notes, links and metadata.
public struct PDFExtractor: Extractor {
    public init() {}

    public var mediaTypes: [MediaType] { [.pdf] }

    public func extract(
        _ original: [UInt8], as mediaType: MediaType, settings: ExtractionSettings
    ) throws(ExtractionError) -> ExtractedText {
        let complaints = MemoryComplaints()
        let document = try PopplerDocument(original)
        var reading = try PageReading(document, settings: settings)
        if complaints.heard() { try reading.fellShort() }
        let drafts = MarginFinder(reading.drafts).parted()
            .map { PageArranger.arranged($0) }
        let hyphens = HyphenRule(lines: drafts.lazy.flatMap(\.lines))
        let composed = BrokenWords.mendedAcrossPages(drafts, by: hyphens)
            .map { PageComposer(draft: $0, hyphens: hyphens).page() }
        var metadata = DocumentMetadata(document)
        metadata.links = reading.links
        let judged = TextLayerJudge(producer: metadata.producer, creator: metadata.creator)
            .judge(composed.map(\.page), inks: reading.inks)
        return ExtractedText(
            mediaType: mediaType, pages: judged.pages, layouts: composed.map(\.layout), document: metadata,
            quality: judged.quality, findings: reading.findings + judged.findings)
    }

    public func visitAttachedFiles(
        in original: [UInt8], settings: ExtractionSettings, _ visit: (AttachedFile) -> Void
    ) throws(ExtractionError) {
        try PopplerDocument(original).visitAttachedFiles(
            most: settings.maximumAttachments, limit: settings.attachmentBytes, visit)
    }
}
