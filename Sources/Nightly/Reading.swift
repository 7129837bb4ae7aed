import Correspondence
import Extracting

/// How scanned pages are read, if at all.
public struct Reading: Sendable {
    /// Nil where tesseract is not installed.
    let ocr: OCR?
    let cache: OCRCache?
    let settings: ExtractionSettings

    /// A text with its scanned pages read; where they cannot be, a finding says what to install.
    func completed(
        _ extraction: Extraction, original: [UInt8], worker: ExtractionWorker
    ) async throws -> Extraction {
        let pages = pagesForOCR(extraction.text, settings: settings)
        guard !pages.isEmpty else { return extraction }
        guard let ocr, let cache else {
            var text = extraction.text
            text.findings.append(
                Finding(
                    .warning, stage: "extract", code: "ocr-unavailable",
                    message: """
                        \(pages.count) scanned pages could not be read: install tesseract (Debian: tesseract-ocr), \
                        and the next night reads them
                        """))
            return try Extraction(text)
        }
        return try Extraction(
            await ocr.read(extraction.text, original: original, pages: pages, worker: worker, cache: cache))
    }
}
