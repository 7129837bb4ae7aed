import Correspondence
import Extracting
import Working

/// How scanned pages are read, if at all.
public struct Reading: Sendable {
    /// Nil where tesseract is not installed.
    let ocr: OCR?
    /// Nil where nothing is kept.
    let cache: OCRCache?
    let settings: ExtractionSettings

    init(ocr: OCR?, cache: OCRCache?, settings: ExtractionSettings) {
        self.ocr = ocr
        self.cache = cache
        self.settings = settings
    }

    /// Reads scanned pages as the settings say, and keeps nothing.
    public init(limits: WorkerLimits, settings: ExtractionSettings) async {
        self.init(
            ocr: settings.ocr == .never ? nil : await OCR(limits: limits), cache: nil, settings: settings)
    }

    /// A text with its scanned pages read; where they cannot be, a finding says what to install.
    public func completed(
        _ extraction: Extraction, original: [UInt8], worker: ExtractionWorker
    ) async throws -> Extraction {
        let pages = pagesForOCR(extraction.text, settings: settings)
        guard !pages.isEmpty else { return extraction }
        guard let ocr else {
            var text = extraction.text
            text.findings.append(
                Finding(
                    .warning, stage: "extract", code: "ocr-unavailable",
                    message: """
                        \(pages.count) scanned pages could not be read: install tesseract (Debian: tesseract-ocr), \
                        and the next night reads them
                        """))
            return try extraction.with(text)
        }
        return try extraction.with(
            try await ocr.read(
                extraction.text, original: original, pages: pages, worker: worker, cache: cache))
    }
}
