import Correspondence

/// All extractors, in the order in which they are asked.
public let extractors: [any Extractor] = [
    PDFExtractor(),
    HTMLExtractor(),
    DOCXExtractor(),
    EmailExtractor(),
    PlainTextExtractor(),
]

/// The text of an original, as much of it as the settings allow.
///
/// - Throws: `ExtractionError` where the original gives none.
public func extract(
    _ original: [UInt8], as mediaType: MediaType, settings: ExtractionSettings = ExtractionSettings()
) throws(ExtractionError) -> ExtractedText {
    guard !original.isEmpty else { throw .empty }
    guard let extractor = extractors.first(where: { $0.mediaTypes.contains(mediaType) }) else {
        throw .unsupported(mediaType.rawValue)
    }
    return try extractor.extract(original, as: mediaType, settings: settings).bounded(by: settings)
}
